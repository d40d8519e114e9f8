using Gradus.Learning.Data;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data;

public sealed class DataLoaderTests
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(10, 3, false)]
    [InlineData(10, 3, true)]
    [InlineData(12, 4, true)]
    [InlineData(5, 8, true)]
    public void Epoch_AnySize_CoversEveryRowOnceAndKeepsPairs(int rows, int batchSize, bool shuffle)
    {
        DataLoader loader = new(Numbered(rows), batchSize, shuffle, seed: 4);

        Batch[] batches = [.. loader.Epoch(2)];

        Assert.Equal(loader.BatchCount, batches.Length);
        Assert.Equal(Enumerable.Range(0, rows), batches.SelectMany(batch => batch.Targets.ToArray<long>()).Order().Select(row => (int)row));
        Assert.All(batches, batch => Assert.Equal(batch.Targets.ToArray<long>().Select(row => row * 10f), batch.Inputs.ToArray<float>().Where((_, place) => place % 2 == 0)));
    }

    [Fact]
    public void Epoch_DropLast_LeavesFullBatches()
    {
        DataLoader loader = new(Numbered(10), 4, shuffle: true, dropLast: true);

        Assert.Equal(2, loader.BatchCount);
        Assert.All(loader.Epoch(0), batch => Assert.Equal(4, batch.Inputs.Shape[0]));
    }

    [Fact]
    public void Enumerating_Twice_GivesEpochZeroThenOne()
    {
        DataLoader loader = new(Numbered(40), 8, shuffle: true, seed: 9);

        long[] first = [.. loader.SelectMany(batch => batch.Targets.ToArray<long>())];
        long[] second = [.. loader.SelectMany(batch => batch.Targets.ToArray<long>())];

        Assert.NotEqual(first, second);
        Assert.Equal(loader.Order(0), first.Select(row => (int)row));
        Assert.Equal(loader.Order(1), second.Select(row => (int)row));
    }

    [Fact]
    public void Order_OtherSeed_IsAnother()
    {
        Assert.Equal(new DataLoader(Numbered(40), 8, true, seed: 1).Order(0), new DataLoader(Numbered(40), 5, true, seed: 1).Order(0));
        Assert.NotEqual(new DataLoader(Numbered(40), 8, true, seed: 1).Order(0), new DataLoader(Numbered(40), 8, true, seed: 2).Order(0));
    }

    [Fact]
    public void Constructor_NoFullBatch_SaysSo()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new DataLoader(Numbered(3), 4, dropLast: true));

        Assert.Contains("3 rows for batches of 4 and shall drop the last", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dataset_RowsDiffer_NamesBothShapes()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new TensorDataset(Tensor.Zeros(3, 2), Tensor.Zeros(4)));

        Assert.Contains("[3, 2] and targets [4]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Subset_UnknownRow_IsNamed() => Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(3).Subset([0, 3]));

    private static TensorDataset Numbered(int rows) => new(
        Tensor.From([.. Enumerable.Range(0, rows).SelectMany(row => new[] { row * 10f, row })], [rows, 2]),
        Tensor.From([.. Enumerable.Range(0, rows).Select(row => (long)row)], [rows]));
}
