using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>One step of a gated recurrent unit, PyTorch's <c>nn.GRUCell</c>; see <see cref="GRU"/>.</summary>
/// <remarks>Input [batch, inputSize] or [inputSize], state and output with hiddenSize. For whole sequences <see cref="GRU"/> is faster.</remarks>
public sealed class GRUCell : RecurrentCell
{
    /// <summary>Makes the cell.</summary>
    /// <param name="inputSize">The features of the input.</param>
    /// <param name="hiddenSize">The size of the state.</param>
    /// <param name="bias">Whether biases are added.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public GRUCell(int inputSize, int hiddenSize, bool bias = true, DType dtype = DType.Float32)
        : base(inputSize, hiddenSize, bias, 3, dtype)
    {
    }

    /// <summary>Takes one step.</summary>
    /// <param name="input">What comes in.</param>
    /// <param name="hidden">The state before; 0 by default.</param>
    /// <returns>The state after.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit; the message names both.</exception>
    public Tensor Forward(Tensor input, Tensor? hidden = null) =>
        Step(input, hidden, null, (x, h, _) => (x.GruCell(h, Weights.Input.Value, Weights.Hidden.Value, Weights.InputBias?.Value, Weights.HiddenBias?.Value), null)).Hidden;
}
