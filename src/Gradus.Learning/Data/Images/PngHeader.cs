namespace Gradus.Learning.Data.Images;

/// <summary>What a PNG's first chunk says.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Depth">The bits of a sample or of a palette index: 1, 2, 4, 8 or 16.</param>
/// <param name="Colour">0 gray, 2 colours, 3 palette, 4 gray and opacity, 6 colours and opacity.</param>
/// <param name="Interlaced">Whether the pixels come in the seven passes of Adam7.</param>
internal readonly record struct PngHeader(int Width, int Height, int Depth, int Colour, bool Interlaced)
{
    internal const int Palette = 3;

    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>The samples of a pixel as the file holds them.</summary>
    internal int Samples => Colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    internal int BitsPerPixel => Samples * Depth;

    /// <summary>The passes: where each begins and how far apart its pixels lie. One that has no pixel is left out.</summary>
    internal IEnumerable<PngPass> Passes()
    {
        if (!Interlaced)
        {
            return [new PngPass(0, 0, 1, 1, Width, Height)];
        }

        (int width, int height) = (Width, Height);
        return Adam7.Select(pass => new PngPass(pass.X, pass.Y, pass.StepX, pass.StepY, Cells(width, pass.X, pass.StepX), Cells(height, pass.Y, pass.StepY)))
            .Where(pass => pass.Columns > 0 && pass.Rows > 0);
    }

    /// <summary>The bytes of a row of so many pixels, its filter left out.</summary>
    internal long RowBytes(int columns) => (((long)columns * BitsPerPixel) + 7) / 8;

    /// <summary>The bytes of all rows of all passes, filters included.</summary>
    internal long RawBytes()
    {
        long bytes = 0;
        foreach (PngPass pass in Passes())
        {
            bytes += pass.Rows * (1 + RowBytes(pass.Columns));
        }

        return bytes;
    }

    private static int Cells(int size, int from, int step) => size <= from ? 0 : (size - from + step - 1) / step;
}
