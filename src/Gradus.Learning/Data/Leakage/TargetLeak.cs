using Gradus.Learning.Data.Tables;

namespace Gradus.Learning.Data.Leakage;

/// <summary>Whether a column says the class.</summary>
internal static class TargetLeak
{
    // Below this a perfect separation is no wonder.
    private const int FewestOfAClass = 5;

    /// <summary>What the column does, or null.</summary>
    internal static string? Find(TableColumn column, int[] classes)
    {
        int count = classes.Distinct().Count();
        if (count < 2)
        {
            return null;
        }

        (string?, int)[] pairs = [.. column.Texts.Zip(classes).Distinct()];
        int values = pairs.Select(pair => pair.Item1).Distinct().Count();
        if (pairs.Length == count && values == count)
        {
            return "has one value for each class";
        }

        if (count != 2 || classes.GroupBy(label => label).Any(group => group.Count() < FewestOfAClass))
        {
            return null;
        }

        bool[] missing = [.. column.Texts.Select(text => text is null)];
        if (pairs.GroupBy(pair => pair.Item1 is null).Select(group => group.Select(pair => pair.Item2).Distinct().ToArray()).ToArray() is [[int one], [int other]] && one != other)
        {
            return "is missing in every row of one class and in none of the other";
        }

        return column.IsNumber && Array.TrueForAll(missing, absent => !absent) && Separates(column, classes) ? "separates the classes at one threshold" : null;
    }

    private static bool Separates(TableColumn column, int[] classes)
    {
        int first = classes.Min();
        double[] low = [.. column.Numbers.Where((_, row) => classes[row] == first)], high = [.. column.Numbers.Where((_, row) => classes[row] != first)];
        return low.Max() < high.Min() || high.Max() < low.Min();
    }
}
