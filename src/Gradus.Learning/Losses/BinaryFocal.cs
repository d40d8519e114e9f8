using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Focal loss of events that are independent: the mean of −α (1 − p)^γ log p, where p is the probability of what is true. torchvision's <c>sigmoid_focal_loss</c>.</summary>
/// <remarks>
/// Lin et al., Focal loss for dense object detection (2017).
/// </remarks>
/// <param name="Gamma">γ, at least 0.</param>
/// <param name="Alpha">The weight of positives; that of negatives is 1 − α. Null for 1 and 1.</param>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
public sealed record BinaryFocal(double Gamma = 2, double? Alpha = 0.25, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="logits">Logits of any shape.</param>
    /// <param name="targets">Targets in [0, 1] of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ.</exception>
    public Tensor Forward(Logits logits, Tensor targets)
    {
        Tensor each = logits.Values.BinaryCrossEntropyWithLogits(targets, reduction: LossReduction.None);
        targets = targets.To(each.DType);
        Tensor wrong = ((-logits.Values).Sigmoid() * targets) + (logits.Values.Sigmoid() * (1 - targets));
        Tensor loss = Reduced.Focused(each, wrong, Gamma);
        return Reduced.By(Reduction, Alpha is { } alpha ? loss * ((targets * ((2 * alpha) - 1)) + (1 - alpha)) : loss);
    }
}
