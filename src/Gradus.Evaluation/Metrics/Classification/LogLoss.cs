using System.Numerics;

namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>Log loss (cross-entropy): the mean negative logarithm of the probability given to what happened. A proper score.</summary>
/// <remarks>Probabilities are first clipped to [ε, 1 − ε] with ε = 2⁻⁵², so that one certain and wrong answer costs 36, not infinity. In nats.</remarks>
public static class LogLoss
{
    // The distance from 1 to the next double.
    private static readonly double Clip = double.BitIncrement(1) - 1;

    /// <summary>Computes the log loss of probabilities of the positive class.</summary>
    /// <typeparam name="T">The type of the probabilities.</typeparam>
    /// <param name="probabilities">The probability of class 1 for each row.</param>
    /// <param name="labels">0 or 1, as many as probabilities.</param>
    /// <returns>The mean in nats, at least 0, or null where there is no row.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a label is neither 0 nor 1, or a value is no probability.</exception>
    public static double? Compute<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<int> labels)
        where T : IFloatingPointIeee754<T>
    {
        Rows.DemandEqualLength(nameof(LogLoss), probabilities.Length, labels.Length, "probabilities");
        Rows.DemandBinary(nameof(LogLoss), labels);
        Rows.DemandProbabilities(nameof(LogLoss), probabilities);
        if (labels.IsEmpty)
        {
            return null;
        }

        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double probability = Math.Clamp(double.CreateChecked(probabilities[row]), Clip, 1 - Clip);
            sum -= labels[row] == 1 ? Math.Log(probability) : double.LogP1(-probability);
        }

        return sum / labels.Length;
    }
}
