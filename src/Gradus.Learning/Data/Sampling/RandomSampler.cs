using Gradus.Tensors;

namespace Gradus.Learning.Data.Sampling;

/// <summary>Rows in random order: every one once, or drawn with replacement.</summary>
public sealed class RandomSampler : Sampler
{
    private readonly int _rows;
    private readonly bool _replacement;

    /// <summary>Makes a sampler.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="replacement">Whether a row may come again in an epoch; false by default.</param>
    /// <param name="samples">Rows of an epoch; as many as there are by default. Without replacement further rounds of all rows follow the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no row, or none is to be drawn.</exception>
    public RandomSampler(int rows, bool replacement = false, int? samples = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples ?? 1, 1, nameof(samples));
        _rows = rows;
        _replacement = replacement;
        Count = samples ?? rows;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override int[] Draw(Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        if (!_replacement && Count == _rows)
        {
            return rng.Permutation(_rows);
        }

        int[] drawn = new int[Count];
        for (int from = 0; from < Count; from += _rows)
        {
            Span<int> round = drawn.AsSpan(from, Math.Min(_rows, Count - from));
            if (!_replacement)
            {
                rng.Permutation(_rows).AsSpan(0, round.Length).CopyTo(round);
                continue;
            }

            foreach (ref int row in round)
            {
                row = rng.NextInt(_rows);
            }
        }

        return drawn;
    }
}
