using Gradus.Learning.Data;
using Gradus.Learning.Data.Sampling;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Sampling;

public sealed class SamplerTests
{
    private static readonly int[] Labels = [.. Enumerable.Range(0, 1000).Select(row => row % 50 == 0 ? 2 : row % 7 == 0 ? 1 : 0)];

    [Fact]
    public void RandomSampler_WithReplacement_DrawsRowsEquallyOften()
    {
        int[] drawn = new RandomSampler(10, replacement: true, samples: 20_000).Draw(new Rng(1));

        // 2,000 each on average, standard deviation 42.
        Assert.All(drawn.CountBy(row => row), count => Assert.InRange(count.Value, 1_800, 2_200));
    }

    [Fact]
    public void RandomSampler_MoreSamplesThanRows_GoesRoundAgain()
    {
        int[] drawn = new RandomSampler(4, samples: 10).Draw(new Rng(1));

        Assert.Equal([0, 1, 2, 3], drawn[..4].Order());
        Assert.Equal([0, 1, 2, 3], drawn[4..8].Order());
        Assert.Equal(2, drawn[8..].Distinct().Count());
    }

    [Fact]
    public void WeightedSampler_WithReplacement_DrawsInProportion()
    {
        int[] drawn = new WeightedSampler([0, 1, 0, 3, 6, 0], 50_000).Draw(new Rng(2));

        Dictionary<int, int> counts = drawn.CountBy(row => row).ToDictionary();
        Assert.Equal([1, 3, 4], counts.Keys.Order());
        Assert.Equal(0.1, counts[1] / 50_000.0, 0.007);
        Assert.Equal(0.3, counts[3] / 50_000.0, 0.010);
    }

    [Fact]
    public void WeightedSampler_WithoutReplacement_DrawsEachOnceAndHeavyOnesFirst()
    {
        WeightedSampler sampler = new([1, 2, 0, 7], 2, replacement: false);
        int[] first = new int[4];
        for (long round = 0; round < 20_000; round++)
        {
            int[] drawn = sampler.Draw(new Rng(3).Split(round));
            Assert.Equal(2, drawn.Distinct().Count());
            first[drawn[0]]++;
        }

        // The first draw of all is one in proportion to the weights.
        Assert.Equal(0, first[2]);
        Assert.Equal(0.1, first[0] / 20_000.0, 0.01);
        Assert.Equal(0.7, first[3] / 20_000.0, 0.015);
    }

    [Fact]
    public void WeightedSampler_Balanced_DrawsClassesEquallyOften()
    {
        int[] drawn = WeightedSampler.Balanced(Labels, 30_000).Draw(new Rng(5));

        Assert.All(drawn.CountBy(row => Labels[row]), count => Assert.InRange(count.Value, 9_600, 10_400));
    }

    [Fact]
    public void WeightedSampler_BadWeights_AreRefused()
    {
        Assert.Contains("-1 for row 1", Assert.Throws<ArgumentException>(() => new WeightedSampler([1, -1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new WeightedSampler([0, 0]));
        Assert.Throws<ArgumentException>(() => new WeightedSampler([0, 1, 1], 3, replacement: false));
        Assert.Throws<ArgumentException>(() => new WeightedSampler([double.NaN]));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(250)]
    public void StratifiedSampler_EveryBatch_HasEachClassInItsShare(int batchSize)
    {
        int[] order = new StratifiedSampler(Labels).Draw(new Rng(4));

        Assert.Equal(Enumerable.Range(0, 1000), order.Order());
        Assert.NotEqual(order, new StratifiedSampler(Labels).Draw(new Rng(9)));
        foreach (int label in (int[])[0, 1, 2])
        {
            double share = Labels.Count(each => each == label) / 1000.0;
            for (int from = 0; from + batchSize <= 1000; from += batchSize)
            {
                int found = order[from..(from + batchSize)].Count(row => Labels[row] == label);
                Assert.InRange(found, (share * batchSize) - 2 - (6 * share), (share * batchSize) + 2 + (6 * share));
            }
        }
    }

    [Fact]
    public void BucketSampler_Batches_HoldLikeLengths()
    {
        Rng rng = new(6);
        int[] lengths = [.. Enumerable.Range(0, 103).Select(_ => rng.NextInt(100))];

        int[] order = new BucketSampler(lengths, 10).Draw(new Rng(7));

        Assert.Equal(Enumerable.Range(0, 103), order.Order());
        int[][] batches = [.. order.Chunk(10)];
        int[] sorted = [.. lengths.Order()];
        Assert.Equal(sorted.Chunk(10).Select(batch => (batch[0], batch[^1])).Order(), batches.Select(batch => (batch.Min(row => lengths[row]), batch.Max(row => lengths[row]))).Order());
        Assert.NotEqual(batches.Select(batch => batch.Min(row => lengths[row])), batches.Select(batch => batch.Min(row => lengths[row])).Order());
    }

    [Fact]
    public void DataLoader_Sampler_TakesItsRows()
    {
        TensorDataset rows = new(Tensor.Zeros(1000, 1), Tensor.Arange(1000));
        DataLoader loader = new(rows, 64, dropLast: true, seed: 1, sampler: WeightedSampler.Balanced(Labels, 500));

        int[] taken = [.. loader.Epoch(1).SelectMany(batch => batch.Targets.ToArray<int>())];

        Assert.Equal((7, 448), (loader.BatchCount, loader.RowCount));
        Assert.Equal(loader.Order(1)[..448], taken);
        Assert.Throws<ArgumentException>(() => new DataLoader(rows, 64, shuffle: true, sampler: new SequentialSampler(1000)));
    }
}
