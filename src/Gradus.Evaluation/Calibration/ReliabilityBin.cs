namespace Gradus.Evaluation.Calibration;

/// <summary>One bin of a reliability diagram.</summary>
/// <param name="Lower">The lower edge: of the bin for equal width, the smallest probability in it for equal mass.</param>
/// <param name="Upper">The upper edge: of the bin for equal width, the largest probability in it for equal mass.</param>
/// <param name="Count">How many rows fell into it.</param>
/// <param name="MeanProbability">The mean probability of its rows, or null where it is empty.</param>
/// <param name="Frequency">The share of its rows in which the event happened, or null where it is empty.</param>
public readonly record struct ReliabilityBin(double Lower, double Upper, int Count, double? MeanProbability, double? Frequency)
{
    /// <summary>How far the mean probability lies from the frequency, or null where the bin is empty.</summary>
    public double? Gap => MeanProbability is { } mean && Frequency is { } frequency ? Math.Abs(mean - frequency) : null;
}
