using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>Multi-head self-attention (Vaswani et al., 2017) in its plainest form: one projection to queries, keys and values, attention in each head, one projection of the heads side by side.</summary>
/// <remarks>
/// Input and output [N, time, width]. Parts <c>qkv</c>, whose output holds queries, keys and values in this order and each of them head after head, and <c>out</c>. <see cref="MultiheadAttention"/> has masks, other keys and dropout of weights.
/// </remarks>
public sealed class SelfAttention : Layer
{
    private readonly Linear _qkv;
    private readonly Linear _out;
    private readonly int _heads;
    private readonly bool _causal;

    /// <summary>Makes the layer.</summary>
    /// <param name="width">The features of input and output.</param>
    /// <param name="heads">Into how many heads they are cut.</param>
    /// <param name="causal">Whether a place sees itself and those before it only.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
    public SelfAttention(int width, int heads, bool causal = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(heads, 1);
        if (width % heads != 0)
        {
            throw new ArgumentException($"SelfAttention got {heads} heads for a width of {width}; the heads must divide it.", nameof(heads));
        }

        (_heads, _causal) = (heads, causal);
        _qkv = RegisterModule("qkv", new Linear(width, 3 * width));
        _out = RegisterModule("out", new Linear(width, width));
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        Tensor[] parts = _qkv.Forward(input).Chunk(3, -1);
        Tensor mixed = Heads(parts[0]).ScaledDotProductAttention(Heads(parts[1]), Heads(parts[2]), causal: _causal);
        return _out.Forward(mixed.Transpose(1, 2).Flatten(2));
    }

    /// <inheritdoc/>
    protected override string Describe() => $"heads={_heads}{(_causal ? ", causal=True" : "")}";

    // [N, time, width] as [N, heads, time, width of a head], without a copy.
    private Tensor Heads(Tensor x) => x.Unflatten(2, [_heads, x.Shape[2] / _heads]).Transpose(1, 2);
}
