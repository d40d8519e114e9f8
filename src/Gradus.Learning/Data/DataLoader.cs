using System.Collections;
using Gradus.Learning.Data.Augmentations;
using Gradus.Learning.Data.Sampling;
using Gradus.Tensors;

namespace Gradus.Learning.Data;

/// <summary>Hands a data set over in batches, in a new seeded order each epoch.</summary>
/// <remarks>
/// Batch b of epoch e depends on the seed, e and b alone. So any of them can be had again (<see cref="Take(int, int)"/>), an epoch can begin at any batch (<see cref="Epoch"/>), and a loader that was
/// given the <see cref="State"/> of another goes on with the same bits. Enumerating the loader goes on where it stands: at epoch 0 at first, then 1, and so on.
/// </remarks>
public sealed class DataLoader : IEnumerable<Batch>
{
    // The order that was made last: whoever takes batch after batch makes it once.
    private (int Epoch, int[] Rows) _order = (-1, []);

    /// <summary>Makes a loader.</summary>
    /// <param name="dataset">The rows.</param>
    /// <param name="batchSize">Rows of a batch.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own; else rows come as they are.</param>
    /// <param name="dropLast">Whether a last batch that is not full is left out.</param>
    /// <param name="seed">The seed of the orders and of the augmentation.</param>
    /// <param name="sampler">Says which rows an epoch takes; null for every row once. It takes the place of shuffling.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch has no row.</exception>
    /// <exception cref="ArgumentException">There is no row, or no full batch while the last is to be dropped, or both a sampler and shuffling are asked for.</exception>
    public DataLoader(Dataset dataset, int batchSize = 1, bool shuffle = false, bool dropLast = false, ulong seed = 0, Sampler? sampler = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (shuffle && sampler is not null)
        {
            throw new ArgumentException($"DataLoader got {sampler.GetType().Name} and shall shuffle too; the sampler alone decides on the order.", nameof(sampler));
        }

        Dataset = dataset;
        Sampler = sampler ?? (dataset.Count == 0 || !shuffle ? new SequentialSampler(dataset.Count) : new RandomSampler(dataset.Count));
        BatchSize = batchSize;
        DropLast = dropLast;
        State = new LoaderState(seed, 0, 0);
        if (BatchCount == 0)
        {
            throw new ArgumentException($"DataLoader got {Sampler.Count} rows for batches of {batchSize}{(dropLast ? " and shall drop the last" : "")}; that makes no batch.", nameof(dataset));
        }
    }

    /// <summary>The rows.</summary>
    public Dataset Dataset { get; }

    /// <summary>Rows of a batch.</summary>
    public int BatchSize { get; }

    /// <summary>Says which rows an epoch takes, and in which order.</summary>
    public Sampler Sampler { get; }

    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool DropLast { get; }

    /// <summary>The seed of the orders and of the augmentation.</summary>
    public ulong Seed => State.Seed;

    /// <summary>Changes each batch at random; null, the default, for none. The stream that it draws from depends on seed, epoch and batch alone.</summary>
    public Augmentation? Augmentation { get; init; }

    /// <summary>How many batches a thread of its own makes ahead of whoever enumerates; 0, the default, for none. The bits are the same.</summary>
    /// <remarks>It pays where making a batch takes long, as with augmentation, and a processor is free.</remarks>
    public int Prefetch
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Where enumerating goes on: after batch b of epoch e, at batch b + 1 or at the beginning of epoch e + 1.</summary>
    public LoaderState State { get; private set; }

    /// <summary>Batches of an epoch.</summary>
    public int BatchCount => DropLast ? Sampler.Count / BatchSize : (Sampler.Count + BatchSize - 1) / BatchSize;

    /// <summary>Rows that an epoch hands out.</summary>
    public int RowCount => DropLast ? BatchCount * BatchSize : Sampler.Count;

    /// <summary>The order of the rows in an epoch.</summary>
    /// <param name="epoch">Its number, from 0.</param>
    /// <returns>The rows that the sampler takes.</returns>
    public int[] Order(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return Sampler.Draw(new Rng(Seed).Split("loader").Split(epoch));
    }

    /// <summary>The batches of an epoch.</summary>
    /// <param name="epoch">Its number, from 0.</param>
    /// <param name="from">The first batch to hand out, from 0 up to <see cref="BatchCount"/>, with which none is.</param>
    /// <returns>Batches of copied rows. <see cref="State"/> stays as it is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The epoch or the batch is negative, or the epoch has no such batch.</exception>
    public IEnumerable<Batch> Epoch(int epoch, int from = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, BatchCount);
        return Batches(epoch, from);
    }

    /// <summary>One batch.</summary>
    /// <param name="epoch">The number of its epoch, from 0.</param>
    /// <param name="batch">Its number in the epoch, from 0.</param>
    /// <returns>Copied rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The epoch is negative or has no such batch.</exception>
    public Batch Take(int epoch, int batch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(batch, BatchCount);
        (int Epoch, int[] Rows) order = _order;
        if (order.Epoch != epoch)
        {
            _order = order = (epoch, Order(epoch));
        }

        return Make(order.Rows, epoch, batch);
    }

    /// <summary>Goes to where another loader stood.</summary>
    /// <param name="state">Its <see cref="State"/>.</param>
    /// <exception cref="ArgumentException">It has another seed, or no epoch of this loader has such a batch.</exception>
    public void Restore(LoaderState state)
    {
        if (state.Seed != Seed || state.Epoch < 0 || (uint)state.Batch >= (uint)BatchCount)
        {
            throw new ArgumentException(
                $"DataLoader of seed {Seed} with {BatchCount} batches an epoch cannot go to epoch {state.Epoch}, batch {state.Batch} of seed {state.Seed}; make it with the rows, batch size and seed of the loader that stood there.",
                nameof(state));
        }

        State = state;
    }

    /// <summary>The batches from where the loader stands to the end of that epoch.</summary>
    /// <returns>Batches of copied rows; each that is handed out moves <see cref="State"/> on.</returns>
    public IEnumerator<Batch> GetEnumerator()
    {
        (ulong seed, int epoch, int first) = State;
        int next = first;
        foreach (Batch batch in Batches(epoch, first))
        {
            next++;
            State = next == BatchCount ? new LoaderState(seed, epoch + 1, 0) : new LoaderState(seed, epoch, next);
            yield return batch;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<Batch> Batches(int epoch, int from)
    {
        int[] order = Order(epoch);
        return Prefetch > 0 && from < BatchCount
            ? Prefetcher.Run(batch => Make(order, epoch, batch), from, BatchCount, Prefetch)
            : Enumerable.Range(from, BatchCount - from).Select(batch => Make(order, epoch, batch));
    }

    private Batch Make(int[] order, int epoch, int batch)
    {
        int from = batch * BatchSize;
        Batch rows = Dataset.Take(order.AsSpan(from, Math.Min(BatchSize, order.Length - from)));
        return Augmentation is null ? rows : Augmentation.Apply(rows, new Rng(Seed).Split("augmentation").Split(epoch).Split(batch));
    }
}
