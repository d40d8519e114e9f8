using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of recurrent layers.</summary>
public sealed record RecurrentOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="inputSize">The features of the input.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    /// <param name="numLayers">How many layers stand on each other.</param>
    /// <param name="bias">Whether biases are added.</param>
    /// <param name="batchFirst">Whether input and output are [batch, time, features] instead of [time, batch, features].</param>
    /// <param name="dropout">The probability of a zero between layers, in training.</param>
    /// <param name="bidirectional">Whether each layer reads the sequence from both ends.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or dropout lies outside [0, 1].</exception>
    public RecurrentOptions(
        int inputSize, int hiddenSize, int numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(numLayers, 1);
        if (!(dropout >= 0 && dropout <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(dropout), dropout, "A recurrent layer needs a dropout in [0, 1].");
        }

        InputSize = inputSize;
        HiddenSize = hiddenSize;
        NumLayers = numLayers;
        Bias = bias;
        BatchFirst = batchFirst;
        Dropout = dropout;
        Bidirectional = bidirectional;
        DType = dtype;
    }

    /// <summary>The features of the input.</summary>
    public int InputSize { get; }

    /// <summary>The size of the state.</summary>
    public int HiddenSize { get; }

    /// <summary>How many layers stand on each other.</summary>
    public int NumLayers { get; }

    /// <summary>Whether biases are added.</summary>
    public bool Bias { get; }

    /// <summary>Whether input and output are [batch, time, features] instead of [time, batch, features].</summary>
    public bool BatchFirst { get; }

    /// <summary>The probability of a zero between layers, in training.</summary>
    public double Dropout { get; }

    /// <summary>Whether each layer reads the sequence from both ends.</summary>
    public bool Bidirectional { get; }

    /// <summary>The element type of the parameters.</summary>
    public DType DType { get; }
}
