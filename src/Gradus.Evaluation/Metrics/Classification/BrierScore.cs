using System.Numerics;

namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>The Brier score: the mean squared distance of the probability of class 1 from what happened (Brier, 1950). A proper score; lower is better.</summary>
public static class BrierScore
{
    /// <summary>Computes the score.</summary>
    /// <typeparam name="T">The type of the probabilities.</typeparam>
    /// <param name="probabilities">The probability of class 1 for each row.</param>
    /// <param name="labels">0 or 1, as many as probabilities.</param>
    /// <returns>The mean of (p − y)² in [0, 1], or null where there is no row.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a label is neither 0 nor 1, or a value is no probability.</exception>
    public static double? Compute<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<int> labels)
        where T : IFloatingPointIeee754<T>
    {
        Rows.DemandEqualLength(nameof(BrierScore), probabilities.Length, labels.Length, "probabilities");
        Rows.DemandBinary(nameof(BrierScore), labels);
        Rows.DemandProbabilities(nameof(BrierScore), probabilities);
        if (labels.IsEmpty)
        {
            return null;
        }

        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double distance = double.CreateChecked(probabilities[row]) - labels[row];
            sum += distance * distance;
        }

        return sum / labels.Length;
    }
}
