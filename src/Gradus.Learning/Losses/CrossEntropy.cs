using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Cross-entropy of classes that exclude each other: the mean of −log softmax(logits)[label], in nats. PyTorch's <c>nn.CrossEntropyLoss</c>.</summary>
/// <remarks>
/// Softmax and logarithm are taken together (log-sum-exp with the largest logit taken off), so far logits neither overflow nor lose digits; the gradient is
/// (softmax − one-hot) / N. With label smoothing ε the target is (1 − ε) one-hot + ε / C (Szegedy et al., 2016).
/// </remarks>
/// <param name="Weight">A weight for each class, [C]; 1 by default. The mean is weighted.</param>
/// <param name="IgnoreIndex">The label of rows that do not count.</param>
/// <param name="Reduction">How the losses of the rows become the result; their mean by default.</param>
/// <param name="LabelSmoothing">ε, in [0, 1].</param>
public sealed record CrossEntropy(Tensor? Weight = null, long IgnoreIndex = -100, LossReduction Reduction = LossReduction.Mean, double LabelSmoothing = 0)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="logits">Logits [N, C] or [N, C, d₁, ...].</param>
    /// <param name="labels">Int64 labels [N] or [N, d₁, ...], each 0 to C − 1 or the ignored one.</param>
    /// <returns>A single value, or one for each label where nothing is reduced. The mean over no rows is not a number.</returns>
    /// <exception cref="ArgumentException">Shapes or element types do not fit, or a label names no class.</exception>
    public Tensor Forward(Logits logits, Tensor labels)
    {
        ClassLabels.DemandWhole(nameof(CrossEntropy), labels);
        return logits.Values.CrossEntropy(labels, Weight, IgnoreIndex, Reduction, LabelSmoothing);
    }

    /// <summary>Computes the loss for targets that are probabilities of classes, as soft labels, mixup and distillation give them.</summary>
    /// <param name="logits">Logits [N, C] or [N, C, d₁, ...].</param>
    /// <param name="targets">Probabilities of the shape of the logits; <see cref="IgnoreIndex"/> does not apply.</param>
    /// <returns>A single value, or one for each row where nothing is reduced. The mean is that over rows, whatever the weights.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public Tensor Forward(Logits logits, Probabilities targets) => logits.Values.CrossEntropy(targets.Values, Weight, IgnoreIndex, Reduction, LabelSmoothing);
}
