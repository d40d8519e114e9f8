using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Huber's loss: d² / 2 where |d| = |prediction − target| is up to δ, else δ (|d| − δ / 2). PyTorch's <c>nn.HuberLoss</c>.</summary>
/// <remarks>
/// Huber, Robust estimation of a location parameter (1964): squares near, absolute values far.
/// </remarks>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
/// <param name="Delta">δ, above 0.</param>
public sealed record Huber(LossReduction Reduction = LossReduction.Mean, double Delta = 1)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="predictions">Predictions of any shape.</param>
    /// <param name="targets">Targets of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ, or δ is not above 0.</exception>
    public Tensor Forward(Tensor predictions, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return predictions.HuberLoss(targets, Reduction, Delta);
    }
}
