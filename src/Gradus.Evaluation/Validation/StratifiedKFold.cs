using Gradus.Tensors;

namespace Gradus.Evaluation.Validation;

/// <summary>K-fold cross-validation in which every fold has each class in its share.</summary>
public static class StratifiedKFold
{
    /// <summary>Deals the rows of each class, in random order, out to the folds in turn.</summary>
    /// <param name="labels">The class of each row.</param>
    /// <param name="folds">How many folds; 5 by default.</param>
    /// <param name="seed">The seed; the same seed gives the same folds.</param>
    /// <param name="allowRare">Whether a class may have fewer rows than there are folds, so that some folds do not test it; false by default, since what is then measured of that class there is undefined.</param>
    /// <returns>The folds. The test rows of two folds differ in size by at most the number of classes.</returns>
    /// <exception cref="ArgumentException">There are fewer than two folds, a class has fewer rows than there are folds and that is not allowed, or there are fewer rows than folds.</exception>
    public static IReadOnlyList<Fold> Split(ReadOnlySpan<int> labels, int folds = 5, ulong seed = 0, bool allowRare = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        if (labels.Length < folds)
        {
            throw new ArgumentException($"StratifiedKFold got {labels.Length} rows for {folds} folds; use fewer folds.", nameof(labels));
        }

        SortedDictionary<int, List<int>> byClass = [];
        for (int row = 0; row < labels.Length; row++)
        {
            if (!byClass.TryGetValue(labels[row], out List<int>? rows))
            {
                byClass.Add(labels[row], rows = []);
            }

            rows.Add(row);
        }

        int[] foldOf = new int[labels.Length];
        int next = 0;
        foreach ((int label, List<int> rows) in byClass)
        {
            if (rows.Count < folds && !allowRare)
            {
                throw new ArgumentException($"StratifiedKFold got {rows.Count} rows of class {label} for {folds} folds; use fewer folds, or allow rare classes.", nameof(labels));
            }

            int[] order = [.. rows];
            new Rng(seed).Split("k-fold").Split(label).Shuffle<int>(order);
            foreach (int row in order)
            {
                foldOf[row] = next++ % folds;
            }
        }

        return [.. Enumerable.Range(0, folds).Select(fold => new Fold(Rows(foldOf, of => of != fold), Rows(foldOf, of => of == fold)))];
    }

    private static int[] Rows(int[] foldOf, Func<int, bool> wanted) => [.. Enumerable.Range(0, foldOf.Length).Where(row => wanted(foldOf[row]))];
}
