using Gradus.Labs.Figures;

namespace Gradus.Hosting.Figures;

/// <summary>
/// Draws a figure as SVG, for the site, for reports and for files. Colours stand in attributes, so that the file is
/// complete by itself, and in classes (<c>series-1</c> to <c>series-8</c>, <c>reference</c>, <c>axis</c>, <c>grid</c>,
/// <c>ground</c>, <c>label</c>, <c>tick</c>, <c>title</c>), so that a page can paint it in its own theme.
/// </summary>
/// <remarks>The same figure gives the same bytes on every machine. Values that are not finite are left out; lines break there.</remarks>
public static class SvgFigure
{
    private const double TextSize = 13;
    private const double TitleSize = 15;
    private const int Slack = 4;
    private const string Font = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">What to draw; lists of different lengths are drawn as far as the shorter goes.</param>
    /// <param name="options">How large; <see cref="SvgFigureOptions.Wide"/> when null.</param>
    /// <returns>One SVG element without an XML declaration, ready to stand in a page or in a file.</returns>
    public static string Render(Figure figure, SvgFigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        options ??= SvgFigureOptions.Wide;
        IReadOnlyList<Paint> paints = Palette.Assign(figure.Marks);
        FigureLayout layout = new(figure, paints, options.Width, options.Height, TextSize, TitleSize);

        using SvgCanvas canvas = new();
        canvas.Open(
            "svg", "class", "figure", "viewBox", $"0 0 {SvgCanvas.Number(options.Width)} {SvgCanvas.Number(layout.Height)}",
            "width", SvgCanvas.Number(options.Width), "height", SvgCanvas.Number(layout.Height), "role", "img", "font-family", Font, "font-size", SvgCanvas.Number(TextSize));
        canvas.Words("title", figure.Title);
        canvas.Words("desc", figure.Description);
        canvas.Shape("rect", "class", "ground", "width", SvgCanvas.Number(options.Width), "height", SvgCanvas.Number(layout.Height), "fill", Palette.Ground);
        double baseline = TitleSize + 4;
        foreach (string line in layout.Title)
        {
            canvas.Words("text", line, "class", "title", "x", SvgCanvas.Number(FigureLayout.Edge), "y", SvgCanvas.Number(baseline), "font-size", SvgCanvas.Number(TitleSize), "font-weight", "600", "fill", Palette.Ink);
            baseline += TitleSize * 1.3;
        }

        layout.Legend.Draw(canvas, FigureLayout.Edge, layout.LegendTop);
        canvas.Words("text", layout.YLabel, "class", "tick", "x", SvgCanvas.Number(FigureLayout.Edge), "y", SvgCanvas.Number(layout.Top - 15), "fill", Palette.Muted);
        DrawAxes(canvas, layout);

        // The inner element cuts off what lies beyond fixed ends of an axis, with room for half a dot at the very end.
        string width = SvgCanvas.Number(layout.X.Length + (2 * Slack));
        string height = SvgCanvas.Number(layout.Y.Length + (2 * Slack));
        canvas.Open("svg", "class", "plot", "x", SvgCanvas.Number(layout.Left - Slack), "y", SvgCanvas.Number(layout.Top - Slack), "width", width, "height", height, "viewBox", $"{-Slack} {-Slack} {width} {height}", "overflow", "hidden");
        new MarkPainter(canvas, layout.X, layout.Y, layout.Y.Length).Draw(figure.Marks, paints);
        canvas.Close();
        if (layout.IsEmpty)
        {
            canvas.Words("text", "No values to show", "class", "tick", "x", SvgCanvas.Number(layout.Left + (layout.X.Length / 2)), "y", SvgCanvas.Number(layout.Top + (layout.Y.Length / 2)), "text-anchor", "middle", "fill", Palette.Muted);
        }

        canvas.Close();
        return canvas.ToString();
    }

    private static void DrawAxes(SvgCanvas canvas, FigureLayout layout)
    {
        double right = layout.Left + layout.X.Length;
        double bottom = layout.Top + layout.Y.Length;
        foreach (Tick tick in layout.Y.Ticks)
        {
            double y = bottom - layout.Y.At(tick.Value);
            canvas.Shape("path", "class", "grid", "d", $"M{SvgCanvas.Number(layout.Left)} {SvgCanvas.Number(y)}H{SvgCanvas.Number(right)}", "stroke", Palette.Grid);
            canvas.Words("text", tick.Name, "class", "tick", "x", SvgCanvas.Number(layout.Left - 8), "y", SvgCanvas.Number(y + 4), "text-anchor", "end", "fill", Palette.Muted);
        }

        for (int index = 0; index < layout.X.Ticks.Count; index++)
        {
            double x = layout.Left + layout.X.At(layout.X.Ticks[index].Value);
            canvas.Shape("path", "class", "axis", "d", $"M{SvgCanvas.Number(x)} {SvgCanvas.Number(bottom)}v5", "stroke", Palette.Muted);
            IReadOnlyList<string> lines = layout.XNames[index];
            for (int line = 0; line < lines.Count; line++)
            {
                canvas.Words("text", lines[line], "class", "tick", "x", SvgCanvas.Number(x), "y", SvgCanvas.Number(bottom + 19 + (line * TextSize * 1.2)), "text-anchor", "middle", "fill", Palette.Muted);
            }
        }

        canvas.Shape("path", "class", "axis", "d", $"M{SvgCanvas.Number(layout.Left)} {SvgCanvas.Number(bottom)}H{SvgCanvas.Number(right)}", "stroke", Palette.Muted);
        canvas.Words("text", layout.XLabel, "class", "tick", "x", SvgCanvas.Number(layout.Left + (layout.X.Length / 2)), "y", SvgCanvas.Number(layout.Height - 10), "text-anchor", "middle", "fill", Palette.Muted);
    }
}
