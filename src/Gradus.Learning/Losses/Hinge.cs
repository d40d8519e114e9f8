using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Hinge loss of two classes: the mean of max(0, margin − y s), for scores s and targets y of 1 or −1, as a support vector machine has it.</summary>
/// <remarks>
/// Cortes and Vapnik (1995). Squared it is smooth. PyTorch has none of this form; <see cref="MultiMargin"/> is the one of several classes.
/// </remarks>
/// <param name="Margin">How far a score must lie on its side.</param>
/// <param name="Squared">Whether each loss is squared.</param>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
public sealed record Hinge(double Margin = 1, bool Squared = false, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="scores">Scores of any shape; their sign decides.</param>
    /// <param name="targets">1 or −1, of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ, or a target is neither 1 nor −1.</exception>
    public Tensor Forward(Logits scores, Tensor targets)
    {
        Signs.Demand(nameof(Hinge), scores.Values.Shape, targets);
        Tensor loss = (Margin - (scores.Values * targets.To(scores.Values.DType))).Relu();
        return Reduced.By(Reduction, Squared ? loss.Square() : loss);
    }
}
