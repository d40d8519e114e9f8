using System.Numerics;

namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>AUPRC as average precision: the mean precision over the thresholds, weighted by the recall that each adds.</summary>
/// <remarks>
/// AP = Σₙ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores in falling order, without interpolation: joining the points of a precision-recall curve by straight
/// lines is too kind (Davis and Goadrich, 2006). A model that knows nothing reaches the share of positives, not one half.
/// </remarks>
public static class AveragePrecision
{
    /// <summary>Computes the average precision.</summary>
    /// <typeparam name="T">The type of the scores.</typeparam>
    /// <param name="scores">Any scores that rise with the risk: logits or probabilities.</param>
    /// <param name="labels">0 or 1, as many as scores.</param>
    /// <returns>The average precision in [0, 1], or null where no row is positive: recall is undefined then.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a label is neither 0 nor 1, or a score is NaN.</exception>
    public static double? Compute<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
        where T : IFloatingPointIeee754<T>
    {
        RankedCounts counts = RankedCounts.Of(nameof(AveragePrecision), scores, labels);
        if (counts.Positives == 0)
        {
            return null;
        }

        double sum = 0;
        long before = 0;
        for (int step = 0; step < counts.Thresholds.Length; step++)
        {
            long truePositives = counts.TruePositives[step];
            sum += (truePositives - before) * ((double)truePositives / (truePositives + counts.FalsePositives[step]));
            before = truePositives;
        }

        return sum / counts.Positives;
    }
}
