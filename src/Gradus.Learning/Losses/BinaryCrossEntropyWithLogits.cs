using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Binary cross-entropy of events that are independent: the mean of −y log σ(z) − (1 − y) log(1 − σ(z)), in nats.</summary>
/// <remarks>
/// Computed as max(z, 0) − z y + log(1 + e^−|z|), which is exact for far logits, where a sigmoid followed by a logarithm is not; the gradient is
/// (σ(z) − y) / N. PyTorch's <c>nn.BCEWithLogitsLoss</c>.
/// </remarks>
/// <param name="reduction">How the losses of the values become one number.</param>
public sealed class BinaryCrossEntropyWithLogits(Reduction reduction = Reduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="logits">Logits of any shape.</param>
    /// <param name="targets">Targets in [0, 1] of the same shape and element type.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">Shapes or element types differ.</exception>
    public Tensor Forward(Logits logits, Tensor targets)
    {
        Tensor mean = logits.Values.BinaryCrossEntropyWithLogits(targets);
        return reduction == Reduction.Mean ? mean : mean * logits.Values.ElementCount;
    }
}
