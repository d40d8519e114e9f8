using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>One step of long short-term memory, PyTorch's <c>nn.LSTMCell</c>; see <see cref="LSTM"/>.</summary>
/// <remarks>Input [batch, inputSize] or [inputSize], states with hiddenSize. For whole sequences <see cref="LSTM"/> is faster.</remarks>
public sealed class LSTMCell : RecurrentCell
{
    /// <summary>Makes the cell.</summary>
    /// <param name="inputSize">The features of the input.</param>
    /// <param name="hiddenSize">The size of the states.</param>
    /// <param name="bias">Whether biases are added.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public LSTMCell(int inputSize, int hiddenSize, bool bias = true, DType dtype = DType.Float32)
        : base(inputSize, hiddenSize, bias, 4, dtype)
    {
    }

    /// <summary>Takes one step.</summary>
    /// <param name="input">What comes in.</param>
    /// <param name="state">h and c before; 0 by default.</param>
    /// <returns>h and c after.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit; the message names both.</exception>
    public (Tensor Hidden, Tensor Cell) Forward(Tensor input, (Tensor Hidden, Tensor Cell)? state = null)
    {
        (Tensor hidden, Tensor? cell) = Step(input, state?.Hidden, state?.Cell, (x, h, c) =>
            x.LstmCell(h, c ?? Tensor.ZerosLike(h), Weights.Input.Value, Weights.Hidden.Value, Weights.InputBias?.Value, Weights.HiddenBias?.Value));
        return (hidden, cell!);
    }
}
