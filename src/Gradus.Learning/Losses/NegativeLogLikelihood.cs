using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Negative log-likelihood: the mean of −log p[label], for log-probabilities. PyTorch's <c>nn.NLLLoss</c>.</summary>
/// <remarks>
/// After <see cref="Logits.LogSoftmax"/> it is <see cref="CrossEntropy"/>, which is faster.
/// </remarks>
/// <param name="Weight">A weight for each class, [C]; 1 by default. The mean is weighted.</param>
/// <param name="IgnoreIndex">The label of rows that do not count.</param>
/// <param name="Reduction">How the losses of the rows become the result; their mean by default.</param>
public sealed record NegativeLogLikelihood(Tensor? Weight = null, long IgnoreIndex = -100, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="logProbabilities">Log-probabilities [N, C] or [N, C, d₁, ...].</param>
    /// <param name="labels">Int64 labels [N] or [N, d₁, ...], each 0 to C − 1 or the ignored one.</param>
    /// <returns>A single value, or one for each label where nothing is reduced. The mean over no rows is not a number.</returns>
    /// <exception cref="ArgumentException">Shapes or element types do not fit, or a label names no class.</exception>
    public Tensor Forward(LogProbabilities logProbabilities, Tensor labels) => logProbabilities.Values.NllLoss(labels, Weight, IgnoreIndex, Reduction);
}
