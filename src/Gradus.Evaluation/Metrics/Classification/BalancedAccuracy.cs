namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>The mean recall of the classes that occur: one half for whoever always says the same of two classes, however rare one is.</summary>
public static class BalancedAccuracy
{
    /// <summary>Computes the balanced accuracy.</summary>
    /// <param name="predictions">Predicted classes, 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="labels">True classes, as many as predictions.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <returns>The mean recall in [0, 1], or null where there is no row.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there is no class, or a value names none.</exception>
    public static double? Compute(ReadOnlySpan<int> predictions, ReadOnlySpan<int> labels, int classes = 2) =>
        ConfusionMatrix.Compute(predictions, labels, classes).BalancedAccuracy;
}
