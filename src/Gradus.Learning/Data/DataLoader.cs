using System.Collections;
using Gradus.Tensors;

namespace Gradus.Learning.Data;

/// <summary>Hands a data set over in batches, in a new seeded order each epoch.</summary>
/// <remarks>
/// The order of an epoch depends on the seed and the number of the epoch alone, so any epoch can be had again (<see cref="Epoch"/>). Enumerating the loader gives epoch 0, then
/// 1, and so on.
/// </remarks>
public sealed class DataLoader : IEnumerable<Batch>
{
    private int _nextEpoch;

    /// <summary>Makes a loader.</summary>
    /// <param name="dataset">The rows.</param>
    /// <param name="batchSize">Rows of a batch.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own; else rows come as they are.</param>
    /// <param name="dropLast">Whether a last batch that is not full is left out.</param>
    /// <param name="seed">The seed of the orders.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch has no row.</exception>
    /// <exception cref="ArgumentException">There is no row, or no full batch while the last is to be dropped.</exception>
    public DataLoader(TensorDataset dataset, int batchSize = 1, bool shuffle = false, bool dropLast = false, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        Dataset = dataset;
        BatchSize = batchSize;
        Shuffle = shuffle;
        DropLast = dropLast;
        Seed = seed;
        if (BatchCount == 0)
        {
            throw new ArgumentException($"DataLoader got {dataset.Count} rows for batches of {batchSize}{(dropLast ? " and shall drop the last" : "")}; that makes no batch.", nameof(dataset));
        }
    }

    /// <summary>The rows.</summary>
    public TensorDataset Dataset { get; }

    /// <summary>Rows of a batch.</summary>
    public int BatchSize { get; }

    /// <summary>Whether each epoch has an order of its own.</summary>
    public bool Shuffle { get; }

    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool DropLast { get; }

    /// <summary>The seed of the orders.</summary>
    public ulong Seed { get; }

    /// <summary>Batches of an epoch.</summary>
    public int BatchCount => DropLast ? Dataset.Count / BatchSize : (Dataset.Count + BatchSize - 1) / BatchSize;

    /// <summary>The order of the rows in an epoch.</summary>
    /// <param name="epoch">Its number, from 0.</param>
    /// <returns>Every row once.</returns>
    public int[] Order(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return Shuffle ? new Rng(Seed).Split("loader").Split(epoch).Permutation(Dataset.Count) : [.. Enumerable.Range(0, Dataset.Count)];
    }

    /// <summary>The batches of an epoch.</summary>
    /// <param name="epoch">Its number, from 0.</param>
    /// <returns>Batches of copied rows.</returns>
    public IEnumerable<Batch> Epoch(int epoch)
    {
        int[] order = Order(epoch);
        for (int batch = 0; batch < BatchCount; batch++)
        {
            yield return Take(order, batch);
        }
    }

    /// <summary>The batches of the next epoch.</summary>
    /// <returns>Batches of copied rows.</returns>
    public IEnumerator<Batch> GetEnumerator() => Epoch(_nextEpoch++).GetEnumerator();

    /// <summary>One batch of an order.</summary>
    internal Batch Take(int[] order, int batch)
    {
        int from = batch * BatchSize;
        ReadOnlySpan<int> rows = order.AsSpan(from, Math.Min(BatchSize, order.Length - from));
        return new Batch(RowGather.Take(Dataset.Inputs, rows), RowGather.Take(Dataset.Targets, rows));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
