namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>The share of predictions that equal their label.</summary>
public static class Accuracy
{
    /// <summary>Computes the accuracy.</summary>
    /// <param name="predictions">Predicted classes.</param>
    /// <param name="labels">True classes, as many as predictions.</param>
    /// <returns>The share in [0, 1], or null where there is no row: the accuracy of nothing is undefined.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double? Compute(ReadOnlySpan<int> predictions, ReadOnlySpan<int> labels)
    {
        if (predictions.Length != labels.Length)
        {
            throw new ArgumentException($"Accuracy got {predictions.Length} predictions for {labels.Length} labels; give one prediction a label.", nameof(predictions));
        }

        if (labels.IsEmpty)
        {
            return null;
        }

        int correct = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            if (predictions[row] == labels[row])
            {
                correct++;
            }
        }

        return (double)correct / labels.Length;
    }
}
