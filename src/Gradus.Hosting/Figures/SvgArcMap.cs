namespace Gradus.Hosting.Figures;

/// <summary>Draws an <see cref="ArcMap"/> as SVG; colours stand in attributes and in classes, as in <see cref="SvgFigure"/>. Lines that lead somewhere are links.</summary>
public static class SvgArcMap
{
    private const double TextSize = 14;
    private const double LineHeight = 18;
    private const double Padding = 8;
    private const double Radius = 6;
    private const double Edge = 6;
    private const string Font = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

    /// <summary>Draws a map.</summary>
    /// <param name="map">What to draw.</param>
    /// <param name="width">The width in pixels, at least 240; below 480 arcs and bars take less room and names two lines.</param>
    /// <param name="name">A name that is unique in the page, which the parts for screen readers are found by.</param>
    /// <returns>One SVG element.</returns>
    public static string Render(ArcMap map, int width, string name)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 240);
        bool narrow = width < 480;
        double arcs = narrow ? 44 : 110;
        double bar = narrow ? 46 : 120;
        double percent = 52;
        double textAt = Edge + arcs + (2 * Radius) + 8;
        double room = width - textAt - bar - percent - 16;
        IReadOnlyList<string>[] labels = [.. map.Nodes.Select(node => TextFit.Wrap(node.Label, TextSize, room, narrow ? 3 : 1))];
        double[] middles = new double[labels.Length];
        double height = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double row = (labels[i].Count * LineHeight) + Padding;
            middles[i] = height + (row / 2);
            height += row;
        }

        using SvgCanvas canvas = new();
        canvas.Open(
            "svg", "class", "figure arc-map", "viewBox", $"0 0 {width} {SvgCanvas.Number(height)}", "width", SvgCanvas.Number(width), "height", SvgCanvas.Number(height),
            "role", "group", "aria-labelledby", name + "-title", "aria-describedby", name + "-desc", "font-family", Font, "font-size", SvgCanvas.Number(TextSize));
        canvas.Words("title", map.Title, "id", name + "-title");
        canvas.Words("desc", map.Description, "id", name + "-desc");
        Arcs(canvas, map.Nodes, middles, Edge + arcs, arcs);
        for (int i = 0; i < labels.Length; i++)
        {
            Line(canvas, map.Nodes[i], labels[i], middles[i], Edge + arcs + Radius, textAt, width - bar - percent, bar, width);
        }

        canvas.Close();
        return canvas.ToString();
    }

    private static void Arcs(SvgCanvas canvas, IReadOnlyList<ArcNode> nodes, double[] middles, double right, double most)
    {
        Dictionary<string, int> places = nodes.Index().ToDictionary(item => item.Item.Id, item => item.Index);
        foreach ((int to, ArcNode node) in nodes.Index())
        {
            foreach (string need in node.Needs)
            {
                if (!places.TryGetValue(need, out int from) || from == to)
                {
                    continue;
                }

                double reach = right - Math.Min(most, 8 + (most * Math.Abs(to - from) / nodes.Count * 1.3));
                (double start, double end) = (middles[from], middles[to]);
                string known = nodes[from].Mark == ArcMark.Full ? "arc known" : "arc";
                canvas.Shape(
                    "path", "class", known,
                    "d", $"M{SvgCanvas.Number(right)} {SvgCanvas.Number(start)}C{SvgCanvas.Number(reach)} {SvgCanvas.Number(start)} {SvgCanvas.Number(reach)} {SvgCanvas.Number(end)} {SvgCanvas.Number(right - 3)} {SvgCanvas.Number(end)}",
                    "fill", "none", "stroke", Palette.Muted, "stroke-opacity", "0.55");
                canvas.Shape("path", "class", "arc-head", "d", $"M{SvgCanvas.Number(right)} {SvgCanvas.Number(end)}l-6 -3.2v6.4z", "fill", Palette.Muted);
            }
        }
    }

    private static void Line(SvgCanvas canvas, ArcNode node, IReadOnlyList<string> label, double middle, double signAt, double textAt, double barAt, double bar, double width)
    {
        Sign(canvas, node.Mark, signAt, middle);
        if (node.Href is { } href)
        {
            canvas.Open("a", "href", href);
        }

        double baseline = middle - ((label.Count - 1) * LineHeight / 2) + (TextSize * 0.35);
        canvas.Open("text", "class", node.IsAside ? "label aside" : "label", "x", SvgCanvas.Number(textAt), "y", SvgCanvas.Number(baseline), "fill", node.IsAside ? Palette.Muted : Palette.Ink);
        for (int i = 0; i < label.Count; i++)
        {
            canvas.Words("tspan", label[i] + (i + 1 < label.Count ? " " : ""), "x", SvgCanvas.Number(textAt), "y", SvgCanvas.Number(baseline + (i * LineHeight)));
        }

        canvas.Close();
        if (node.Href is not null)
        {
            canvas.Close();
        }

        double share = Math.Clamp(double.IsFinite(node.Share) ? node.Share : 0, 0, 1);
        canvas.Shape("rect", "class", "track", "x", SvgCanvas.Number(barAt), "y", SvgCanvas.Number(middle - 3), "width", SvgCanvas.Number(bar), "height", "6", "rx", "3", "fill", Palette.Grid);
        if (share > 0)
        {
            canvas.Shape("rect", "class", "bar series-1", "x", SvgCanvas.Number(barAt), "y", SvgCanvas.Number(middle - 3), "width", SvgCanvas.Number(Math.Max(3, bar * share)), "height", "6", "rx", "3", "fill", "#1663b8");
        }

        canvas.Words("text", $"{Math.Round(share * 100):0} %", "class", "tick", "x", SvgCanvas.Number(width - 2), "y", SvgCanvas.Number(middle + (TextSize * 0.35)), "text-anchor", "end", "fill", Palette.Muted, "font-size", "13");
    }

    private static void Sign(SvgCanvas canvas, ArcMark mark, double x, double y)
    {
        string at = SvgCanvas.Number(x);
        string down = SvgCanvas.Number(y);
        canvas.Shape("circle", "class", "sign-ring", "cx", at, "cy", down, "r", SvgCanvas.Number(Radius - 1), "fill", Palette.Ground, "stroke", "#1663b8", "stroke-width", "1.6");
        if (mark == ArcMark.Dot)
        {
            canvas.Shape("circle", "class", "sign-fill", "cx", at, "cy", down, "r", "1.8", "fill", "#1663b8");
        }
        else if (mark == ArcMark.Half)
        {
            canvas.Shape("path", "class", "sign-fill", "d", $"M{at} {SvgCanvas.Number(y - Radius + 1)}a{SvgCanvas.Number(Radius - 1)} {SvgCanvas.Number(Radius - 1)} 0 0 0 0 {SvgCanvas.Number(2 * (Radius - 1))}z", "fill", "#1663b8");
        }
        else if (mark == ArcMark.Full)
        {
            canvas.Shape("circle", "class", "sign-fill", "cx", at, "cy", down, "r", SvgCanvas.Number(Radius), "fill", "#1663b8");
        }
    }
}
