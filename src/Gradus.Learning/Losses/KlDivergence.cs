using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Kullback-Leibler divergence of a target from log-probabilities: y (log y − x). PyTorch's <c>nn.KLDivLoss</c>.</summary>
/// <remarks>
/// Kullback and Leibler, On information and sufficiency (1951). The divergence of whole distributions is <see cref="KlReduction.BatchMean"/>; the mean over all values, PyTorch's default, is
/// smaller by the count of classes. 0 log 0 counts as 0. Targets that are given as logarithms are PyTorch's <c>log_target</c>.
/// </remarks>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
public sealed record KlDivergence(KlReduction Reduction = KlReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="predictions">Log-probabilities of any shape.</param>
    /// <param name="targets">Probabilities of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ, or the mean over a batch is asked for and there is no axis.</exception>
    public Tensor Forward(LogProbabilities predictions, Probabilities targets) => Of(predictions.Values, targets.Values, logTarget: false);

    /// <summary>Computes the loss for targets that are logarithms, which is more exact for small ones.</summary>
    /// <param name="predictions">Log-probabilities of any shape.</param>
    /// <param name="targets">Log-probabilities of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ, or the mean over a batch is asked for and there is no axis.</exception>
    public Tensor Forward(LogProbabilities predictions, LogProbabilities targets) => Of(predictions.Values, targets.Values, logTarget: true);

    private Tensor Of(Tensor predictions, Tensor targets, bool logTarget) => Reduction switch
    {
        KlReduction.BatchMean when predictions.Rank == 0 => throw new ArgumentException("KlDivergence got a single number; the mean over a batch needs a first axis.", nameof(predictions)),
        KlReduction.BatchMean => predictions.KlDivergence(targets, LossReduction.Sum, logTarget) / predictions.Shape[0],
        KlReduction.Sum => predictions.KlDivergence(targets, LossReduction.Sum, logTarget),
        KlReduction.None => predictions.KlDivergence(targets, LossReduction.None, logTarget),
        _ => predictions.KlDivergence(targets, LossReduction.Mean, logTarget),
    };
}
