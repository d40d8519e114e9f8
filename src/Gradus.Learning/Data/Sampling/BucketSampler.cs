using Gradus.Tensors;

namespace Gradus.Learning.Data.Sampling;

/// <summary>Every row once, rows of like length side by side and the batches of them in random order, so that little is padded.</summary>
public sealed class BucketSampler : Sampler
{
    private readonly int[] _lengths;
    private readonly int _batchSize;

    /// <summary>Makes a sampler.</summary>
    /// <param name="lengths">The length of each row.</param>
    /// <param name="batchSize">Rows of a batch of the loader.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch has no row.</exception>
    public BucketSampler(ReadOnlySpan<int> lengths, int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        _lengths = lengths.IsEmpty ? throw new ArgumentException("BucketSampler got no lengths; it needs the length of each row.", nameof(lengths)) : lengths.ToArray();
        _batchSize = batchSize;
    }

    /// <inheritdoc/>
    public override int Count => _lengths.Length;

    /// <inheritdoc/>
    public override int[] Draw(Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        int[] order = [.. rng.Permutation(Count).OrderBy(row => _lengths[row])];

        // The last batch stays last where it is not full: the loader cuts the order every batchSize rows.
        int full = Count / _batchSize;
        int[] drawn = new int[Count];
        int to = 0;
        foreach (int batch in rng.Permutation(full))
        {
            order.AsSpan(batch * _batchSize, _batchSize).CopyTo(drawn.AsSpan(to));
            to += _batchSize;
        }

        order.AsSpan(to).CopyTo(drawn.AsSpan(to));
        return drawn;
    }
}
