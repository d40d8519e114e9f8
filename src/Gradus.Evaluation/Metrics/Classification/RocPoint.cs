namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>One point of a receiver operating characteristic.</summary>
/// <param name="Threshold">Rows that score at least this much are called positive; infinite at the first point, where none is.</param>
/// <param name="FalsePositiveRate">The share of negatives called positive, in [0, 1].</param>
/// <param name="TruePositiveRate">The share of positives called positive (recall, sensitivity), in [0, 1].</param>
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);
