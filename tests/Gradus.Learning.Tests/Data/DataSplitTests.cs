using Gradus.Learning.Data;

namespace Gradus.Learning.Tests.Data;

public sealed class DataSplitTests
{
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(7, 0.2, 0.3)]
    [InlineData(1000, 0.15, 0.25)]
    public void Random_AnySize_DealsEveryRowOnce(int rows, double validation, double test)
    {
        DataSplit split = DataSplit.Random(rows, validation, test, seed: 3);

        Assert.Equal(Enumerable.Range(0, rows), All(split).Order());
        Assert.Equal((int)Math.Round(rows * test), split.Test.Length);
        Assert.Equal((int)Math.Round(rows * validation), split.Validation.Length);
    }

    [Fact]
    public void Stratified_RareClass_IsInEachPartInItsShare()
    {
        int[] labels = [.. Enumerable.Range(0, 1000).Select(row => row % 20 == 0 ? 1 : 0)];

        DataSplit split = DataSplit.Stratified(labels, 0.2, 0.2, seed: 11);

        Assert.Equal(Enumerable.Range(0, 1000), All(split).Order());
        Assert.Equal(10, split.Test.Count(row => labels[row] == 1));
        Assert.Equal(10, split.Validation.Count(row => labels[row] == 1));
        Assert.Equal(30, split.Train.Count(row => labels[row] == 1));
    }

    [Fact]
    public void Stratified_SameSeed_SameRows()
    {
        int[] labels = [.. Enumerable.Range(0, 100).Select(row => row % 3)];

        Assert.Equal(DataSplit.Stratified(labels, seed: 5).Test, DataSplit.Stratified(labels, seed: 5).Test);
        Assert.NotEqual(DataSplit.Stratified(labels, seed: 5).Test, DataSplit.Stratified(labels, seed: 6).Test);
    }

    [Theory]
    [InlineData(-0.1, 0)]
    [InlineData(0.5, 0.5)]
    [InlineData(double.NaN, 0)]
    public void Random_BadShares_AreRefused(double validation, double test) => Assert.Throws<ArgumentException>(() => DataSplit.Random(10, validation, test));

    private static IEnumerable<int> All(DataSplit split) => split.Train.Concat(split.Validation).Concat(split.Test);
}
