using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Binary cross-entropy of events that are independent: the mean of −w₊ y log σ(z) − (1 − y) log(1 − σ(z)), in nats. PyTorch's <c>nn.BCEWithLogitsLoss</c>.</summary>
/// <remarks>
/// Computed as max(z, 0) − z y + log(1 + e^−|z|), which is exact for far logits, where a sigmoid followed by a logarithm is not; the gradient is
/// (σ(z) − y) / N.
/// </remarks>
/// <param name="Weight">A weight for each value, which broadcasts; 1 by default.</param>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
/// <param name="PosWeight">w₊, the weight of positives, which broadcasts, so one for each event of the last axis; 1 by default. Negatives over positives balances the classes.</param>
public sealed record BinaryCrossEntropyWithLogits(Tensor? Weight = null, LossReduction Reduction = LossReduction.Mean, Tensor? PosWeight = null)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="logits">Logits of any shape.</param>
    /// <param name="targets">Targets in [0, 1] of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ.</exception>
    public Tensor Forward(Logits logits, Tensor targets) => logits.Values.BinaryCrossEntropyWithLogits(targets, Weight, PosWeight, Reduction);
}
