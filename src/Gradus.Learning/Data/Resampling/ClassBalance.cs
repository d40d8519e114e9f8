using Gradus.Tensors;

namespace Gradus.Learning.Data.Resampling;

/// <summary>Lists rows so that every class stands equally often. For training rows alone: what is measured must keep the shares of the world.</summary>
/// <remarks>Either changes the shares that a network learns, so its probabilities must be calibrated again.</remarks>
public static class ClassBalance
{
    /// <summary>Every row, and rows of the smaller classes again, drawn at random, until each class is as large as the largest.</summary>
    /// <param name="labels">The class of each training row.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Rows, the original ones first; <c>dataset.Subset(rows)</c> takes them.</returns>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static int[] Oversample(ReadOnlySpan<int> labels, ulong seed = 0)
    {
        (int Label, int[] Rows)[] classes = Group(labels);
        int most = classes.Max(group => group.Rows.Length);
        List<int> rows = [.. Enumerable.Range(0, labels.Length)];
        foreach ((int label, int[] members) in classes)
        {
            Rng rng = Stream(seed, label);
            for (int missing = most - members.Length; missing > 0; missing--)
            {
                rows.Add(members[rng.NextInt(members.Length)]);
            }
        }

        return [.. rows];
    }

    /// <summary>Rows of each class, drawn at random without repetition, as many as the smallest class has.</summary>
    /// <param name="labels">The class of each training row.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Rows, rising; <c>dataset.Subset(rows)</c> takes them.</returns>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static int[] Undersample(ReadOnlySpan<int> labels, ulong seed = 0)
    {
        (int Label, int[] Rows)[] classes = Group(labels);
        int least = classes.Min(group => group.Rows.Length);
        List<int> rows = [];
        foreach ((int label, int[] members) in classes)
        {
            Stream(seed, label).Shuffle<int>(members);
            rows.AddRange(members[..least]);
        }

        rows.Sort();
        return [.. rows];
    }

    /// <summary>The stream of a class.</summary>
    internal static Rng Stream(ulong seed, int label) => new Rng(seed).Split("resampling").Split(label);

    /// <summary>The rows of each class, by class.</summary>
    internal static (int Label, int[] Rows)[] Group(ReadOnlySpan<int> labels)
    {
        int[] copy = labels.ToArray();
        return copy.Length == 0
            ? throw new ArgumentException("There is no row to balance.", nameof(labels))
            : [.. Enumerable.Range(0, copy.Length).GroupBy(row => copy[row]).OrderBy(group => group.Key).Select(group => (group.Key, group.ToArray()))];
    }
}
