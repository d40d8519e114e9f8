using System.Numerics;

namespace Gradus.Evaluation.Calibration;

/// <summary>ECE, the expected calibration error: the mean gap between promise and frequency over the bins, weighted by their rows.</summary>
/// <remarks>
/// ECE = Σ_b (n_b / n) |mean probability_b − frequency_b| (Naeini et al., 2015). It depends on the bins and is biased upwards with few rows: compare
/// values only for the same number of rows, the same bins and the same <see cref="Binning"/>.
/// </remarks>
public static class ExpectedCalibrationError
{
    /// <summary>Computes the error.</summary>
    /// <typeparam name="T">The type of the probabilities.</typeparam>
    /// <param name="probabilities">The probability promised for each row: of class 1, or for many classes the confidence of the class that was called.</param>
    /// <param name="outcomes">1 where it happened (or the call was right), else 0; as many as probabilities.</param>
    /// <param name="bins">How many bins; 15 by default, as in Guo et al., 2017.</param>
    /// <param name="binning">How rows are put into bins; equal width by default.</param>
    /// <returns>The error in [0, 1], or null where there is no row.</returns>
    /// <exception cref="ArgumentException">Lengths differ, an outcome is neither 0 nor 1, a value is no probability, or there is no bin.</exception>
    public static double? Compute<T>(
        ReadOnlySpan<T> probabilities,
        ReadOnlySpan<int> outcomes,
        int bins = ReliabilityDiagram.DefaultBins,
        Binning binning = Binning.EqualWidth)
        where T : IFloatingPointIeee754<T>
    {
        IReadOnlyList<ReliabilityBin> diagram = ReliabilityDiagram.Compute(probabilities, outcomes, bins, binning);
        if (outcomes.IsEmpty)
        {
            return null;
        }

        double sum = 0;
        foreach (ReliabilityBin bin in diagram)
        {
            sum += bin.Count * (bin.Gap ?? 0);
        }

        return sum / outcomes.Length;
    }
}
