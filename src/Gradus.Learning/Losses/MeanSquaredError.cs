using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Mean squared error: the mean of (prediction − target)² over all values. PyTorch's <c>nn.MSELoss</c>.</summary>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
public sealed record MeanSquaredError(LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="predictions">Predictions of any shape.</param>
    /// <param name="targets">Targets of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ.</exception>
    public Tensor Forward(Tensor predictions, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return predictions.MseLoss(targets, Reduction);
    }
}
