namespace Gradus.Tensors;

/// <summary>The norm over all gradients of a model, and its limit.</summary>
public static class GradientNorm
{
    /// <summary>√ Σ g² over all elements of all tensors, as of one long vector.</summary>
    /// <param name="tensors">The gradients.</param>
    /// <returns>The norm, 0 for none.</returns>
    public static double Of(IReadOnlyList<Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        using NoGrad none = NoGrad.Enter();
        double sum = 0;
        for (int i = 0; i < tensors.Count; i++)
        {
            sum += tensors[i].Square().Sum().Item();
        }

        return Math.Sqrt(sum);
    }

    /// <summary>Scales the gradients of parameters in place so that their common norm is at most a limit: PyTorch's <c>clip_grad_norm_</c>, which multiplies by limit / (norm + 1e-6).</summary>
    /// <remarks>Pascanu, Mikolov, Bengio: On the difficulty of training recurrent neural networks (2013). A norm that is not finite scales as it is, so that it is not hidden.</remarks>
    /// <param name="parameters">The parameters; those without a gradient are passed over.</param>
    /// <param name="maxNorm">The limit, above 0.</param>
    /// <returns>The norm before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above 0.</exception>
    public static double Clip(IReadOnlyList<Tensor> parameters, double maxNorm)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (!(maxNorm > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(maxNorm), maxNorm, "The limit of the gradient norm must be above 0.");
        }

        List<Tensor> gradients = new(parameters.Count);
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Grad is { } gradient)
            {
                gradients.Add(gradient);
            }
        }

        double norm = Of(gradients);
        double factor = maxNorm / (norm + 1e-6);
        if (!(factor >= 1))
        {
            using NoGrad none = NoGrad.Enter();
            foreach (Tensor gradient in gradients)
            {
                gradient.MultiplyInPlace(factor);
            }
        }

        return norm;
    }
}
