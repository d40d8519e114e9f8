using Gradus.Evaluation.Calibration;
using Gradus.Evaluation.Tests.Fixtures;

namespace Gradus.Evaluation.Tests.Calibration;

public sealed class PlattScalingTests
{
    [Fact]
    public void Fit_ScikitLearnCases_AgreesAndLeavesNoGradient()
    {
        foreach (CalibratorsFixture.Case fixture in CalibratorsFixture.Cases())
        {
            PlattScaling fit = PlattScaling.Fit(fixture.Logits, fixture.Labels);

            Assert.Equal(fixture.Slope, fit.Slope, 1e-8);
            Assert.Equal(fixture.Offset, fit.Offset, 1e-8);
            Assert.InRange(fit.GradientNorm, 0, 1e-9);
        }
    }

    [Fact]
    public void Fit_SeparatedClasses_StaysFiniteAndReachesTheTargets()
    {
        PlattScaling fit = PlattScaling.Fit([-2, -2, 2, 2], [0, 0, 1, 1]);

        Assert.Equal(0.75, fit.Apply(2), 1e-9);
        Assert.Equal(0.25, fit.Apply(-2), 1e-9);
    }

    [Fact]
    public void Fit_EqualLogits_GivesTheSmoothedShare() => Assert.Equal(((0.75 * 2) + (0.25 * 2)) / 4, PlattScaling.Fit([1, 1, 1, 1], [0, 0, 1, 1]).Apply(1), 1e-9);

    [Fact]
    public void Fit_NoRow_Throws() => Assert.Throws<ArgumentException>(() => PlattScaling.Fit([], []));
}
