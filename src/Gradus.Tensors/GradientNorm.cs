namespace Gradus.Tensors;

/// <summary>The norm over all gradients of a model, and its limit.</summary>
public static class GradientNorm
{
    /// <summary>The norm over all elements of all tensors, as of one long vector.</summary>
    /// <param name="tensors">The gradients.</param>
    /// <param name="order">2, the default, for √ Σ g²; 1 for Σ |g|; infinity for the largest |g|; any other number above 0 for (Σ |g|ᵖ)^(1/p).</param>
    /// <returns>The norm, 0 for none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order is not above 0.</exception>
    public static double Of(IReadOnlyList<Tensor> tensors, double order = 2)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        return Over(tensors, static tensor => tensor, order);
    }

    /// <summary>The norm over the gradients of parameters; those without a gradient are passed over.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="order">As in <see cref="Of"/>.</param>
    /// <returns>The norm, 0 where there is no gradient.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order is not above 0.</exception>
    public static double OfGradients(IReadOnlyList<Tensor> parameters, double order = 2)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Over(parameters, static parameter => parameter.Grad, order);
    }

    /// <summary>What gradients of a norm must be multiplied by so that it is at most a limit, for steps that take a scale: limit / (norm + 1e-6), and 1 below the limit, as PyTorch has it.</summary>
    /// <param name="norm">The norm. One that is not finite gives 0 or NaN, so that it is not hidden.</param>
    /// <param name="maxNorm">The limit, above 0.</param>
    /// <returns>The factor, at most 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above 0.</exception>
    public static double Scale(double norm, double maxNorm)
    {
        if (!(maxNorm > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(maxNorm), maxNorm, "The limit of the gradient norm must be above 0.");
        }

        double factor = maxNorm / (norm + 1e-6);
        return factor >= 1 ? 1 : factor;
    }

    /// <summary>Scales the gradients of parameters in place so that their common norm is at most a limit: PyTorch's <c>clip_grad_norm_</c>, which multiplies by limit / (norm + 1e-6).</summary>
    /// <remarks>Pascanu, Mikolov, Bengio: On the difficulty of training recurrent neural networks (2013). A norm that is not finite scales as it is, so that it is not hidden.</remarks>
    /// <param name="parameters">The parameters; those without a gradient are passed over.</param>
    /// <param name="maxNorm">The limit, above 0.</param>
    /// <param name="order">As in <see cref="Of"/>.</param>
    /// <returns>The norm before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit or the order is not above 0.</exception>
    public static double Clip(IReadOnlyList<Tensor> parameters, double maxNorm, double order = 2)
    {
        double norm = OfGradients(parameters, order), factor = Scale(norm, maxNorm);
        if (factor != 1)
        {
            using NoGrad none = NoGrad.Enter();
            foreach (Tensor parameter in parameters)
            {
                parameter.Grad?.MultiplyInPlace(factor);
            }
        }

        return norm;
    }

    private static double Over(IReadOnlyList<Tensor> tensors, Func<Tensor, Tensor?> gradient, double order)
    {
        if (!(order > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(order), order, "The order of a norm must be above 0, or infinity.");
        }

        using NoGrad none = NoGrad.Enter();
        double total = 0;
        for (int i = 0; i < tensors.Count; i++)
        {
            if (gradient(tensors[i]) is { ElementCount: > 0 } tensor)
            {
                double norm = tensor.Norm(order).Item();
                total = double.IsInfinity(order) ? Math.Max(total, norm) : total + (order == 2 ? norm * norm : Math.Pow(norm, order));
            }
        }

        return double.IsInfinity(order) ? total : order == 2 ? Math.Sqrt(total) : Math.Pow(total, 1 / order);
    }
}
