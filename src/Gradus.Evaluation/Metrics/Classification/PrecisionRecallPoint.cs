namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>One point of a precision-recall curve.</summary>
/// <param name="Threshold">Rows that score at least this much are called positive; infinite at the first point, where none is.</param>
/// <param name="Recall">The share of positives called positive, in [0, 1].</param>
/// <param name="Precision">The share of positives among the rows called positive, in [0, 1]; 1 by convention at the first point.</param>
public readonly record struct PrecisionRecallPoint(double Threshold, double Recall, double Precision);
