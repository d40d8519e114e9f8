using Gradus.Tensors.Autograd;

namespace Gradus.Tensors;

/// <summary>Gradients as values, without touching <see cref="Tensor.Grad"/>: PyTorch's <c>torch.autograd.grad</c>.</summary>
public static class Gradient
{
    /// <summary>The gradients of a result with respect to chosen tensors, leaves or not.</summary>
    /// <param name="output">The result.</param>
    /// <param name="inputs">With respect to what; each requires a gradient.</param>
    /// <param name="gradient">The gradient with respect to <paramref name="output"/>; 1 by default, which needs one element.</param>
    /// <param name="createGraph">Records the computation, so that the gradients can be differentiated again.</param>
    /// <returns>One gradient for each input, zeros where the result does not depend on it.</returns>
    /// <exception cref="InvalidOperationException">Something requires no gradient, or the output has several elements and no gradient is given.</exception>
    public static Tensor[] Of(Tensor output, IReadOnlyList<Tensor> inputs, Tensor? gradient = null, bool createGraph = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(inputs);
        Tensor?[] found = BackwardPass.Run(output, gradient, true, createGraph, [.. inputs]);
        Tensor[] result = new Tensor[found.Length];
        for (int i = 0; i < found.Length; i++)
        {
            result[i] = found[i] ?? Tensor.Zeros(inputs[i].DType, inputs[i].Shape);
        }

        return result;
    }
}
