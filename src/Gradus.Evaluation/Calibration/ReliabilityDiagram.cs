using System.Numerics;
using Gradus.Evaluation.Metrics.Classification;

namespace Gradus.Evaluation.Calibration;

/// <summary>The reliability diagram: what was promised against what happened, bin by bin. A calibrated model lies on the diagonal.</summary>
public static class ReliabilityDiagram
{
    /// <summary>The number of bins unless one is given.</summary>
    public const int DefaultBins = 15;

    /// <summary>Sorts rows into bins.</summary>
    /// <remarks>
    /// With equal width a bin holds its lower edge and not its upper one, but the last holds 1 too. With equal mass bin <c>b</c> of <c>B</c> holds the rows
    /// from ⌊b n / B⌋ up to ⌊(b + 1) n / B⌋ in the order of their probability; equal probabilities stay in the order of the outcome, so the result does not depend
    /// on the order of the rows.
    /// </remarks>
    /// <typeparam name="T">The type of the probabilities.</typeparam>
    /// <param name="probabilities">The probability promised for each row: of class 1, or for many classes the confidence of the class that was called.</param>
    /// <param name="outcomes">1 where it happened (or the call was right), else 0; as many as probabilities.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="binning">How rows are put into bins.</param>
    /// <returns>The bins from low to high, empty ones included.</returns>
    /// <exception cref="ArgumentException">Lengths differ, an outcome is neither 0 nor 1, a value is no probability, or there is no bin.</exception>
    public static IReadOnlyList<ReliabilityBin> Compute<T>(
        ReadOnlySpan<T> probabilities,
        ReadOnlySpan<int> outcomes,
        int bins = DefaultBins,
        Binning binning = Binning.EqualWidth)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Rows.DemandEqualLength(nameof(ReliabilityDiagram), probabilities.Length, outcomes.Length, "probabilities");
        Rows.DemandBinary(nameof(ReliabilityDiagram), outcomes);
        Rows.DemandProbabilities(nameof(ReliabilityDiagram), probabilities);
        double[] promised = new double[probabilities.Length];
        for (int row = 0; row < promised.Length; row++)
        {
            promised[row] = double.CreateChecked(probabilities[row]);
        }

        return binning switch
        {
            Binning.EqualWidth => ByWidth(promised, outcomes, bins),
            Binning.EqualMass => ByMass(promised, outcomes, bins),
            _ => throw new ArgumentOutOfRangeException(nameof(binning), binning, "Choose EqualWidth or EqualMass."),
        };
    }

    private static ReliabilityBin[] ByWidth(double[] promised, ReadOnlySpan<int> outcomes, int bins)
    {
        int[] count = new int[bins];
        int[] happened = new int[bins];
        double[] sum = new double[bins];
        for (int row = 0; row < promised.Length; row++)
        {
            int bin = BinOf(promised[row], bins);
            count[bin]++;
            happened[bin] += outcomes[row];
            sum[bin] += promised[row];
        }

        return [.. Enumerable.Range(0, bins).Select(bin => Bin((double)bin / bins, (bin + 1.0) / bins, count[bin], sum[bin], happened[bin]))];
    }

    // The product may be rounded up to the next edge or down below its own; the edges themselves decide.
    private static int BinOf(double probability, int bins)
    {
        int bin = Math.Min((int)(probability * bins), bins - 1);
        if (probability < (double)bin / bins)
        {
            return bin - 1;
        }

        return bin + 1 < bins && probability >= (bin + 1.0) / bins ? bin + 1 : bin;
    }

    private static ReliabilityBin[] ByMass(double[] promised, ReadOnlySpan<int> outcomes, int bins)
    {
        (double Probability, int Outcome)[] rows = new (double, int)[promised.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = (promised[row], outcomes[row]);
        }

        Array.Sort(rows);
        ReliabilityBin[] result = new ReliabilityBin[bins];
        double edge = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            int from = (int)((long)bin * rows.Length / bins);
            int to = (int)((bin + 1L) * rows.Length / bins);
            ReadOnlySpan<(double Probability, int Outcome)> part = rows.AsSpan(from, to - from);
            double sum = 0;
            int happened = 0;
            foreach ((double probability, int outcome) in part)
            {
                sum += probability;
                happened += outcome;
            }

            double lower = part.IsEmpty ? edge : part[0].Probability;
            edge = part.IsEmpty ? edge : part[^1].Probability;
            result[bin] = Bin(lower, edge, part.Length, sum, happened);
        }

        return result;
    }

    private static ReliabilityBin Bin(double lower, double upper, int count, double sum, int happened) =>
        count == 0 ? new ReliabilityBin(lower, upper, 0, null, null) : new ReliabilityBin(lower, upper, count, sum / count, (double)happened / count);
}
