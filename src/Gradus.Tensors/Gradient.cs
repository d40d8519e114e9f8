using Gradus.Tensors.Autograd;

namespace Gradus.Tensors;

/// <summary>Gradients as values, without touching <see cref="Tensor.Grad"/>: PyTorch's <c>torch.autograd.grad</c> and <c>torch.autograd.functional</c>.</summary>
/// <remarks>
/// Only what lies between the results and the chosen tensors is computed. Where a result does not depend on a tensor, the gradient is zero, and <see cref="Of(Tensor, IReadOnlyList{Tensor}, Tensor?, bool)"/> gives zeros;
/// <see cref="OfOrNull"/> gives null instead, for those who must know (PyTorch's <c>allow_unused</c>).
/// </remarks>
public static class Gradient
{
    /// <summary>The gradients of a result with respect to chosen tensors, leaves or not: the product of a vector with the Jacobian.</summary>
    /// <param name="output">The result.</param>
    /// <param name="inputs">With respect to what; each requires a gradient.</param>
    /// <param name="gradient">The gradient with respect to <paramref name="output"/>; 1 by default, which needs one element.</param>
    /// <param name="createGraph">Records the computation, so that the gradients can be differentiated again.</param>
    /// <returns>One gradient for each input, zeros where the result does not depend on it.</returns>
    /// <exception cref="InvalidOperationException">Something requires no gradient, or the output has several elements and no gradient is given.</exception>
    public static Tensor[] Of(Tensor output, IReadOnlyList<Tensor> inputs, Tensor? gradient = null, bool createGraph = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Of([output], inputs, gradient is null ? null : [gradient], createGraph);
    }

    /// <summary>The gradients of several results with respect to chosen tensors, added up over the results.</summary>
    /// <param name="outputs">The results, at least one.</param>
    /// <param name="inputs">With respect to what; each requires a gradient.</param>
    /// <param name="gradients">The gradient with respect to each result; 1 by default, which needs results of one element.</param>
    /// <param name="createGraph">Records the computation, so that the gradients can be differentiated again.</param>
    /// <returns>One gradient for each input, zeros where no result depends on it.</returns>
    /// <exception cref="ArgumentException">There is no result, or the gradients are not as many as the results.</exception>
    /// <exception cref="InvalidOperationException">Something requires no gradient, or an output has several elements and no gradient is given.</exception>
    public static Tensor[] Of(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor>? gradients, bool createGraph = false)
    {
        Tensor?[] found = OfOrNull(outputs, inputs, gradients, createGraph);
        Tensor[] result = new Tensor[found.Length];
        for (int i = 0; i < found.Length; i++)
        {
            result[i] = found[i] ?? Tensor.Zeros(inputs[i].DType, inputs[i].Shape);
        }

        return result;
    }

    /// <summary>As <see cref="Of(IReadOnlyList{Tensor}, IReadOnlyList{Tensor}, IReadOnlyList{Tensor}?, bool)"/>, but null where no result depends on an input.</summary>
    /// <param name="outputs">The results, at least one.</param>
    /// <param name="inputs">With respect to what; each requires a gradient.</param>
    /// <param name="gradients">The gradient with respect to each result; 1 by default, which needs results of one element.</param>
    /// <param name="createGraph">Records the computation, so that the gradients can be differentiated again.</param>
    /// <returns>One gradient for each input, or null.</returns>
    /// <exception cref="ArgumentException">There is no result, or the gradients are not as many as the results.</exception>
    /// <exception cref="InvalidOperationException">Something requires no gradient, or an output has several elements and no gradient is given.</exception>
    public static Tensor?[] OfOrNull(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor>? gradients = null, bool createGraph = false)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(inputs);
        if (outputs.Count == 0 || (gradients is not null && gradients.Count != outputs.Count))
        {
            throw new ArgumentException($"Gradient needs at least one output and a gradient for each; got {outputs.Count} outputs and {gradients?.Count ?? 0} gradients.", nameof(outputs));
        }

        // Without inputs there is nothing to ask for; a pass without captures would write to the leaves.
        return inputs.Count == 0 ? [] : BackwardPass.Run([.. outputs], gradients is null ? [] : [.. gradients], true, createGraph, [.. inputs]);
    }
}
