using Gradus.Evaluation.Calibration;
using Gradus.Evaluation.Metrics.Classification;
using Gradus.Evaluation.Tests.Fixtures;

namespace Gradus.Evaluation.Tests.Calibration;

public sealed class TemperatureScalingTests
{
    [Fact]
    public void Fit_SciPyCases_AgreesAndLeavesNoSlope()
    {
        foreach (CalibratorsFixture.Case fixture in CalibratorsFixture.Cases())
        {
            TemperatureScaling fit = TemperatureScaling.Fit(fixture.Logits, fixture.Labels);

            Assert.InRange(fit.Temperature / fixture.Temperature, 1 - 1e-9, 1 + 1e-9);
            Assert.Equal(fixture.Loss, fit.LogLoss, 1e-12);
            Assert.InRange(Math.Abs(fit.Derivative), 0, 1e-12);
            Assert.False(fit.AtBound);
        }
    }

    [Fact]
    public void Fit_LogitsTimesThree_GivesThreeTimesTheTemperature()
    {
        CalibratorsFixture.Case fixture = CalibratorsFixture.Cases()[1];
        double[] tripled = [.. fixture.Logits.Select(logit => 3 * logit)];

        Assert.Equal(3 * TemperatureScaling.Fit(fixture.Logits, fixture.Labels).Temperature, TemperatureScaling.Fit(tripled, fixture.Labels).Temperature, 1e-9);
    }

    [Fact]
    public void Apply_FittedTemperature_KeepsTheOrder()
    {
        CalibratorsFixture.Case fixture = CalibratorsFixture.Cases()[3];
        TemperatureScaling fit = TemperatureScaling.Fit(fixture.Logits, fixture.Labels);
        double[] calibrated = [.. fixture.Logits.Select(fit.Apply)];

        Assert.Equal(Auroc.Compute<double>(fixture.Logits, fixture.Labels), Auroc.Compute<double>(calibrated, fixture.Labels));
    }

    [Theory]
    [InlineData(1.0, TemperatureScaling.Lowest)]
    [InlineData(-1.0, TemperatureScaling.Highest)]
    public void Fit_SeparatedOrReversedClasses_SaysThatItIsAtTheBound(double sign, double expected)
    {
        TemperatureScaling fit = TemperatureScaling.Fit([-2 * sign, -1 * sign, 1 * sign, 2 * sign], [0, 0, 1, 1]);

        Assert.True(fit.AtBound);
        Assert.Equal(expected, fit.Temperature, 1e-9);
    }

    [Fact]
    public void LossAt_MeasuredMinimum_IsLowestThere()
    {
        CalibratorsFixture.Case fixture = CalibratorsFixture.Cases()[0];
        TemperatureScaling fit = TemperatureScaling.Fit(fixture.Logits, fixture.Labels);

        Assert.True(TemperatureScaling.LossAt(fixture.Logits, fixture.Labels, fit.Temperature * 1.01) > fit.LogLoss);
        Assert.True(TemperatureScaling.LossAt(fixture.Logits, fixture.Labels, fit.Temperature / 1.01) > fit.LogLoss);
    }

    [Fact]
    public void Fit_BadRows_SaysWhatIsWrong()
    {
        Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit([], []));
        Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit([1], [2]));
        Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit([1, 2], [1]));
        ArgumentException error = Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit([1, double.NaN], [0, 1]));
        Assert.Contains("row 1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => TemperatureScaling.LossAt([1], [1], 0));
    }
}
