using System.Numerics;

namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>Turns scores into decisions.</summary>
public static class Threshold
{
    /// <summary>Calls each row that scores at least the threshold positive.</summary>
    /// <typeparam name="T">The type of the scores.</typeparam>
    /// <param name="scores">One score a row.</param>
    /// <param name="threshold">The smallest score called positive; one half suits probabilities whose two errors cost the same, 0 suits logits.</param>
    /// <returns>0 or 1 for each row.</returns>
    /// <exception cref="ArgumentException">A score is NaN.</exception>
    public static int[] Apply<T>(ReadOnlySpan<T> scores, T threshold)
        where T : IFloatingPointIeee754<T>
    {
        Rows.DemandOrdered(nameof(Threshold), scores);
        int[] decisions = new int[scores.Length];
        for (int row = 0; row < scores.Length; row++)
        {
            decisions[row] = scores[row] >= threshold ? 1 : 0;
        }

        return decisions;
    }
}
