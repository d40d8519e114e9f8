using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Focal loss of classes that exclude each other: the mean of −α (1 − p)^γ log p, where p is the probability of the label.</summary>
/// <remarks>
/// Lin et al., Focal loss for dense object detection (2017): what is already classified well counts less. With γ = 0 and no weights it is <see cref="CrossEntropy"/>. PyTorch has none.
/// </remarks>
/// <param name="Gamma">γ, at least 0.</param>
/// <param name="Alpha">α, a weight for each class, [C]; 1 by default. The mean is that over rows, whatever the weights.</param>
/// <param name="Reduction">How the losses of the rows become the result; their mean by default.</param>
public sealed record Focal(double Gamma = 2, Tensor? Alpha = null, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="logits">Logits [N, C] or [N, C, d₁, ...].</param>
    /// <param name="labels">Int64 labels [N] or [N, d₁, ...], each 0 to C − 1.</param>
    /// <returns>A single value, or one for each label where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes or element types do not fit, or a label names no class.</exception>
    public Tensor Forward(Logits logits, Tensor labels)
    {
        ClassLabels.Demand(nameof(Focal), logits.Values, labels);
        Tensor logarithm = logits.Values.LogSoftmax(1).Gather(1, labels.Unsqueeze(1)).Squeeze(1);
        Tensor loss = Reduced.Focused(-logarithm, -logarithm.Expm1(), Gamma);
        return Reduced.By(Reduction, Alpha is null ? loss : loss * ClassLabels.Weights(Alpha, logits.Values, labels));
    }
}
