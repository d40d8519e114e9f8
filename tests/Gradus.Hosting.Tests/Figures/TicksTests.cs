using Gradus.Hosting.Figures;

namespace Gradus.Hosting.Tests.Figures;

public sealed class TicksTests
{
    [Theory]
    [InlineData(1, 5, 0.2)]
    [InlineData(10, 5, 2)]
    [InlineData(7, 5, 2)]
    [InlineData(0.043, 4, 0.02)]
    [InlineData(120_000, 6, 20_000)]
    public void Step_Range_IsRound(double range, int count, double step) => Assert.Equal(step, Ticks.Step(range, count), 1e-9);

    [Fact]
    public void Linear_ZeroToOneByFifths_HoldsBothEnds() =>
        Assert.Equal(["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], Ticks.Linear(0, 1, 0.2).Select(tick => Ticks.Name(tick, 0.2)));

    [Fact]
    public void Linear_AcrossZero_NamesZeroWithoutSign() =>
        Assert.Equal(["-0.4", "-0.2", "0.0", "0.2"], Ticks.Linear(-0.4, 0.2, 0.2).Select(tick => Ticks.Name(tick, 0.2)));

    [Fact]
    public void Logarithmic_ManyDecades_StaysWithinTheRoom() => Assert.InRange(Ticks.Logarithmic(1e-12, 1e12, 6).Count, 3, 7);

    [Fact]
    public void Logarithmic_OneDecade_HoldsTwoAndFive() => Assert.Equal([1, 2, 5, 10], Ticks.Logarithmic(1, 10, 6));

    [Theory]
    [InlineData(2_000_000, 1_000_000, "2e6")]
    [InlineData(0.00002, 0.00001, "2e-5")]
    [InlineData(0, 0.00001, "0")]
    [InlineData(1500, 500, "1500")]
    public void Name_ExtremeSizes_UsesPowersOfTen(double value, double step, string name) => Assert.Equal(name, Ticks.Name(value, step));
}
