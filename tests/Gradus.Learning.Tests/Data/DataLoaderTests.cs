using Gradus.Learning.Data;
using Gradus.Learning.Data.Augmentations;
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

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(3, 2)]
    [InlineData(7, 5)]
    public void Epoch_FromAnyBatch_IsTheRestOfTheEpoch(int epoch, int from)
    {
        DataLoader loader = new(Numbered(41), 8, shuffle: true, seed: 7);

        long[] whole = [.. loader.Epoch(epoch).SelectMany(batch => batch.Targets.ToArray<long>())];
        long[] rest = [.. loader.Epoch(epoch, from).SelectMany(batch => batch.Targets.ToArray<long>())];

        Assert.Equal(whole[(from * 8)..], rest);
        Assert.Equal(rest.Take(8), loader.Take(epoch, from).Targets.ToArray<long>());
        Assert.Empty(loader.Epoch(epoch, loader.BatchCount));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(13)]
    public void Restore_AfterAnyBatch_GoesOnWithTheSameRows(int taken)
    {
        long[][] undisturbed = Enumerate(new DataLoader(Numbered(41), 8, shuffle: true, seed: 3), 18);
        DataLoader first = new(Numbered(41), 8, shuffle: true, seed: 3);
        Enumerate(first, taken);
        DataLoader second = new(Numbered(41), 8, shuffle: true, seed: 3);

        second.Restore(first.State);

        Assert.Equal((taken / 6, taken % 6), (first.State.Epoch, first.State.Batch));
        Assert.Equal(undisturbed[taken..], Enumerate(second, 18 - taken));
    }

    [Theory]
    [InlineData(4UL, 0, 0)]
    [InlineData(3UL, -1, 0)]
    [InlineData(3UL, 0, 6)]
    [InlineData(3UL, 0, -1)]
    public void Restore_ToNowhere_IsRefused(ulong seed, int epoch, int batch)
    {
        DataLoader loader = new(Numbered(41), 8, shuffle: true, seed: 3);

        ArgumentException error = Assert.Throws<ArgumentException>(() => loader.Restore(new LoaderState(seed, epoch, batch)));

        Assert.Contains($"epoch {epoch}, batch {batch} of seed {seed}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Epoch_NoSuchBatch_IsRefusedAtOnce()
    {
        DataLoader loader = new(Numbered(10), 4);

        Assert.Throws<ArgumentOutOfRangeException>(() => loader.Epoch(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => loader.Epoch(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => loader.Epoch(0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => loader.Take(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => loader.Take(-1, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Epoch_Prefetched_HasTheSameBits(int prefetch)
    {
        DataLoader plain = Noisy(0), ahead = Noisy(prefetch);

        for (int epoch = 0; epoch < 3; epoch++)
        {
            Assert.Equal(plain.Epoch(epoch, epoch).Select(Bits), ahead.Epoch(epoch, epoch).Select(Bits));
        }

        Assert.Equal(plain.Select(Bits), ahead.Select(Bits));
        Assert.Equal(Bits(plain.Take(2, 4)), Bits(ahead.Epoch(2).ElementAt(4)));
    }

    [Fact]
    public void Epoch_PrefetchedInAScope_IsGivenBackWithIt()
    {
        DataLoader loader = Noisy(2);
        using IEnumerator<Batch> batches = loader.Epoch(0).GetEnumerator();
        Tensor inputs;
        using (TensorScope scope = new())
        {
            batches.MoveNext();
            inputs = batches.Current.Inputs;
        }

        Assert.Throws<ObjectDisposedException>(() => inputs.ToArray<float>());
        Assert.True(batches.MoveNext());
        Assert.Equal(Bits(Noisy(0).Take(0, 1)), Bits(batches.Current));
    }

    [Fact]
    public void Epoch_PrefetchedAndBrokenOff_EndsItsThread()
    {
        Counting rows = new(Numbered(1000));
        using (IEnumerator<Batch> batches = new DataLoader(rows, 1) { Prefetch = 4 }.Epoch(0).GetEnumerator())
        {
            batches.MoveNext();
        }

        int made = rows.Taken;
        Assert.InRange(made, 1, 8);
    }

    [Fact]
    public void Epoch_FaultOnThePrefetchingThread_IsThrownInItsPlace()
    {
        DataLoader loader = new(new Counting(Numbered(10)) { FaultAt = 4 }, 1) { Prefetch = 2 };
        int seen = 0;

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (Batch batch in loader.Epoch(0))
            {
                seen++;
            }
        });

        Assert.Equal((3, "row 4"), (seen, error.Message));
    }

    [Fact]
    public void Augmentation_EachEpoch_IsAnother()
    {
        DataLoader loader = new(Numbered(8), 8) { Augmentation = new GaussianNoise(clip: false) };

        Assert.NotEqual(Bits(loader.Take(0, 0)), Bits(loader.Take(1, 0)));
        Assert.Equal(Bits(loader.Take(1, 0)), Bits(loader.Take(1, 0)));
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

    private static DataLoader Noisy(int prefetch) =>
        new(Numbered(41), 8, shuffle: true, seed: 7) { Augmentation = new Compose(new GaussianNoise(clip: false), new GaussianNoise(0, 1, clip: false)), Prefetch = prefetch };

    private static string Bits(Batch batch) => string.Join(' ', batch.Inputs.ToArray<float>().Select(BitConverter.SingleToInt32Bits).Concat(batch.Targets.ToArray<int>()));

    // So many batches, over as many epochs as it takes.
    private static long[][] Enumerate(DataLoader loader, int batches)
    {
        List<long[]> rows = [];
        while (rows.Count < batches)
        {
            rows.AddRange(loader.Take(batches - rows.Count).Select(batch => batch.Targets.ToArray<long>()));
        }

        return [.. rows];
    }

    private static TensorDataset Numbered(int rows) => new(
        Tensor.From([.. Enumerable.Range(0, rows).SelectMany(row => new[] { row * 10f, row })], [rows, 2]),
        Tensor.From([.. Enumerable.Range(0, rows).Select(row => (long)row)], [rows]));

    /// <summary>Counts the batches that were taken from it, one row each, and fails at one of them.</summary>
    private sealed class Counting(Dataset inner) : Dataset
    {
        private int _taken;

        public int FaultAt { get; init; }

        public int Taken => Volatile.Read(ref _taken);

        public override int Count => inner.Count;

        public override Batch Take(ReadOnlySpan<int> rows) =>
            Interlocked.Increment(ref _taken) == FaultAt ? throw new InvalidOperationException($"row {FaultAt}") : inner.Take(rows);
    }
}
