using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Decoder layers on each other, PyTorch's <c>nn.TransformerDecoder</c>.</summary>
/// <remarks>Target, memory and output as the layers'. Parts <c>layers.0</c>, <c>layers.1</c>, ... and <c>norm</c>. Each layer draws first values of its own; in PyTorch they begin as copies of one.</remarks>
public sealed class TransformerDecoder : Module
{
    private readonly ModuleList<TransformerDecoderLayer> _layers;
    private readonly Layer? _norm;

    /// <summary>Makes the stack.</summary>
    /// <param name="decoderLayer">The first layer; the others are made with its options.</param>
    /// <param name="numLayers">How many layers.</param>
    /// <param name="norm">A normalization of the result, which layers with normFirst want; none by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no layer.</exception>
    public TransformerDecoder(TransformerDecoderLayer decoderLayer, int numLayers, Layer? norm = null)
    {
        ArgumentNullException.ThrowIfNull(decoderLayer);
        ArgumentOutOfRangeException.ThrowIfLessThan(numLayers, 1);
        _layers = RegisterModule("layers", new ModuleList<TransformerDecoderLayer>(Enumerable.Range(0, numLayers).Select(i => i == 0 ? decoderLayer : new TransformerDecoderLayer(decoderLayer.Options))));
        _norm = norm is null ? null : RegisterModule("norm", norm);
    }

    /// <summary>The layers in order.</summary>
    public IReadOnlyList<TransformerDecoderLayer> Layers => _layers;

    /// <summary>Computes the output under masks, which every layer is given.</summary>
    /// <param name="target">What was decoded so far.</param>
    /// <param name="memory">What was encoded.</param>
    /// <param name="targetMask">What is hidden from each place of the target (bool, true where hidden) or added to its scores; none by default.</param>
    /// <param name="memoryMask">What of the memory is hidden from each place of the target, or added; none by default.</param>
    /// <param name="targetKeyPaddingMask">Which places of each row of the target are hidden, [batch, target time]; none by default.</param>
    /// <param name="memoryKeyPaddingMask">Which places of each row of the memory are hidden, [batch, source time]; none by default.</param>
    /// <param name="causal">Whether a place of the target sees itself and those before it only.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit; the message names both.</exception>
    public Tensor Forward(
        Tensor target, Tensor memory, Tensor? targetMask = null, Tensor? memoryMask = null, Tensor? targetKeyPaddingMask = null, Tensor? memoryKeyPaddingMask = null, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(memory);
        Span<Tensor> inputs = [target, memory];
        Enter(inputs);
        Tensor x = inputs[0];
        foreach (TransformerDecoderLayer layer in _layers)
        {
            x = layer.Forward(x, inputs[1], targetMask, memoryMask, targetKeyPaddingMask, memoryKeyPaddingMask, causal);
        }

        return Leave(inputs, _norm is null ? x : _norm.Forward(x));
    }
}
