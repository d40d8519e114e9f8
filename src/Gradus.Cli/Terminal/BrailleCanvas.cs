namespace Gradus.Cli.Terminal;

/// <summary>A grid of dots, two by four in each character, drawn with the Braille block of Unicode.</summary>
/// <param name="columns">Width in characters.</param>
/// <param name="rows">Height in characters.</param>
internal sealed class BrailleCanvas(int columns, int rows)
{
    // Unicode numbers the dots of a cell 1-2-3-7 down the left side and 4-5-6-8 down the right one.
    private static readonly int[,] Bits = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    private readonly int[] _dots = new int[columns * rows];
    private readonly int[] _series = new int[columns * rows];

    /// <summary>Width in dots.</summary>
    public int DotColumns => columns * 2;

    /// <summary>Height in dots.</summary>
    public int DotRows => rows * 4;

    /// <summary>Sets a dot; one outside the grid is left out.</summary>
    /// <param name="x">Dot column, from the left.</param>
    /// <param name="y">Dot row, from the top.</param>
    /// <param name="series">The number of the series, from 1; the last one drawn gives a cell its colour.</param>
    public void Set(int x, int y, int series)
    {
        if (x < 0 || y < 0 || x >= DotColumns || y >= DotRows)
        {
            return;
        }

        int cell = ((y / 4) * columns) + (x / 2);
        _dots[cell] |= Bits[y % 4, x % 2];
        _series[cell] = series;
    }

    /// <summary>Draws a straight line of dots.</summary>
    /// <param name="x0">First dot column.</param>
    /// <param name="y0">First dot row.</param>
    /// <param name="x1">Last dot column.</param>
    /// <param name="y1">Last dot row.</param>
    /// <param name="series">The number of the series, from 1.</param>
    /// <param name="dashed">Whether every third pair of dots is left out.</param>
    public void Line(int x0, int y0, int x1, int y1, int series, bool dashed)
    {
        int steps = Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0));
        for (int step = 0; step <= steps; step++)
        {
            if (dashed && step % 6 >= 4)
            {
                continue;
            }

            double share = steps == 0 ? 0 : (double)step / steps;
            Set((int)Math.Round(x0 + (share * (x1 - x0))), (int)Math.Round(y0 + (share * (y1 - y0))), series);
        }
    }

    /// <summary>One character of the grid and the series that it belongs to (0 for none).</summary>
    /// <param name="column">Column in characters.</param>
    /// <param name="row">Row in characters.</param>
    /// <returns>The character and the series.</returns>
    public (char Character, int Series) Cell(int column, int row)
    {
        int cell = (row * columns) + column;
        return _dots[cell] == 0 ? (' ', 0) : ((char)(0x2800 + _dots[cell]), _series[cell]);
    }
}
