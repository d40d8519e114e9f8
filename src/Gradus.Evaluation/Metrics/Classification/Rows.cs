using System.Numerics;

namespace Gradus.Evaluation.Metrics.Classification;

/// <summary>What every metric checks of its rows before it counts them.</summary>
internal static class Rows
{
    /// <summary>Demands as many values as labels.</summary>
    internal static void DemandEqualLength(string metric, int values, int labels, string what)
    {
        if (values != labels)
        {
            throw new ArgumentException($"{metric} got {values} {what} for {labels} labels; give each label one of them.");
        }
    }

    /// <summary>Demands labels 0 and 1.</summary>
    internal static void DemandBinary(string metric, ReadOnlySpan<int> labels)
    {
        int row = labels.IndexOfAnyExceptInRange(0, 1);
        if (row >= 0)
        {
            throw new ArgumentException($"{metric} got the label {labels[row]} in row {row}; it needs 0 for the negative and 1 for the positive class.");
        }
    }

    /// <summary>Demands scores that can be ordered.</summary>
    internal static void DemandOrdered<T>(string metric, ReadOnlySpan<T> scores)
        where T : IFloatingPointIeee754<T>
    {
        for (int row = 0; row < scores.Length; row++)
        {
            if (T.IsNaN(scores[row]))
            {
                throw new ArgumentException($"{metric} got NaN as the score of row {row}; scores must be numbers that can be ordered. Look for a diverged model or a missing value.");
            }
        }
    }

    /// <summary>Demands probabilities.</summary>
    internal static void DemandProbabilities<T>(string metric, ReadOnlySpan<T> probabilities)
        where T : IFloatingPointIeee754<T>
    {
        for (int row = 0; row < probabilities.Length; row++)
        {
            if (!(probabilities[row] >= T.Zero && probabilities[row] <= T.One))
            {
                throw new ArgumentException($"{metric} got {probabilities[row]} in row {row}; it needs probabilities in [0, 1]. Did you pass logits? Apply a sigmoid or a softmax first.");
            }
        }
    }

    /// <summary>Demands labels that name a class.</summary>
    internal static void DemandClasses(string metric, ReadOnlySpan<int> values, int classes, string what)
    {
        int row = classes < 1 ? -1 : values.IndexOfAnyExceptInRange(0, classes - 1);
        if (row >= 0)
        {
            throw new ArgumentException($"{metric} got the {what} {values[row]} in row {row}; with {classes} classes it must be 0 to {classes - 1}.");
        }
    }
}
