using Gradus.Tensors;

namespace Gradus.Learning.Data;

/// <summary>Rows for training, for choosing (validation) and for the final word (test); no row is in two of them.</summary>
/// <param name="Train">Rows to learn from, rising.</param>
/// <param name="Validation">Rows to stop and choose by, rising.</param>
/// <param name="Test">Rows to report on, rising.</param>
public sealed record DataSplit(int[] Train, int[] Validation, int[] Test)
{
    /// <summary>Deals rows out at random.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="validation">The share for validation.</param>
    /// <param name="test">The share for test.</param>
    /// <param name="seed">The seed; the same seed gives the same split.</param>
    /// <returns>The split; sizes are the shares rounded to whole rows.</returns>
    /// <exception cref="ArgumentException">A share is not in [0, 1), or nothing is left to train on.</exception>
    public static DataSplit Random(int rows, double validation = 0.2, double test = 0.2, ulong seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        Demand(validation, test);
        Parts parts = new();
        parts.Deal(new Rng(seed).Split("split").Permutation(rows), validation, test);
        return parts.Finish(rows);
    }

    /// <summary>Deals rows out at random, class by class, so that each part has each class in its share: for rare classes, which a plain split may miss.</summary>
    /// <param name="labels">The class of each row.</param>
    /// <param name="validation">The share for validation.</param>
    /// <param name="test">The share for test.</param>
    /// <param name="seed">The seed; the same seed gives the same split.</param>
    /// <returns>The split; each class is in each part within one row of its share.</returns>
    /// <exception cref="ArgumentException">There is no row, a share is not in [0, 1), or nothing is left to train on.</exception>
    public static DataSplit Stratified(ReadOnlySpan<int> labels, double validation = 0.2, double test = 0.2, ulong seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(labels.Length, 1);
        Demand(validation, test);
        SortedDictionary<int, List<int>> byClass = [];
        for (int row = 0; row < labels.Length; row++)
        {
            if (!byClass.TryGetValue(labels[row], out List<int>? rows))
            {
                byClass.Add(labels[row], rows = []);
            }

            rows.Add(row);
        }

        Parts parts = new();
        foreach ((int label, List<int> rows) in byClass)
        {
            int[] order = [.. rows];
            new Rng(seed).Split("split").Split(label).Shuffle<int>(order);
            parts.Deal(order, validation, test);
        }

        return parts.Finish(labels.Length);
    }

    /// <summary>Deals groups out at random, each whole: the rows of a patient stand in one part alone.</summary>
    /// <typeparam name="T">The type of what names a group.</typeparam>
    /// <param name="groups">The group of each row.</param>
    /// <param name="validation">The share of groups for validation.</param>
    /// <param name="test">The share of groups for test.</param>
    /// <param name="seed">The seed; the same seed gives the same split.</param>
    /// <returns>The split; shares are those of groups, not of rows.</returns>
    /// <exception cref="ArgumentException">There is no row, a share is not in [0, 1), or nothing is left to train on.</exception>
    public static DataSplit Grouped<T>(IReadOnlyList<T> groups, double validation = 0.2, double test = 0.2, ulong seed = 0)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups.Count, 1, nameof(groups));
        Demand(validation, test);

        // Groups are numbered as they come up, whatever they are called.
        int[][] members = [.. Enumerable.Range(0, groups.Count).GroupBy(row => groups[row]).Select(group => group.ToArray())];
        Parts dealt = new();
        dealt.Deal(new Rng(seed).Split("split").Permutation(members.Length), validation, test);
        DataSplit split = dealt.Finish(members.Length);
        return new DataSplit(Rows(split.Train), Rows(split.Validation), Rows(split.Test));

        int[] Rows(int[] part) => [.. part.SelectMany(group => members[group]).Order()];
    }

    private static void Demand(double validation, double test)
    {
        if (!(validation >= 0 && test >= 0 && validation + test < 1))
        {
            throw new ArgumentException($"A split got the shares {validation} for validation and {test} for test; they must be at least 0 and leave something to train on.");
        }
    }

    private sealed class Parts
    {
        private readonly List<int> _train = [];
        private readonly List<int> _validation = [];
        private readonly List<int> _test = [];

        internal void Deal(ReadOnlySpan<int> order, double validation, double test)
        {
            int forTest = (int)Math.Round(order.Length * test);
            int forValidation = Math.Min((int)Math.Round(order.Length * validation), order.Length - forTest);
            _test.AddRange(order[..forTest]);
            _validation.AddRange(order.Slice(forTest, forValidation));
            _train.AddRange(order[(forTest + forValidation)..]);
        }

        internal DataSplit Finish(int rows)
        {
            if (_train.Count == 0)
            {
                throw new ArgumentException($"A split of {rows} rows leaves none to train on; give more rows or smaller shares.");
            }

            _train.Sort();
            _validation.Sort();
            _test.Sort();
            return new DataSplit([.. _train], [.. _validation], [.. _test]);
        }
    }
}
