namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>The four cells of a two-class decision.</summary>
/// <param name="TruePositives">Positives called positive.</param>
/// <param name="FalsePositives">Negatives called positive.</param>
/// <param name="FalseNegatives">Positives called negative.</param>
/// <param name="TrueNegatives">Negatives called negative.</param>
public readonly record struct BinaryCounts(long TruePositives, long FalsePositives, long FalseNegatives, long TrueNegatives)
{
    /// <summary>All rows.</summary>
    public long Total => TruePositives + FalsePositives + FalseNegatives + TrueNegatives;

    /// <summary>Precision (positive predictive value) TP / (TP + FP); null where nothing was called positive.</summary>
    public double? Precision => Share(TruePositives, TruePositives + FalsePositives);

    /// <summary>Recall (sensitivity, true positive rate) TP / (TP + FN); null where no row is positive.</summary>
    public double? Recall => Share(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Specificity (true negative rate) TN / (TN + FP); null where no row is negative.</summary>
    public double? Specificity => Share(TrueNegatives, TrueNegatives + FalsePositives);

    /// <summary>F1 = 2 TP / (2 TP + FP + FN), the harmonic mean of precision and recall; null where no row is positive or called so.</summary>
    public double? F1 => Share(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Counts the cells, with one class taken as the positive one and every other as negative.</summary>
    /// <param name="predictions">Predicted classes.</param>
    /// <param name="labels">True classes, as many as predictions.</param>
    /// <param name="positive">The positive class.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static BinaryCounts Compute(ReadOnlySpan<int> predictions, ReadOnlySpan<int> labels, int positive = 1)
    {
        Rows.DemandEqualLength(nameof(BinaryCounts), predictions.Length, labels.Length, "predictions");
        long truePositives = 0;
        long falsePositives = 0;
        long falseNegatives = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            bool called = predictions[row] == positive;
            bool actual = labels[row] == positive;
            truePositives += called && actual ? 1 : 0;
            falsePositives += called && !actual ? 1 : 0;
            falseNegatives += !called && actual ? 1 : 0;
        }

        return new BinaryCounts(truePositives, falsePositives, falseNegatives, labels.Length - truePositives - falsePositives - falseNegatives);
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;
}
