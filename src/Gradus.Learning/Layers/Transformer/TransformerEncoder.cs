using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Encoder layers on each other, PyTorch's <c>nn.TransformerEncoder</c>.</summary>
/// <remarks>Input and output as the layers'. Parts <c>layers.0</c>, <c>layers.1</c>, ... and <c>norm</c>. Each layer draws first values of its own; in PyTorch they begin as copies of one.</remarks>
public sealed class TransformerEncoder : Layer
{
    private readonly ModuleList<TransformerEncoderLayer> _layers;
    private readonly Layer? _norm;

    /// <summary>Makes the stack.</summary>
    /// <param name="encoderLayer">The first layer; the others are made with its options.</param>
    /// <param name="numLayers">How many layers.</param>
    /// <param name="norm">A normalization of the result, which layers with normFirst want; none by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no layer.</exception>
    public TransformerEncoder(TransformerEncoderLayer encoderLayer, int numLayers, Layer? norm = null)
    {
        ArgumentNullException.ThrowIfNull(encoderLayer);
        ArgumentOutOfRangeException.ThrowIfLessThan(numLayers, 1);
        _layers = RegisterModule("layers", new ModuleList<TransformerEncoderLayer>(Enumerable.Range(0, numLayers).Select(i => i == 0 ? encoderLayer : new TransformerEncoderLayer(encoderLayer.Options))));
        _norm = norm is null ? null : RegisterModule("norm", norm);
    }

    /// <summary>The layers in order.</summary>
    public IReadOnlyList<TransformerEncoderLayer> Layers => _layers;

    /// <summary>Computes the output under masks, which every layer is given.</summary>
    /// <param name="source">The input.</param>
    /// <param name="mask">What is hidden from each place (bool, true where hidden) or added to its scores; none when null.</param>
    /// <param name="keyPaddingMask">Which places of each row are hidden, [batch, time]; none by default.</param>
    /// <param name="causal">Whether a place sees itself and those before it only.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit; the message names both.</exception>
    public Tensor Forward(Tensor source, Tensor? mask, Tensor? keyPaddingMask = null, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        Enter(new Span<Tensor>(ref source));
        return Leave(new ReadOnlySpan<Tensor>(ref source), Run(source, mask, keyPaddingMask, causal));
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => Run(input, null, null, causal: false);

    private Tensor Run(Tensor x, Tensor? mask, Tensor? padding, bool causal)
    {
        foreach (TransformerEncoderLayer layer in _layers)
        {
            x = layer.Forward(x, mask, padding, causal);
        }

        return _norm is null ? x : _norm.Forward(x);
    }
}
