using Gradus.Tensors;

namespace Gradus.Learning;

public abstract partial class Module
{
    /// <summary>Changes the element type of all parameters and floating-point buffers of the tree, such as to float64 for a gradient check: PyTorch's <c>double()</c> and <c>float()</c>.</summary>
    /// <remarks>The tensors are new ones without gradients: make an optimizer afterwards.</remarks>
    /// <param name="dtype">float32 or float64.</param>
    /// <exception cref="ArgumentException">It is another type, in which nothing can be trained.</exception>
    public void To(DType dtype)
    {
        if (dtype is not (DType.Float32 or DType.Float64))
        {
            throw new ArgumentException($"{GetType().Name} cannot compute in {dtype}; take Float32 or Float64.", nameof(dtype));
        }

        using NoGrad quiet = NoGrad.Enter();
        Dictionary<Tensor, Tensor> changed = new(ReferenceEqualityComparer.Instance);
        foreach ((_, ModuleTensor tensor) in Stored(module => module._parameters).Concat(Stored(module => module._buffers)))
        {
            Tensor before = tensor.Stored;
            if (before.DType == dtype || !before.DType.IsFloatingPoint())
            {
                continue;
            }

            // What is shared stays shared.
            if (!changed.TryGetValue(before, out Tensor? after))
            {
                after = before.To(dtype).Detach().Keep();
                after.RequiresGrad = before.RequiresGrad;
                changed.Add(before, after);
                changed.Add(after, after);
            }

            tensor.Stored = after;
        }
    }

    /// <summary>Stops training of parameters: they get no gradient any more, and optimizers leave them as they are.</summary>
    /// <param name="prefix">The path of a module or parameter, such as "0" or "body.0.weight"; the whole tree by default.</param>
    /// <returns>How many parameters lie there.</returns>
    /// <exception cref="ArgumentException">No parameter has such a path.</exception>
    public int Freeze(string prefix = "") => RequiresGrad(false, prefix);

    /// <summary>Trains parameters again that were frozen.</summary>
    /// <param name="prefix">The path of a module or parameter; the whole tree by default.</param>
    /// <returns>How many parameters lie there.</returns>
    /// <exception cref="ArgumentException">No parameter has such a path.</exception>
    public int Unfreeze(string prefix = "") => RequiresGrad(true, prefix);

    /// <summary>Says whether parameters are trained: PyTorch's <c>requires_grad_</c>, by path.</summary>
    /// <param name="requiresGrad">Whether they are.</param>
    /// <param name="prefix">The path of a module or parameter; the whole tree by default.</param>
    /// <returns>How many parameters lie there.</returns>
    /// <exception cref="ArgumentException">No parameter has such a path.</exception>
    public int RequiresGrad(bool requiresGrad, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(prefix);
        Tensor[] chosen = [.. Stored(module => module._parameters)
            .Where(entry => prefix.Length == 0 || entry.Name == prefix || entry.Name.StartsWith(prefix + ".", StringComparison.Ordinal))
            .Select(entry => entry.Tensor.Stored).Distinct(ReferenceEqualityComparer.Instance).Cast<Tensor>()];
        if (chosen.Length == 0 && prefix.Length > 0)
        {
            throw new ArgumentException($"{GetType().Name} has no parameter at '{prefix}'; it has [{string.Join(", ", NamedParameters().Select(entry => entry.Name))}].", nameof(prefix));
        }

        foreach (Tensor parameter in chosen)
        {
            parameter.RequiresGrad = requiresGrad;
            if (!requiresGrad)
            {
                // A gradient from before would still be stepped with.
                parameter.Grad = null;
            }
        }

        return chosen.Length;
    }
}
