using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>One layer of a Transformer's encoder (Vaswani et al., 2017): self-attention, then a hidden layer, each added to its input and normalized. PyTorch's <c>nn.TransformerEncoderLayer</c>.</summary>
/// <remarks>
/// <para>Input and output [time, batch, dModel], or [batch, time, dModel], or [time, dModel]. With normFirst x + f(norm(x)), else norm(x + f(x)).</para>
/// <para>Parts <c>self_attn</c>, <c>linear1</c>, <c>dropout</c>, <c>linear2</c>, <c>norm1</c>, <c>norm2</c>, <c>dropout1</c>, <c>dropout2</c>.</para>
/// </remarks>
public sealed class TransformerEncoderLayer : Layer
{
    private readonly MultiheadAttention _attention;
    private readonly Linear _widen;
    private readonly Dropout _dropout;
    private readonly Linear _narrow;
    private readonly LayerNorm _norm1;
    private readonly LayerNorm _norm2;
    private readonly Dropout _dropout1;
    private readonly Dropout _dropout2;

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
    public TransformerEncoderLayer(
        int dModel, int numHeads, int dimFeedforward = 2048, double dropout = 0.1, string activation = "relu", double layerNormEpsilon = 1e-5, bool batchFirst = false, bool normFirst = false,
        bool bias = true, DType dtype = DType.Float32)
        : this(new TransformerLayerOptions(dModel, numHeads, dimFeedforward, dropout, activation, layerNormEpsilon, batchFirst, normFirst, bias, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public TransformerEncoderLayer(TransformerLayerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _attention = RegisterModule("self_attn", new MultiheadAttention(options.Attention));
        _widen = RegisterModule("linear1", new Linear(options.DModel, options.DimFeedforward, options.Bias, options.DType));
        _dropout = RegisterModule("dropout", new Dropout(options.Dropout));
        _narrow = RegisterModule("linear2", new Linear(options.DimFeedforward, options.DModel, options.Bias, options.DType));
        _norm1 = RegisterModule("norm1", new LayerNorm(options.Norm));
        _norm2 = RegisterModule("norm2", new LayerNorm(options.Norm));
        _dropout1 = RegisterModule("dropout1", new Dropout(options.Dropout));
        _dropout2 = RegisterModule("dropout2", new Dropout(options.Dropout));
    }

    /// <summary>How the layer was made.</summary>
    public TransformerLayerOptions Options { get; }

    /// <summary>Computes the output under masks.</summary>
    /// <param name="source">The input.</param>
    /// <param name="mask">What is hidden from each place (bool, true where hidden) or added to its scores, [time, time] or [batch · heads, time, time]; none when null.</param>
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
        if (Options.NormFirst)
        {
            x += Attend(_norm1.Forward(x), mask, padding, causal);
            return x + Feed(_norm2.Forward(x));
        }

        x = _norm1.Forward(x + Attend(x, mask, padding, causal));
        return _norm2.Forward(x + Feed(x));
    }

    private Tensor Attend(Tensor x, Tensor? mask, Tensor? padding, bool causal) =>
        _dropout1.Forward(_attention.Forward(x, x, x, padding, needWeights: false, attentionMask: mask, causal: causal).Output);

    private Tensor Feed(Tensor x) => _dropout2.Forward(_narrow.Forward(_dropout.Forward(_widen.Forward(x, Options.Function))));
}
