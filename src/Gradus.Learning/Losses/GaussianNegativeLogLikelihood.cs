using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Negative log-likelihood under normal distributions whose means and variances are predicted: (ln v + (x − y)² / v) / 2. PyTorch's <c>nn.GaussianNLLLoss</c>.</summary>
/// <remarks>
/// Nix and Weigend, Estimating the mean and variance of the target probability distribution (1994). Variances below ε count as ε; their gradient flows as if they were not.
/// </remarks>
/// <param name="Full">Whether the constant ln(2 π) / 2 is added.</param>
/// <param name="Epsilon">ε, above 0.</param>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
public sealed record GaussianNegativeLogLikelihood(bool Full = false, double Epsilon = 1e-6, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="means">x, of any shape.</param>
    /// <param name="targets">y, of the same shape.</param>
    /// <param name="variances">v, of the same shape, or with 1 as its last axis for one variance a row.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or a variance is negative.</exception>
    public Tensor Forward(Tensor means, Tensor targets, Tensor variances)
    {
        Reduced.SameShape(nameof(GaussianNegativeLogLikelihood), means, targets);
        ArgumentNullException.ThrowIfNull(variances);
        bool fits = variances.Rank == means.Rank && (means.Rank == 0 || (variances.Shape[..^1].SequenceEqual(means.Shape[..^1]) && (variances.Shape[^1] == 1 || variances.Shape[^1] == means.Shape[^1])));
        if (!fits)
        {
            throw new ArgumentException(
                $"GaussianNegativeLogLikelihood got means [{string.Join(", ", means.Shape.ToArray())}] and variances [{string.Join(", ", variances.Shape.ToArray())}]; they need the same shape, or 1 as the last axis of the variances.", nameof(variances));
        }

        if (variances.ElementCount > 0 && variances.Detach().Min().Item() < 0)
        {
            throw new ArgumentException("GaussianNegativeLogLikelihood got a negative variance; let the network predict its logarithm and take Exp(), or use Softplus().", nameof(variances));
        }

        Tensor raised = variances + (variances.Detach().Clamp(Epsilon) - variances.Detach());
        Tensor loss = (raised.Log() + ((means - targets).Square() / raised)) * 0.5;
        return Reduced.By(Reduction, Full ? loss + (0.5 * Math.Log(2 * Math.PI)) : loss);
    }
}
