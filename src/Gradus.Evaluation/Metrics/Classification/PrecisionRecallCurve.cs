using System.Numerics;

namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>Precision against recall over all thresholds: the curve to read when positives are rare.</summary>
public static class PrecisionRecallCurve
{
    /// <summary>Computes the curve.</summary>
    /// <typeparam name="T">The type of the scores.</typeparam>
    /// <param name="scores">Any scores that rise with the risk.</param>
    /// <param name="labels">0 or 1, as many as scores.</param>
    /// <returns>One point a distinct score in falling order, after the point of recall 0 and precision 1. Null where no row is positive.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a label is neither 0 nor 1, or a score is NaN.</exception>
    public static IReadOnlyList<PrecisionRecallPoint>? Compute<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
        where T : IFloatingPointIeee754<T>
    {
        RankedCounts counts = RankedCounts.Of(nameof(PrecisionRecallCurve), scores, labels);
        if (counts.Positives == 0)
        {
            return null;
        }

        PrecisionRecallPoint[] points = new PrecisionRecallPoint[counts.Thresholds.Length + 1];
        points[0] = new PrecisionRecallPoint(double.PositiveInfinity, 0, 1);
        for (int step = 0; step < counts.Thresholds.Length; step++)
        {
            long truePositives = counts.TruePositives[step];
            points[step + 1] = new PrecisionRecallPoint(
                counts.Thresholds[step],
                (double)truePositives / counts.Positives,
                (double)truePositives / (truePositives + counts.FalsePositives[step]));
        }

        return points;
    }
}
