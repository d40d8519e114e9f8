using System.Globalization;
using System.Text;

namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>How often each true class (row) was called each class (column).</summary>
public sealed class ConfusionMatrix
{
    private readonly long[] _counts;

    private ConfusionMatrix(int classes, long[] counts)
    {
        Classes = classes;
        _counts = counts;
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>All rows counted.</summary>
    public long Total => _counts.Sum();

    /// <summary>The share on the diagonal, or null where there is no row.</summary>
    public double? Accuracy => Total == 0 ? null : (double)Enumerable.Range(0, Classes).Sum(label => this[label, label]) / Total;

    /// <summary>Balanced accuracy: the mean recall of the classes that occur, or null where there is no row.</summary>
    public double? BalancedAccuracy => MeanOfDefined(label => Of(label).Recall);

    /// <summary>The unweighted mean of F1 over the classes for which it is defined, or null where it is for none.</summary>
    public double? MacroF1 => MeanOfDefined(label => Of(label).F1);

    /// <summary>How many rows of a class were called another.</summary>
    /// <param name="label">The true class, from 0.</param>
    /// <param name="prediction">The class it was called, from 0.</param>
    public long this[int label, int prediction]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(label);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, Classes);
            ArgumentOutOfRangeException.ThrowIfNegative(prediction);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(prediction, Classes);
            return _counts[(label * Classes) + prediction];
        }
    }

    /// <summary>Counts predictions against labels.</summary>
    /// <param name="predictions">Predicted classes, 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="labels">True classes, as many as predictions.</param>
    /// <param name="classes">How many classes there are, whether or not all occur.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there is no class, or a value names none.</exception>
    public static ConfusionMatrix Compute(ReadOnlySpan<int> predictions, ReadOnlySpan<int> labels, int classes = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Rows.DemandEqualLength(nameof(ConfusionMatrix), predictions.Length, labels.Length, "predictions");
        Rows.DemandClasses(nameof(ConfusionMatrix), predictions, classes, "prediction");
        Rows.DemandClasses(nameof(ConfusionMatrix), labels, classes, "label");
        long[] counts = new long[checked(classes * classes)];
        for (int row = 0; row < labels.Length; row++)
        {
            counts[(labels[row] * classes) + predictions[row]]++;
        }

        return new ConfusionMatrix(classes, counts);
    }

    /// <summary>The four cells with one class against all others.</summary>
    /// <param name="positive">The class taken as positive.</param>
    /// <returns>The counts.</returns>
    public BinaryCounts Of(int positive)
    {
        long truePositives = this[positive, positive];
        long called = Enumerable.Range(0, Classes).Sum(label => this[label, positive]);
        long actual = Enumerable.Range(0, Classes).Sum(prediction => this[positive, prediction]);
        return new BinaryCounts(truePositives, called - truePositives, actual - truePositives, Total - called - actual + truePositives);
    }

    /// <summary>The counts as a table: a line for each true class, a column for each prediction.</summary>
    /// <returns>The table.</returns>
    public override string ToString()
    {
        int width = _counts.Max(count => count.ToString(CultureInfo.InvariantCulture).Length);
        StringBuilder text = new();
        for (int label = 0; label < Classes; label++)
        {
            text.AppendJoin(' ', Enumerable.Range(0, Classes).Select(prediction => this[label, prediction].ToString(CultureInfo.InvariantCulture).PadLeft(width))).Append('\n');
        }

        return text.ToString();
    }

    private double? MeanOfDefined(Func<int, double?> measure)
    {
        double[] defined = [.. Enumerable.Range(0, Classes).Select(measure).OfType<double>()];
        return defined.Length == 0 ? null : defined.Average();
    }
}
