using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Hinge loss of several classes: for each row the sum of w max(0, margin − s[label] + s[j])ᵖ over the other classes j, over C. PyTorch's <c>nn.MultiMarginLoss</c>.</summary>
/// <remarks>
/// Crammer and Singer (2001); w is the weight of the label.
/// </remarks>
/// <param name="P">p, 1 or 2.</param>
/// <param name="Margin">By how much the score of the label must be the largest.</param>
/// <param name="Weight">A weight for each class, [C]; 1 by default.</param>
/// <param name="Reduction">How the losses of the rows become the result; their mean by default.</param>
public sealed record MultiMargin(int P = 1, double Margin = 1, Tensor? Weight = null, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="scores">Scores [N, C].</param>
    /// <param name="labels">Int64 labels [N], each 0 to C − 1.</param>
    /// <returns>A single value, or [N] where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes or element types do not fit, a label names no class, or p is neither 1 nor 2.</exception>
    public Tensor Forward(Logits scores, Tensor labels)
    {
        if (P is not (1 or 2))
        {
            throw new ArgumentException($"MultiMargin got p = {P}; it needs 1 or 2.");
        }

        Tensor x = scores.Values;
        ClassLabels.Demand(nameof(MultiMargin), x, labels);
        if (x.Rank != 2)
        {
            throw new ArgumentException($"MultiMargin got scores of {x.Rank} axes; it needs [N, C].", nameof(scores));
        }

        Tensor own = x.Gather(1, labels.Unsqueeze(1)), apart = (Margin - own + x).Relu();
        Tensor others = 1 - labels.OneHot(x.Shape[1]).To(x.DType);
        Tensor loss = ((P == 1 ? apart : apart.Square()) * others).Sum(1) / x.Shape[1];
        return Reduced.By(Reduction, Weight is null ? loss : loss * ClassLabels.Weights(Weight, x, labels));
    }
}
