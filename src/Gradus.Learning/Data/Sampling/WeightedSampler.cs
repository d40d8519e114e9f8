using Gradus.Tensors;

namespace Gradus.Learning.Data.Sampling;

/// <summary>Draws rows with probabilities in proportion to weights: PyTorch's WeightedRandomSampler.</summary>
public sealed class WeightedSampler : Sampler
{
    private readonly double[] _weights;
    private readonly double[] _sums;
    private readonly bool _replacement;

    /// <summary>Makes a sampler.</summary>
    /// <param name="weights">The weight of each row, not negative; they need not sum to 1.</param>
    /// <param name="samples">Rows of an epoch; as many as there are weights by default.</param>
    /// <param name="replacement">Whether a row may come again in an epoch; true by default.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or fewer rows have a weight than are to be drawn.</exception>
    public WeightedSampler(ReadOnlySpan<double> weights, int? samples = null, bool replacement = true)
    {
        _weights = weights.ToArray();
        _sums = new double[weights.Length];
        _replacement = replacement;
        Count = samples ?? weights.Length;
        double sum = 0;
        int positive = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            if (!(weights[row] >= 0 && double.IsFinite(weights[row])))
            {
                throw new ArgumentException($"WeightedSampler got the weight {weights[row]} for row {row}; weights are finite and not negative.", nameof(weights));
            }

            _sums[row] = sum += weights[row];
            positive += weights[row] > 0 ? 1 : 0;
        }

        if (positive == 0 || Count < 1 || (!replacement && positive < Count))
        {
            throw new ArgumentException($"WeightedSampler shall draw {Count} of {weights.Length} rows, {positive} of them with a weight, {(replacement ? "with" : "without")} replacement; give more weights, or draw fewer.", nameof(weights));
        }
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <summary>Weights with which every class is drawn equally often: one over the rows of its class.</summary>
    /// <param name="labels">The class of each row.</param>
    /// <param name="samples">Rows of an epoch; as many as there are labels by default.</param>
    /// <returns>A sampler with replacement.</returns>
    public static WeightedSampler Balanced(ReadOnlySpan<int> labels, int? samples = null)
    {
        Dictionary<int, int> counts = [];
        foreach (int label in labels)
        {
            counts[label] = counts.GetValueOrDefault(label) + 1;
        }

        double[] weights = new double[labels.Length];
        for (int row = 0; row < weights.Length; row++)
        {
            weights[row] = 1.0 / counts[labels[row]];
        }

        return new WeightedSampler(weights, samples);
    }

    /// <inheritdoc/>
    public override int[] Draw(Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        return _replacement ? WithReplacement(rng) : WithoutReplacement(rng);
    }

    private int[] WithReplacement(Rng rng)
    {
        int[] drawn = new int[Count];
        foreach (ref int row in drawn.AsSpan())
        {
            // The first row whose sum lies above the draw has a weight; a draw that rounding brought to the total falls to the last that has one.
            int place = Array.BinarySearch(_sums, rng.NextDouble() * _sums[^1]);
            row = place < 0 ? ~place : place + 1;
            while (row < _weights.Length - 1 && _weights[row] == 0)
            {
                row++;
            }

            while (row >= _weights.Length || _weights[row] == 0)
            {
                row--;
            }
        }

        return drawn;
    }

    // Efraimidis and Spirakis (2006): the rows with the largest u^(1/w) are a weighted draw without replacement; the logarithm keeps small weights apart.
    private int[] WithoutReplacement(Rng rng)
    {
        double[] keys = new double[_weights.Length];
        int[] rows = new int[_weights.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            double draw = 1 - rng.NextDouble();
            keys[row] = _weights[row] == 0 ? double.PositiveInfinity : -Math.Log(draw) / _weights[row];
            rows[row] = row;
        }

        Array.Sort(keys, rows);
        return rows[..Count];
    }
}
