namespace Gradus.Learning.Data.Images;

/// <summary>The five filters of PNG, which write a byte as its difference from bytes to the left, above, or both.</summary>
internal static class PngFilter
{
    internal const int Count = 5;

    /// <summary>Undoes a filter.</summary>
    /// <param name="filter">0 none, 1 left, 2 above, 3 their mean, 4 Paeth.</param>
    /// <param name="row">The row, changed in place.</param>
    /// <param name="above">The row above it, undone; zeros above the first.</param>
    /// <param name="step">The bytes of a pixel, at least 1.</param>
    internal static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        for (int place = 0; place < row.Length && filter != 0; place++)
        {
            int left = place < step ? 0 : row[place - step];
            int corner = place < step ? 0 : above[place - step];
            row[place] += Predict(filter, left, above[place], corner);
        }
    }

    /// <summary>Applies a filter.</summary>
    /// <param name="filter">0 none, 1 left, 2 above, 3 their mean, 4 Paeth.</param>
    /// <param name="row">The row.</param>
    /// <param name="above">The row above it; zeros above the first.</param>
    /// <param name="step">The bytes of a pixel, at least 1.</param>
    /// <param name="filtered">Where the differences go.</param>
    internal static void Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> filtered)
    {
        for (int place = 0; place < row.Length; place++)
        {
            int left = place < step ? 0 : row[place - step];
            int corner = place < step ? 0 : above[place - step];
            filtered[place] = (byte)(row[place] - Predict(filter, left, above[place], corner));
        }
    }

    private static byte Predict(int filter, int left, int above, int corner) => filter switch
    {
        0 => 0,
        1 => (byte)left,
        2 => (byte)above,
        3 => (byte)((left + above) / 2),
        _ => (byte)Paeth(left, above, corner),
    };

    // The neighbour that is nearest to left + above − corner; ties go to the left, then above.
    private static int Paeth(int left, int above, int corner)
    {
        int fromLeft = Math.Abs(above - corner);
        int fromAbove = Math.Abs(left - corner);
        int fromCorner = Math.Abs(left + above - (2 * corner));
        return fromLeft <= fromAbove && fromLeft <= fromCorner ? left : fromAbove <= fromCorner ? above : corner;
    }
}
