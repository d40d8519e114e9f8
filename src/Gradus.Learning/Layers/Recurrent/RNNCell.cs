using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>One step of a plain recurrent network, PyTorch's <c>nn.RNNCell</c>; see <see cref="RNN"/>.</summary>
/// <remarks>Input [batch, inputSize] or [inputSize], state and output with hiddenSize. For whole sequences <see cref="RNN"/> is faster.</remarks>
public sealed class RNNCell : RecurrentCell
{
    private readonly bool _relu;

    /// <summary>Makes the cell.</summary>
    /// <param name="inputSize">The features of the input.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    /// <param name="bias">Whether biases are added.</param>
    /// <param name="nonlinearity">"tanh", the default, or "relu".</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentException">A size is below 1, or the nonlinearity is neither.</exception>
    public RNNCell(int inputSize, int hiddenSize, bool bias = true, string nonlinearity = "tanh", DType dtype = DType.Float32)
        : base(inputSize, hiddenSize, bias, 1, dtype)
    {
        _relu = RNN.IsRelu(nonlinearity, nameof(RNNCell));
    }

    /// <summary>Takes one step.</summary>
    /// <param name="input">What comes in.</param>
    /// <param name="hidden">The state before; 0 by default.</param>
    /// <returns>The state after.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit; the message names both.</exception>
    public Tensor Forward(Tensor input, Tensor? hidden = null) =>
        Step(input, hidden, null, (x, h, _) => (x.RnnCell(h, Weights.Input.Value, Weights.Hidden.Value, Weights.InputBias?.Value, Weights.HiddenBias?.Value, _relu), null)).Hidden;

    /// <inheritdoc/>
    protected override string Describe() => _relu ? $"{base.Describe()}, nonlinearity=relu" : base.Describe();
}
