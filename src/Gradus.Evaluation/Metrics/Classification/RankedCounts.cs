using System.Numerics;

namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>
/// The rows in falling order of their score, one step a distinct score: how many positives and negatives score at least that much.
/// Every ranking metric reads these steps, so that all of them treat ties alike.
/// </summary>
internal sealed class RankedCounts
{
    private RankedCounts(double[] thresholds, long[] truePositives, long[] falsePositives)
    {
        Thresholds = thresholds;
        TruePositives = truePositives;
        FalsePositives = falsePositives;
    }

    /// <summary>The distinct scores, falling.</summary>
    internal double[] Thresholds { get; }

    /// <summary>Positives that score at least the threshold.</summary>
    internal long[] TruePositives { get; }

    /// <summary>Negatives that score at least the threshold.</summary>
    internal long[] FalsePositives { get; }

    /// <summary>All positives.</summary>
    internal long Positives => TruePositives.Length == 0 ? 0 : TruePositives[^1];

    /// <summary>All negatives.</summary>
    internal long Negatives => FalsePositives.Length == 0 ? 0 : FalsePositives[^1];

    internal static RankedCounts Of<T>(string metric, ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
        where T : IFloatingPointIeee754<T>
    {
        Rows.DemandEqualLength(metric, scores.Length, labels.Length, "scores");
        Rows.DemandBinary(metric, labels);
        Rows.DemandOrdered(metric, scores);
        double[] falling = new double[scores.Length];
        for (int row = 0; row < scores.Length; row++)
        {
            falling[row] = -double.CreateChecked(scores[row]);
        }

        int[] ordered = labels.ToArray();
        Array.Sort(falling, ordered);
        return Count(falling, ordered);
    }

    private static RankedCounts Count(double[] falling, int[] ordered)
    {
        List<double> thresholds = [];
        List<long> truePositives = [];
        List<long> falsePositives = [];
        long positives = 0;
        for (int row = 0; row < ordered.Length; row++)
        {
            positives += ordered[row];
            if (row + 1 == ordered.Length || falling[row + 1] != falling[row])
            {
                thresholds.Add(-falling[row]);
                truePositives.Add(positives);
                falsePositives.Add(row + 1 - positives);
            }
        }

        return new RankedCounts([.. thresholds], [.. truePositives], [.. falsePositives]);
    }
}
