using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Binary cross-entropy of probabilities: the mean of −y log p − (1 − y) log(1 − p), in nats. PyTorch's <c>nn.BCELoss</c>.</summary>
/// <remarks>
/// Logarithms are −100 at least, as in PyTorch. Where logits are at hand <see cref="BinaryCrossEntropyWithLogits"/> is more exact.
/// </remarks>
/// <param name="Weight">A weight for each value, which broadcasts; 1 by default.</param>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
public sealed record BinaryCrossEntropy(Tensor? Weight = null, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="probabilities">Probabilities of any shape.</param>
    /// <param name="targets">Targets in [0, 1] of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ.</exception>
    public Tensor Forward(Probabilities probabilities, Tensor targets) => probabilities.Values.BinaryCrossEntropy(targets, Weight, Reduction);
}
