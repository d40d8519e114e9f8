using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The plain recurrent network (Elman, 1990), PyTorch's <c>nn.RNN</c>.</summary>
/// <remarks>
/// <para>For each step h′ = tanh(W_ih x + b_ih + W_hh h + b_hh), or max(0, ·) in place of tanh.</para>
/// <para>Input [time, batch, inputSize], or [batch, time, inputSize] with batchFirst, or [time, inputSize]; output the same with directions · hiddenSize at the end. States are [layers · directions, batch, hiddenSize].
/// With lengths, each row of the batch ends after so many steps, as a packed sequence does in PyTorch: outputs beyond are 0, and the last state is that of the row's own end.</para>
/// </remarks>
public sealed class RNN : Recurrent
{
    private readonly bool _relu;

    /// <summary>Makes the layer.</summary>
    /// <param name="inputSize">The features of the input.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    /// <param name="numLayers">How many layers stand on each other.</param>
    /// <param name="nonlinearity">"tanh", the default, or "relu".</param>
    /// <param name="bias">Whether biases are added.</param>
    /// <param name="batchFirst">Whether input and output are [batch, time, features] instead of [time, batch, features].</param>
    /// <param name="dropout">The probability of a zero between layers, in training.</param>
    /// <param name="bidirectional">Whether each layer reads the sequence from both ends.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or dropout lies outside [0, 1].</exception>
    /// <exception cref="ArgumentException">The nonlinearity is neither.</exception>
    public RNN(
        int inputSize, int hiddenSize, int numLayers = 1, string nonlinearity = "tanh", bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, DType dtype = DType.Float32)
        : this(new RecurrentOptions(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype), nonlinearity)
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="nonlinearity">"tanh", the default, or "relu".</param>
    public RNN(RecurrentOptions options, string nonlinearity = "tanh")
        : base(options, 1)
    {
        _relu = IsRelu(nonlinearity, nameof(RNN));
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

    /// <inheritdoc/>
    protected override string Describe() => _relu ? $"{base.Describe()}, nonlinearity=relu" : base.Describe();

    internal static bool IsRelu(string nonlinearity, string what) => nonlinearity switch
    {
        "tanh" => false,
        "relu" => true,
        _ => throw new ArgumentException($"{what} got nonlinearity '{nonlinearity}'; it knows 'tanh' and 'relu'.", nameof(nonlinearity)),
    };

    private protected override (Tensor Output, Tensor Hidden, Tensor? Cell) Sequence(
        Tensor input, RecurrentWeights weights, Tensor? hidden, Tensor? cell, bool batchFirst, bool reverse, Tensor? lengths)
    {
        RecurrentResult result = input.RnnSequence(weights.Input.Value, weights.Hidden.Value, weights.InputBias?.Value, weights.HiddenBias?.Value, hidden, _relu, batchFirst, reverse, lengths);
        return (result.Output, result.Hidden, null);
    }
}
