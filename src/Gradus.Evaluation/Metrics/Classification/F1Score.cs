namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>F1, the harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN). It ignores true negatives.</summary>
public static class F1Score
{
    /// <summary>Computes it, with one class taken as the positive one.</summary>
    /// <param name="predictions">Predicted classes.</param>
    /// <param name="labels">True classes, as many as predictions.</param>
    /// <param name="positive">The positive class.</param>
    /// <returns>The value in [0, 1], or null where no row is positive and none is called so.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double? Compute(ReadOnlySpan<int> predictions, ReadOnlySpan<int> labels, int positive = 1) =>
        BinaryCounts.Compute(predictions, labels, positive).F1;
}
