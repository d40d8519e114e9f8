namespace Gradus.Learning.Tests.Training.Search;

public sealed class RankTestTests
{
    /// <summary>By counting: of the ten orders of three and two values, U of the three is 0, 1, 2, 3, 4, 5, 6 in 1, 1, 2, 2, 2, 1, 1.</summary>
    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 4, 5 }, 0.1)]
    [InlineData(new double[] { 1, 2, 4 }, new double[] { 3, 5 }, 0.2)]
    [InlineData(new double[] { 1, 4, 5 }, new double[] { 2, 3 }, 0.8)]
    [InlineData(new double[] { 3, 4, 5 }, new double[] { 1, 2 }, 1)]
    public void Less_SmallSamples_IsTheCountedShare(double[] sample, double[] other, double expected) => Assert.Equal(expected, RankTest.Less(sample, other), 12);

    [Fact]
    public void Less_TwentyAndTwenty_IsSmallForTheLesserAndLargeForTheGreater()
    {
        double[] less = [.. Enumerable.Range(0, 20).Select(i => i + 0.0)], greater = [.. Enumerable.Range(0, 20).Select(i => i + 8.5)];

        Assert.InRange(RankTest.Less(less, greater), 1e-6, 1e-3);
        Assert.InRange(RankTest.Less(greater, less), 0.999, 1);
    }
}
