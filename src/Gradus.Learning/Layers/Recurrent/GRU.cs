using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Gated recurrent units (Cho et al., 2014), PyTorch's <c>nn.GRU</c>.</summary>
/// <remarks>
/// <para>For each step r = σ(W_ir x + b_ir + W_hr h + b_hr), z = σ(W_iz x + b_iz + W_hz h + b_hz), n = tanh(W_in x + b_in + r (W_hn h + b_hn)), h′ = (1 − z) n + z h. Rows of the weights in the order r, z, n.</para>
/// <para>Input [time, batch, inputSize], or [batch, time, inputSize] with batchFirst, or [time, inputSize]; output the same with directions · hiddenSize at the end. States are [layers · directions, batch, hiddenSize].
/// With lengths, each row of the batch ends after so many steps, as a packed sequence does in PyTorch: outputs beyond are 0, and the last state is that of the row's own end.</para>
/// </remarks>
public sealed class GRU : Recurrent
{
    /// <summary>Makes the layer.</summary>
    /// <param name="inputSize">The features of the input.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    /// <param name="numLayers">How many layers stand on each other.</param>
    /// <param name="bias">Whether biases are added.</param>
    /// <param name="batchFirst">Whether input and output are [batch, time, features] instead of [time, batch, features].</param>
    /// <param name="dropout">The probability of a zero between layers, in training.</param>
    /// <param name="bidirectional">Whether each layer reads the sequence from both ends.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or dropout lies outside [0, 1].</exception>
    public GRU(
        int inputSize, int hiddenSize, int numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, DType dtype = DType.Float32)
        : this(new RecurrentOptions(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public GRU(RecurrentOptions options)
        : base(options, 3)
    {
    }

    private protected override bool HasCell => false;

    /// <summary>Runs over a sequence.</summary>
    /// <param name="input">The sequence.</param>
    /// <param name="hidden">The state before the first step, [layers · directions, batch, hiddenSize]; 0 by default.</param>
    /// <param name="lengths">How many steps of each row there are, int64 or int32 [batch]; all by default.</param>
    /// <returns>The outputs of the last layer at each step, and the last state.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or a length is negative or above the count of steps.</exception>
    public (Tensor Output, Tensor Hidden) Forward(Tensor input, Tensor? hidden = null, Tensor? lengths = null)
    {
        (Tensor output, Tensor last, _) = Run(input, hidden, null, lengths);
        return (output, last);
    }

    private protected override (Tensor Output, Tensor Hidden, Tensor? Cell) Sequence(
        Tensor input, RecurrentWeights weights, Tensor? hidden, Tensor? cell, bool batchFirst, bool reverse, Tensor? lengths)
    {
        RecurrentResult result = input.GruSequence(weights.Input.Value, weights.Hidden.Value, weights.InputBias?.Value, weights.HiddenBias?.Value, hidden, batchFirst, reverse, lengths);
        return (result.Output, result.Hidden, null);
    }
}
