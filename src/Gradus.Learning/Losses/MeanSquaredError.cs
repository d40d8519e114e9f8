using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Mean squared error: the mean of (prediction − target)² over all values. PyTorch's <c>nn.MSELoss</c>.</summary>
/// <param name="reduction">How the squares become one number.</param>
public sealed class MeanSquaredError(Reduction reduction = Reduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="predictions">Predictions of any shape.</param>
    /// <param name="targets">Targets of the same shape and element type.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">Shapes or element types differ.</exception>
    public Tensor Forward(Tensor predictions, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        Tensor mean = predictions.MseLoss(targets);
        return reduction == Reduction.Mean ? mean : mean * predictions.ElementCount;
    }
}
