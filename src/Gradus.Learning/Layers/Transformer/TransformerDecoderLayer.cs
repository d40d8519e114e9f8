using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>One layer of a Transformer's decoder (Vaswani et al., 2017): self-attention, attention to what was encoded, then a hidden layer, each added to its input and normalized. PyTorch's <c>nn.TransformerDecoderLayer</c>.</summary>
/// <remarks>
/// <para>Target and output [target time, batch, dModel], memory [source time, batch, dModel], or with the batch first, or without a batch. With normFirst x + f(norm(x)), else norm(x + f(x)).</para>
/// <para>Parts <c>self_attn</c>, <c>multihead_attn</c>, <c>linear1</c>, <c>dropout</c>, <c>linear2</c>, <c>norm1</c> to <c>norm3</c>, <c>dropout1</c> to <c>dropout3</c>.</para>
/// </remarks>
public sealed class TransformerDecoderLayer : Module
{
    private readonly MultiheadAttention _self;
    private readonly MultiheadAttention _cross;
    private readonly Linear _widen;
    private readonly Dropout _dropout;
    private readonly Linear _narrow;
    private readonly LayerNorm[] _norms;
    private readonly Dropout[] _dropouts;

    /// <summary>Makes the layer.</summary>
    /// <param name="dModel">The features of input and output.</param>
    /// <param name="numHeads">Into how many heads they are cut.</param>
    /// <param name="dimFeedforward">The width of the hidden layer behind the attention.</param>
    /// <param name="dropout">The probability of a zero, in training.</param>
    /// <param name="activation">"relu", the default, or "gelu".</param>
    /// <param name="layerNormEpsilon">ε of the layer normalizations.</param>
    /// <param name="batchFirst">Whether tensors are [batch, time, features] instead of [time, batch, features].</param>
    /// <param name="normFirst">Whether normalization comes before each part (pre-norm) instead of behind its sum with the input.</param>
    /// <param name="bias">Whether linear layers and normalizations add biases.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentException">A number is too small or too large, the heads do not divide the features, or there is no such activation.</exception>
    public TransformerDecoderLayer(
        int dModel, int numHeads, int dimFeedforward = 2048, double dropout = 0.1, string activation = "relu", double layerNormEpsilon = 1e-5, bool batchFirst = false, bool normFirst = false,
        bool bias = true, DType dtype = DType.Float32)
        : this(new TransformerLayerOptions(dModel, numHeads, dimFeedforward, dropout, activation, layerNormEpsilon, batchFirst, normFirst, bias, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public TransformerDecoderLayer(TransformerLayerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _self = RegisterModule("self_attn", new MultiheadAttention(options.Attention));
        _cross = RegisterModule("multihead_attn", new MultiheadAttention(options.Attention));
        _widen = RegisterModule("linear1", new Linear(options.DModel, options.DimFeedforward, options.Bias, options.DType));
        _dropout = RegisterModule("dropout", new Dropout(options.Dropout));
        _narrow = RegisterModule("linear2", new Linear(options.DimFeedforward, options.DModel, options.Bias, options.DType));
        _norms = [.. Enumerable.Range(1, 3).Select(i => RegisterModule($"norm{i}", new LayerNorm(options.Norm)))];
        _dropouts = [.. Enumerable.Range(1, 3).Select(i => RegisterModule($"dropout{i}", new Dropout(options.Dropout)))];
    }

    /// <summary>How the layer was made.</summary>
    public TransformerLayerOptions Options { get; }

    /// <summary>Computes the output.</summary>
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
        (Tensor x, Tensor encoded) = (inputs[0], inputs[1]);
        x = Around(0, x, part => _self.Forward(part, part, part, targetKeyPaddingMask, needWeights: false, attentionMask: targetMask, causal: causal).Output);
        x = Around(1, x, part => _cross.Forward(part, encoded, encoded, memoryKeyPaddingMask, needWeights: false, attentionMask: memoryMask).Output);
        x = Around(2, x, part => _narrow.Forward(_dropout.Forward(_widen.Forward(part, Options.Function))));
        return Leave(inputs, x);
    }

    private Tensor Around(int index, Tensor x, Func<Tensor, Tensor> part) => Options.NormFirst
        ? x + _dropouts[index].Forward(part(_norms[index].Forward(x)))
        : _norms[index].Forward(x + _dropouts[index].Forward(part(x)));
}
