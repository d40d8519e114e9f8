using Gradus.Tensors;

namespace Gradus.Learning.Data.Sampling;

/// <summary>Every row once, in a random order in which every stretch of rows, and so every batch, has each class in its share of the whole.</summary>
/// <remarks>
/// The n rows of a class, in random order, are put at (i + u) / n of the epoch, u uniform in [0, 1). So B rows in a row hold s·B rows of a class whose share is s, give or take 2 + 2·s·K, K the number of classes.
/// For rare classes, of which plain batches often hold none.
/// </remarks>
public sealed class StratifiedSampler : Sampler
{
    private readonly int[][] _classes;

    /// <summary>Makes a sampler.</summary>
    /// <param name="labels">The class of each row.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public StratifiedSampler(ReadOnlySpan<int> labels)
    {
        if (labels.IsEmpty)
        {
            throw new ArgumentException("StratifiedSampler got no labels; it needs the class of each row.", nameof(labels));
        }

        int[] copy = labels.ToArray();
        _classes = [.. Enumerable.Range(0, copy.Length).GroupBy(row => copy[row]).OrderBy(group => group.Key).Select(group => group.ToArray())];
        Count = copy.Length;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override int[] Draw(Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        double[] places = new double[Count];
        int[] order = new int[Count];
        int next = 0;
        foreach (int[] rows in _classes)
        {
            rows.CopyTo(order, next);
            rng.Shuffle(order.AsSpan(next, rows.Length));
            for (int i = 0; i < rows.Length; i++)
            {
                places[next++] = (i + rng.NextDouble()) / rows.Length;
            }
        }

        Array.Sort(places, order);
        return order;
    }
}
