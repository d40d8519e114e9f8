using System.Numerics;

namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>AUROC, the area under the receiver operating characteristic: the chance that a positive row scores above a negative one.</summary>
/// <remarks>
/// <para>AUROC = P(score⁺ &gt; score⁻) + ½ P(score⁺ = score⁻), the Mann-Whitney statistic with midranks for ties (Hanley and McNeil, 1982).
/// It looks at the order alone: any rising function of the scores, a temperature for example, leaves it as it is, and it says nothing of calibration.</para>
/// <para>The counts are whole numbers, so the result does not depend on the order of the rows.</para>
/// </remarks>
public static class Auroc
{
    /// <summary>Computes the area.</summary>
    /// <typeparam name="T">The type of the scores.</typeparam>
    /// <param name="scores">Any scores that rise with the risk: logits or probabilities; infinities are allowed.</param>
    /// <param name="labels">0 or 1, as many as scores.</param>
    /// <returns>The area in [0, 1], or null where a class is missing: there is no pair to compare then.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a label is neither 0 nor 1, or a score is NaN.</exception>
    public static double? Compute<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
        where T : IFloatingPointIeee754<T>
    {
        RankedCounts counts = RankedCounts.Of(nameof(Auroc), scores, labels);
        if (counts.Positives == 0 || counts.Negatives == 0)
        {
            return null;
        }

        // Twice the area under the staircase, in whole pairs: a step's negatives lose to all positives before it and tie with its own.
        Int128 twice = 0;
        long positivesBefore = 0;
        long negativesBefore = 0;
        for (int step = 0; step < counts.Thresholds.Length; step++)
        {
            long negatives = counts.FalsePositives[step] - negativesBefore;
            twice += (Int128)negatives * (positivesBefore + counts.TruePositives[step]);
            positivesBefore = counts.TruePositives[step];
            negativesBefore = counts.FalsePositives[step];
        }

        return (double)twice / (2.0 * counts.Positives * counts.Negatives);
    }
}
