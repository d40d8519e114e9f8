using System.Text.Json;
using Gradus.Labs.Statistics;
using Gradus.Testing;

namespace Gradus.Labs.Tests.Statistics;

public sealed class CriterionTests
{
    [Fact]
    public void IntervalOf_SciPyCases_Agrees()
    {
        using JsonDocument fixture = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Labs.Tests", "Fixtures", "student-t.json")));
        int cases = 0;

        foreach (JsonElement row in fixture.RootElement.GetProperty("means").EnumerateArray())
        {
            double[] values = [.. row.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
            Interval interval = Criterion.IntervalOf(values);
            Assert.Equal(row.GetProperty("low").GetDouble(), interval.Low, 1e-10);
            Assert.Equal(row.GetProperty("high").GetDouble(), interval.High, 1e-10);
            Assert.Equal(row.GetProperty("mean").GetDouble(), Criterion.Above("mean", values, 0).Mean, 1e-12);
            cases++;
        }

        Assert.Equal(5, cases);
    }

    [Theory]
    [InlineData(0.5, LabVerdict.Holds)]
    [InlineData(1.0, LabVerdict.Inconclusive)]
    [InlineData(1.5, LabVerdict.Refuted)]
    public void Above_Threshold_JudgesTheWholeInterval(double threshold, LabVerdict expected)
    {
        double[] values = [0.9, 1.0, 1.1];

        Assert.Equal(expected, Criterion.Above("value", values, threshold).Verdict);
    }

    [Theory]
    [InlineData(0.5, LabVerdict.Refuted)]
    [InlineData(1.0, LabVerdict.Inconclusive)]
    [InlineData(1.5, LabVerdict.Holds)]
    public void Below_Threshold_JudgesTheWholeInterval(double threshold, LabVerdict expected)
    {
        double[] values = [0.9, 1.0, 1.1];

        Assert.Equal(expected, Criterion.Below("value", values, threshold).Verdict);
    }

    [Fact]
    public void Above_OneSeed_IsInconclusiveHoweverLarge()
    {
        Criterion criterion = Criterion.Above("value", [1e9], 0);

        Assert.Equal(LabVerdict.Inconclusive, criterion.Verdict);
        Assert.Equal(new Interval(double.NegativeInfinity, double.PositiveInfinity), criterion.Interval);
        Assert.Equal(1e9, criterion.Mean);
    }

    [Fact]
    public void Above_EqualValues_HaveNoSpread()
    {
        Criterion criterion = Criterion.Above("value", [0.1, 0.1, 0.1], 0.05);

        Assert.Equal(new Interval(0.1, 0.1), criterion.Interval);
        Assert.Equal(LabVerdict.Holds, criterion.Verdict);
    }

    [Fact]
    public void Above_NotANumber_IsInconclusive() => Assert.Equal(LabVerdict.Inconclusive, Criterion.Above("value", [1, double.NaN], 0).Verdict);

    [Fact]
    public void Exactly_OneSeedOrOneMiss_HoldsOrIsRefuted()
    {
        Assert.Equal(LabVerdict.Holds, Criterion.Exactly("value", [0], 0).Verdict);
        Assert.Equal(LabVerdict.Refuted, Criterion.Exactly("value", [0, 0, 1e-300], 0).Verdict);
        Assert.Equal(LabVerdict.Inconclusive, Criterion.Exactly("value", [0, double.NaN], 0).Verdict);
    }

    [Fact]
    public void All_MixedConditions_TakesTheWorst()
    {
        Criterion holds = Criterion.Exactly("a", [0], 0);
        Criterion open = Criterion.Above("b", [1], 0);
        Criterion refuted = Criterion.Exactly("c", [1], 0);

        Assert.Equal(LabVerdict.Holds, Criterion.All([holds]));
        Assert.Equal(LabVerdict.Inconclusive, Criterion.All([holds, open]));
        Assert.Equal(LabVerdict.Refuted, Criterion.All([holds, open, refuted]));
        Assert.Throws<ArgumentException>(() => Criterion.All([]));
    }

    [Fact]
    public void Above_NoValue_Throws() => Assert.Throws<ArgumentException>(() => Criterion.Above("value", [], 0));
}
