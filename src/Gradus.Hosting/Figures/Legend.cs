using Gradus.Labs.Figures;

namespace Gradus.Hosting.Figures;

/// <summary>The names of a figure's marks, set in rows.</summary>
internal sealed class Legend
{
    private const double Swatch = 22;
    private const double Gap = 18;
    private const double RowHeight = 20;
    private readonly List<(Mark Mark, Paint Paint, string Name, double X, int Row)> _entries = [];

    /// <summary>Sets the names of marks that have one, each name once, in rows of at most a width.</summary>
    public Legend(IReadOnlyList<Mark> marks, IReadOnlyList<Paint> paints, double width, double size)
    {
        double x = 0;
        int row = 0;
        HashSet<string> seen = [];
        for (int index = marks.Count - 1; index >= 0; index--)
        {
            // Walks back to front so that a line, not the band below it, stands for a name that both bear.
            if (marks[index].Label.Length == 0 || !seen.Add(marks[index].Label))
            {
                continue;
            }

            _entries.Insert(0, (marks[index], paints[index], TextFit.Wrap(marks[index].Label, size, width - Swatch, 1)[0], 0, 0));
        }

        for (int index = 0; index < _entries.Count; index++)
        {
            double needed = Swatch + TextFit.Width(_entries[index].Name, size);
            if (x > 0 && x + needed > width)
            {
                x = 0;
                row++;
            }

            _entries[index] = _entries[index] with { X = x, Row = row };
            x += needed + Gap;
        }

        Height = _entries.Count == 0 ? 0 : (row + 1) * RowHeight;
    }

    /// <summary>How high all rows are together.</summary>
    public double Height { get; }

    /// <summary>Draws the rows with their upper left corner at a place.</summary>
    public void Draw(SvgCanvas canvas, double left, double top)
    {
        foreach ((Mark mark, Paint paint, string name, double x, int row) in _entries)
        {
            double middle = top + (row * RowHeight) + (RowHeight / 2);
            DrawSwatch(canvas, mark, paint, left + x, middle);
            canvas.Words("text", name, "class", "label", "x", SvgCanvas.Number(left + x + Swatch), "y", SvgCanvas.Number(middle + 4), "fill", Palette.Ink);
        }
    }

    private static void DrawSwatch(SvgCanvas canvas, Mark mark, Paint paint, double x, double y)
    {
        switch (mark)
        {
            case BarMark or BandMark:
                canvas.Shape("rect", "class", (mark is BarMark ? "bar " : "band ") + paint.Class, "x", SvgCanvas.Number(x), "y", SvgCanvas.Number(y - 6), "width", "16", "height", "12", "fill", paint.Colour, "fill-opacity", mark is BarMark ? "0.85" : "0.2");
                break;
            case PointMark:
                canvas.Shape("circle", "class", "point " + paint.Class, "cx", SvgCanvas.Number(x + 8), "cy", SvgCanvas.Number(y), "r", "4", "fill", paint.Colour);
                break;
            default:
                canvas.Shape("path", "class", "line " + paint.Class, "d", $"M{SvgCanvas.Number(x)} {SvgCanvas.Number(y)}h16", "fill", "none", "stroke", paint.Colour, "stroke-width", "2.5", "stroke-dasharray", paint.Dash ?? "none");
                break;
        }
    }
}
