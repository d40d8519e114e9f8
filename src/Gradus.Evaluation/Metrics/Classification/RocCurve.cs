using System.Numerics;

namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>The receiver operating characteristic: the true against the false positive rate over all thresholds.</summary>
public static class RocCurve
{
    /// <summary>Computes the curve.</summary>
    /// <typeparam name="T">The type of the scores.</typeparam>
    /// <param name="scores">Any scores that rise with the risk.</param>
    /// <param name="labels">0 or 1, as many as scores.</param>
    /// <returns>One point a distinct score in falling order, after the point (0, 0); the last is (1, 1). Null where a class is missing.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a label is neither 0 nor 1, or a score is NaN.</exception>
    public static IReadOnlyList<RocPoint>? Compute<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
        where T : IFloatingPointIeee754<T>
    {
        RankedCounts counts = RankedCounts.Of(nameof(RocCurve), scores, labels);
        if (counts.Positives == 0 || counts.Negatives == 0)
        {
            return null;
        }

        RocPoint[] points = new RocPoint[counts.Thresholds.Length + 1];
        points[0] = new RocPoint(double.PositiveInfinity, 0, 0);
        for (int step = 0; step < counts.Thresholds.Length; step++)
        {
            points[step + 1] = new RocPoint(
                counts.Thresholds[step],
                (double)counts.FalsePositives[step] / counts.Negatives,
                (double)counts.TruePositives[step] / counts.Positives);
        }

        return points;
    }
}
