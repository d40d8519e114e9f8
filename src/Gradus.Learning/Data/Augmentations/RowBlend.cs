namespace Gradus.Learning.Data.Augmentations;

/// <summary>Blends each row with the one before it.</summary>
internal static class RowBlend
{
    /// <summary>to[i] = own · from[i] + (1 − own) · from[i − 1], the first row with the last.</summary>
    internal static void Run(ReadOnlySpan<float> from, Span<float> to, int width, double own)
    {
        float mine = (float)own, other = (float)(1 - own);
        for (int row = 0; row < from.Length; row += width)
        {
            ReadOnlySpan<float> current = from.Slice(row, width);
            ReadOnlySpan<float> before = from.Slice(row == 0 ? from.Length - width : row - width, width);
            for (int place = 0; place < width; place++)
            {
                to[row + place] = (mine * current[place]) + (other * before[place]);
            }
        }
    }
}
