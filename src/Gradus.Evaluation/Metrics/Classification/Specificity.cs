namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>The share of the negatives that are left alone (true negative rate).</summary>
public static class Specificity
{
    /// <summary>Computes it, with one class taken as the positive one.</summary>
    /// <param name="predictions">Predicted classes.</param>
    /// <param name="labels">True classes, as many as predictions.</param>
    /// <param name="positive">The positive class.</param>
    /// <returns>The value in [0, 1], or null where no row is negative.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double? Compute(ReadOnlySpan<int> predictions, ReadOnlySpan<int> labels, int positive = 1) =>
        BinaryCounts.Compute(predictions, labels, positive).Specificity;
}
