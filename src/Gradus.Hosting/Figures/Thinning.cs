namespace Gradus.Hosting.Figures;

/// <summary>Leaves out points of a long line that would fall on the same column of pixels and change nothing.</summary>
internal static class Thinning
{
    /// <summary>The indices to draw: all of a short line; of a long one the first, lowest, highest and last of every run of points, and every gap.</summary>
    public static IReadOnlyList<int> Keep(IReadOnlyList<double> xs, IReadOnlyList<double> ys, int count, int columns)
    {
        if (count <= 4 * Math.Max(1, columns))
        {
            return [.. Enumerable.Range(0, count)];
        }

        SortedSet<int> kept = [];
        int run = (int)Math.Ceiling(count / (double)Math.Max(1, columns));
        for (int start = 0; start < count; start += run)
        {
            int end = Math.Min(count, start + run);
            int lowest = start;
            int highest = start;
            for (int index = start; index < end; index++)
            {
                if (!double.IsFinite(xs[index]) || !double.IsFinite(ys[index]))
                {
                    kept.Add(index);
                }

                lowest = ys[index] < ys[lowest] ? index : lowest;
                highest = ys[index] > ys[highest] ? index : highest;
            }

            kept.UnionWith([start, lowest, highest, end - 1]);
        }

        return [.. kept];
    }
}
