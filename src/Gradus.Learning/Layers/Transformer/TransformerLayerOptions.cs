using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of <see cref="TransformerEncoderLayer"/> and <see cref="TransformerDecoderLayer"/>.</summary>
public sealed record TransformerLayerOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="dModel">The features of input and output.</param>
    /// <param name="numHeads">Into how many heads they are cut.</param>
    /// <param name="dimFeedforward">The width of the hidden layer behind the attention.</param>
    /// <param name="dropout">The probability of a zero at every place where the paper has dropout.</param>
    /// <param name="activation">"relu" or "gelu".</param>
    /// <param name="layerNormEpsilon">ε of the layer normalizations.</param>
    /// <param name="batchFirst">Whether tensors are [batch, time, features] instead of [time, batch, features].</param>
    /// <param name="normFirst">Whether normalization comes before each part (pre-norm) instead of behind its sum with the input.</param>
    /// <param name="bias">Whether linear layers and normalizations add biases.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or dropout does not lie from 0 to 1.</exception>
    /// <exception cref="ArgumentException">The heads do not divide the features, or there is no such activation.</exception>
    public TransformerLayerOptions(
        int dModel, int numHeads, int dimFeedforward = 2048, double dropout = 0.1, string activation = "relu", double layerNormEpsilon = 1e-5, bool batchFirst = false, bool normFirst = false,
        bool bias = true, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimFeedforward, 1);
        Attention = new MultiheadAttentionOptions(dModel, numHeads, dropout, bias, batchFirst: batchFirst, dtype: dtype);
        Norm = new LayerNormOptions([dModel], layerNormEpsilon, bias: bias, dtype: dtype);
        DimFeedforward = dimFeedforward;
        Activation = activation;
        NormFirst = normFirst;
        Function = activation switch
        {
            "relu" => Tensors.Activation.Relu,
            "gelu" => Tensors.Activation.Gelu,
            _ => throw new ArgumentException($"A Transformer layer got activation '{activation}'; it knows 'relu' and 'gelu'.", nameof(activation)),
        };
    }

    /// <summary>The features of input and output.</summary>
    public int DModel => Attention.EmbedDim;

    /// <summary>Into how many heads they are cut.</summary>
    public int NumHeads => Attention.NumHeads;

    /// <summary>The width of the hidden layer behind the attention.</summary>
    public int DimFeedforward { get; }

    /// <summary>The probability of a zero.</summary>
    public double Dropout => Attention.Dropout;

    /// <summary>"relu" or "gelu".</summary>
    public string Activation { get; }

    /// <summary>Whether tensors are [batch, time, features] instead of [time, batch, features].</summary>
    public bool BatchFirst => Attention.BatchFirst;

    /// <summary>Whether normalization comes before each part.</summary>
    public bool NormFirst { get; }

    /// <summary>Whether linear layers and normalizations add biases.</summary>
    public bool Bias => Attention.Bias;

    /// <summary>The element type of the parameters.</summary>
    public DType DType => Attention.DType;

    /// <summary>The attention's options.</summary>
    public MultiheadAttentionOptions Attention { get; }

    /// <summary>The normalizations' options.</summary>
    public LayerNormOptions Norm { get; }

    internal Activation Function { get; }
}
