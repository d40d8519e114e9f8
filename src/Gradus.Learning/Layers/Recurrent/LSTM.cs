using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Long short-term memory (Hochreiter and Schmidhuber, 1997), PyTorch's <c>nn.LSTM</c>.</summary>
/// <remarks>
/// <para>For each step, with i, f, g, o = W_ih x + b_ih + W_hh h + b_hh: c′ = σ(f) c + σ(i) tanh(g), h′ = σ(o) tanh(c′). Rows of the weights in the order i, f, g, o.</para>
/// <para>Input [time, batch, inputSize], or [batch, time, inputSize] with batchFirst, or [time, inputSize]; output the same with directions · hiddenSize at the end. States are [layers · directions, batch, hiddenSize].
/// With lengths, each row of the batch ends after so many steps, as a packed sequence does in PyTorch: outputs beyond are 0, and the last state is that of the row's own end.</para>
/// </remarks>
public sealed class LSTM : Recurrent
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
    public LSTM(
        int inputSize, int hiddenSize, int numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, DType dtype = DType.Float32)
        : this(new RecurrentOptions(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public LSTM(RecurrentOptions options)
        : base(options, 4)
    {
    }

    private protected override bool HasCell => true;

    /// <summary>Runs over a sequence.</summary>
    /// <param name="input">The sequence.</param>
    /// <param name="state">h and c before the first step, [layers · directions, batch, hiddenSize], each; 0 by default.</param>
    /// <param name="lengths">How many steps of each row there are, int64 or int32 [batch]; all by default.</param>
    /// <returns>The outputs of the last layer at each step, and the last state, h and c.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or a length is negative or above the count of steps.</exception>
    public (Tensor Output, (Tensor Hidden, Tensor Cell) State) Forward(Tensor input, (Tensor Hidden, Tensor Cell)? state = null, Tensor? lengths = null)
    {
        (Tensor output, Tensor hidden, Tensor? cell) = Run(input, state?.Hidden, state?.Cell, lengths);
        return (output, (hidden, cell!));
    }

    private protected override (Tensor Output, Tensor Hidden, Tensor? Cell) Sequence(
        Tensor input, RecurrentWeights weights, Tensor? hidden, Tensor? cell, bool batchFirst, bool reverse, Tensor? lengths)
    {
        LstmResult result = input.LstmSequence(weights.Input.Value, weights.Hidden.Value, weights.InputBias?.Value, weights.HiddenBias?.Value, hidden, cell, batchFirst, reverse, lengths);
        return (result.Output, result.Hidden, result.Cell);
    }
}
