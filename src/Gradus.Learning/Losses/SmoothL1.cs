using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Smooth absolute error: d² / (2 β) where |d| = |prediction − target| is below β, else |d| − β / 2. PyTorch's <c>nn.SmoothL1Loss</c>.</summary>
/// <remarks>
/// Girshick, Fast R-CNN (2015). It is <see cref="Huber"/> over β.
/// </remarks>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
/// <param name="Beta">β, at least 0; with 0 it is the absolute error.</param>
public sealed record SmoothL1(LossReduction Reduction = LossReduction.Mean, double Beta = 1)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="predictions">Predictions of any shape.</param>
    /// <param name="targets">Targets of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ, or β is below 0.</exception>
    public Tensor Forward(Tensor predictions, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return Beta == 0 ? predictions.L1Loss(targets, Reduction) : predictions.SmoothL1Loss(targets, Reduction, Beta);
    }
}
