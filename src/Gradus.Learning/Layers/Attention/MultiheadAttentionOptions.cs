using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of <see cref="MultiheadAttention"/>.</summary>
public sealed record MultiheadAttentionOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="embedDim">The features of queries and of the output.</param>
    /// <param name="numHeads">Into how many heads they are cut.</param>
    /// <param name="dropout">The probability with which a weight after softmax is dropped, in training.</param>
    /// <param name="bias">Whether the projections add biases.</param>
    /// <param name="addBiasKv">Whether a learned key and value are put behind those of the input.</param>
    /// <param name="addZeroAttention">Whether a key and value of zeros are put behind those of the input.</param>
    /// <param name="keyDim">The features of the keys; those of the queries when null.</param>
    /// <param name="valueDim">The features of the values; those of the queries when null.</param>
    /// <param name="batchFirst">Whether tensors are [batch, time, features] instead of [time, batch, features].</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or dropout does not lie from 0 to 1.</exception>
    /// <exception cref="ArgumentException">The heads do not divide the features.</exception>
    public MultiheadAttentionOptions(
        int embedDim, int numHeads, double dropout = 0, bool bias = true, bool addBiasKv = false, bool addZeroAttention = false, int? keyDim = null, int? valueDim = null,
        bool batchFirst = false, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(embedDim, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(numHeads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(keyDim ?? 1, 1, nameof(keyDim));
        ArgumentOutOfRangeException.ThrowIfLessThan(valueDim ?? 1, 1, nameof(valueDim));
        if (embedDim % numHeads != 0)
        {
            throw new ArgumentException($"MultiheadAttention got {embedDim} features and {numHeads} heads; the heads must divide the features.", nameof(numHeads));
        }

        if (!(dropout >= 0 && dropout <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(dropout), dropout, "MultiheadAttention needs a dropout from 0 to 1.");
        }

        EmbedDim = embedDim;
        NumHeads = numHeads;
        Dropout = dropout;
        Bias = bias;
        AddBiasKv = addBiasKv;
        AddZeroAttention = addZeroAttention;
        KeyDim = keyDim ?? embedDim;
        ValueDim = valueDim ?? embedDim;
        BatchFirst = batchFirst;
        DType = dtype;
    }

    /// <summary>The features of queries and of the output.</summary>
    public int EmbedDim { get; }

    /// <summary>Into how many heads they are cut.</summary>
    public int NumHeads { get; }

    /// <summary>The probability with which a weight after softmax is dropped, in training.</summary>
    public double Dropout { get; }

    /// <summary>Whether the projections add biases.</summary>
    public bool Bias { get; }

    /// <summary>Whether a learned key and value are put behind those of the input.</summary>
    public bool AddBiasKv { get; }

    /// <summary>Whether a key and value of zeros are put behind those of the input.</summary>
    public bool AddZeroAttention { get; }

    /// <summary>The features of the keys.</summary>
    public int KeyDim { get; }

    /// <summary>The features of the values.</summary>
    public int ValueDim { get; }

    /// <summary>Whether tensors are [batch, time, features] instead of [time, batch, features].</summary>
    public bool BatchFirst { get; }

    /// <summary>The element type of the parameters.</summary>
    public DType DType { get; }
}
