using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Turns each pair of features by an angle that grows with the place (Su et al., 2021), so that the product of a query and a key depends on how far apart they are, not on where.</summary>
/// <remarks>
/// Input and output [.., time, d], such as the heads [batch, heads, time, d] of queries and of keys, before attention. Pair i at place t is turned by t · base^(−2i / d). Interleaved pairs are (2i, 2i + 1), as in the
/// paper; else (i, i + d / 2), as in GPT-NeoX and LLaMA.
/// </remarks>
public sealed class RotaryEmbedding : Layer
{
    private Tensor? _cosine;
    private Tensor? _sine;

    /// <summary>Makes the layer.</summary>
    /// <param name="dim">d, the features of a head, an even number.</param>
    /// <param name="angleBase">The base of the angles; 10,000 by default.</param>
    /// <param name="interleaved">Whether neighbours are a pair, as by default, instead of a feature of the first half and one of the second.</param>
    /// <exception cref="ArgumentException">The features are odd or none, or the base is not above 1.</exception>
    public RotaryEmbedding(int dim, double angleBase = 10_000, bool interleaved = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dim, 2);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(angleBase, 1);
        Dim = dim % 2 == 0 ? dim : throw new ArgumentException($"RotaryEmbedding got {dim} features; it turns pairs and needs an even number.", nameof(dim));
        AngleBase = angleBase;
        Interleaved = interleaved;
    }

    /// <summary>d, the features of a head.</summary>
    public int Dim { get; }

    /// <summary>The base of the angles.</summary>
    public double AngleBase { get; }

    /// <summary>Whether neighbours are a pair.</summary>
    public bool Interleaved { get; }

    /// <summary>Turns an input that begins later, such as the next token of a text whose keys are kept.</summary>
    /// <param name="input">The input, [.., time, d].</param>
    /// <param name="offset">The place of its first step, at least 0.</param>
    /// <returns>The turned input.</returns>
    /// <exception cref="ArgumentException">The last axis is not d, or the offset is negative.</exception>
    public Tensor Forward(Tensor input, int offset)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        Enter(new Span<Tensor>(ref input));
        return Leave(new ReadOnlySpan<Tensor>(ref input), Turn(input, offset));
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => Turn(input, 0);

    /// <inheritdoc/>
    protected override string Describe() => $"{Dim}, base={PythonText.Number(AngleBase)}, interleaved={Interleaved}";

    private Tensor Turn(Tensor x, int offset)
    {
        if (x.Rank < 2 || x.Shape[^1] != Dim)
        {
            throw new ArgumentException($"RotaryEmbedding({Dim}) got an input of shape [{string.Join(", ", x.Shape.ToArray())}]; it must be [.., time, {Dim}].", nameof(x));
        }

        int time = x.Shape[^2], axis = Interleaved ? -1 : -2;
        (Tensor cosine, Tensor sine) = Angles(offset + time, x.DType);
        (cosine, sine) = (cosine.Narrow(0, offset, time), sine.Narrow(0, offset, time));
        Tensor pairs = Interleaved ? x.Unflatten(-1, [Dim / 2, 2]) : x.Unflatten(-1, [2, Dim / 2]);
        (Tensor first, Tensor second) = (pairs.Select(axis, 0), pairs.Select(axis, 1));
        return Tensor.Stack([(first * cosine) - (second * sine), (first * sine) + (second * cosine)], axis).Flatten(-2);
    }

    // [time, d / 2] each, kept for the longest input so far.
    private (Tensor Cosine, Tensor Sine) Angles(int time, DType dtype)
    {
        if (_cosine is { } known && _sine is { } sine && known.Shape[0] >= time && known.DType == dtype)
        {
            return (known, sine);
        }

        using NoGrad quiet = NoGrad.Enter();
        int pairs = Dim / 2;
        time = PositionalShape.Roomy(time);
        double[] angles = [.. Enumerable.Range(0, time * pairs).Select(i => i / pairs * Math.Pow(AngleBase, -2.0 * (i % pairs) / Dim))];
        Tensor table = Tensor.From(angles, time, pairs);
        _cosine = table.Cos().To(dtype).Keep();
        _sine = table.Sin().To(dtype).Keep();
        return (_cosine, _sine);
    }
}
