using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Connectionist temporal classification: −log of the probability of a sequence of labels, over all ways to stretch it with repetitions and blanks. PyTorch's <c>nn.CTCLoss</c>.</summary>
/// <remarks>
/// Graves, Fernández, Gomez and Schmidhuber (2006): trains a recogniser of sequences without knowing where each label stands. Computed in logarithms and in double.
/// The mean takes each loss over its count of labels first, as PyTorch does.
/// </remarks>
/// <param name="Blank">The class that stands for no label.</param>
/// <param name="Reduction">How the losses of the samples become the result; their mean by default.</param>
/// <param name="ZeroInfinity">Whether labels that do not fit into the steps have loss 0 and no gradient, instead of an infinite loss.</param>
public sealed record Ctc(long Blank = 0, LossReduction Reduction = LossReduction.Mean, bool ZeroInfinity = false)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="logProbabilities">Log-probabilities [T, N, C].</param>
    /// <param name="targets">Int64 labels [N, S], or all of them in one dimension; none is the blank.</param>
    /// <param name="inputLengths">How many steps of each sample count, [N].</param>
    /// <param name="targetLengths">How many labels each sample has, [N].</param>
    /// <returns>A single value, or [N] where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes or lengths do not fit, or a label is the blank or no class.</exception>
    public Tensor Forward(LogProbabilities logProbabilities, Tensor targets, IReadOnlyList<int> inputLengths, IReadOnlyList<int> targetLengths) =>
        logProbabilities.Values.CtcLoss(targets, inputLengths, targetLengths, Blank, Reduction, ZeroInfinity);
}
