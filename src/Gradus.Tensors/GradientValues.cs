namespace Gradus.Tensors;

/// <summary>The single values of gradients, and their limit.</summary>
public static class GradientValues
{
    /// <summary>Limits every element of the gradients of parameters to ±limit, in place: PyTorch's <c>clip_grad_value_</c>. It changes the direction of the step; <see cref="GradientNorm.Clip"/> does not.</summary>
    /// <param name="parameters">The parameters; those without a gradient are passed over. NaN stays NaN.</param>
    /// <param name="limit">The limit, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above 0.</exception>
    public static void Clip(IReadOnlyList<Tensor> parameters, double limit)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (!(limit > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit of gradient values must be above 0.");
        }

        using NoGrad none = NoGrad.Enter();
        foreach (Tensor parameter in parameters)
        {
            parameter.Grad?.ClampInPlace(-limit, limit);
        }
    }
}
