using Gradus.Labs.Figures;

namespace Gradus.Hosting.Figures;

/// <summary>Where the parts of a figure stand.</summary>
internal sealed class FigureLayout
{
    /// <summary>The empty strip along every edge.</summary>
    public const double Edge = 12;

    /// <summary>Fits scales and makes room for title, legend and the names of ticks.</summary>
    public FigureLayout(Figure figure, IReadOnlyList<Paint> paints, int width, int height, double textSize, double titleSize)
    {
        double inner = width - (2 * Edge);
        Title = figure.Title.Length == 0 ? [] : TextFit.Wrap(figure.Title, titleSize, inner, 3);
        LegendTop = Edge + (Title.Count * titleSize * 1.3) + 2;
        Legend = new Legend(figure.Marks, paints, inner, textSize);
        Top = LegendTop + Legend.Height + 34;

        double[] ys = [.. Heights(figure)];
        double[] xs = [.. Places(figure)];
        IsEmpty = !ys.Any(double.IsFinite) || !xs.Any(double.IsFinite);
        Y = Scale.Fit(figure.Y, ys, height / 60, round: true);
        X = Scale.Fit(figure.X, xs, width / 90, round: figure.Marks.All(mark => mark is PointMark));
        YLabel = TextFit.Wrap(figure.Y.Label, textSize, inner, 1)[0];
        XLabel = TextFit.Wrap(figure.X.Label, textSize, inner - 60, 1)[0];
        Left = Edge + 8 + Math.Min(width / 3.0, Y.Ticks.Select(tick => TextFit.Width(tick.Name, textSize)).DefaultIfEmpty(0).Max());

        // Half of the last tick's name hangs over the axis's end; named places have their own room.
        double hang = figure.X.Categories is null && X.Ticks.Count > 0 ? TextFit.Width(X.Ticks[^1].Name, textSize) / 2 : 0;
        X.Length = width - Edge - Math.Max(4, hang) - Left;
        double room = figure.X.Categories is { Count: > 0 } names ? (X.Length / names.Count) - 6 : double.PositiveInfinity;
        XNames = [.. X.Ticks.Select(tick => double.IsFinite(room) ? TextFit.Wrap(tick.Name, textSize, room, 3) : [tick.Name])];
        double below = 24 + (XNames.Select(lines => lines.Count).DefaultIfEmpty(1).Max() * textSize * 1.2) + (XLabel.Length > 0 ? 16 : 0);

        // A tall legend makes the picture taller, not the axes flat.
        Y.Length = Math.Max(height * 0.45, height - Top - below);
        Height = Math.Ceiling(Top + Y.Length + below);
    }

    public IReadOnlyList<string> Title { get; }

    public Legend Legend { get; }

    public double LegendTop { get; }

    public Scale X { get; }

    public Scale Y { get; }

    public string XLabel { get; }

    public string YLabel { get; }

    public IReadOnlyList<IReadOnlyList<string>> XNames { get; }

    /// <summary>The left end of the horizontal axis.</summary>
    public double Left { get; }

    /// <summary>The upper end of the vertical axis.</summary>
    public double Top { get; }

    /// <summary>The height of the whole picture.</summary>
    public double Height { get; }

    /// <summary>Whether there is no value to draw.</summary>
    public bool IsEmpty { get; }

    private static IEnumerable<double> Heights(Figure figure) => figure.Marks.SelectMany(mark => mark switch
    {
        LineMark line => line.Ys,
        BandMark band => band.Lows.Concat(band.Highs),
        BarMark bar => bar.Heights.Any(double.IsFinite) ? bar.Heights.Append(0) : [],
        PointMark points => points.Ys,
        _ => [],
    });

    private static IEnumerable<double> Places(Figure figure)
    {
        double half = BarRoom.Between(figure.Marks.OfType<BarMark>()) / 2;
        return figure.Marks.SelectMany(mark => mark switch
        {
            LineMark line => line.Xs,
            BandMark band => band.Xs,
            BarMark bar => bar.Xs.Select(x => x - half).Concat(bar.Xs.Select(x => x + half)),
            PointMark points => points.Xs,
            _ => [],
        });
    }
}
