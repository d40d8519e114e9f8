using System.Globalization;
using System.Text;
using Gradus.Labs.Figures;
using Spectre.Console;

namespace Gradus.Cli.Terminal;

/// <summary>Draws a figure in characters.</summary>
internal static class FigureText
{
    private const int LabelWidth = 9;

    // The terminal's own colours, so that they suit a dark and a light ground.
    private static readonly string[] Colours = ["blue", "olive", "green", "purple", "teal", "maroon"];

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">What to draw.</param>
    /// <param name="width">Characters across, at least 40.</param>
    /// <param name="height">Rows of the picture itself.</param>
    /// <returns>The lines as Spectre markup, without a line feed at the end; a figure without a finite value is told in words.</returns>
    public static string Draw(Figure figure, int width, int height)
    {
        List<Series> all = [.. figure.Marks.SelectMany(Flatten)];
        List<(double X, double Y)> points = [.. all.SelectMany(series => series.Points).Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y))];
        StringBuilder text = new();
        text.Append(Markup.Escape(figure.Title)).Append('\n');
        if (points.Count == 0)
        {
            return text.Append("  (nothing to draw)").ToString();
        }

        Range x = Range.Of(figure.X, points.Select(point => point.X));
        Range y = Range.Of(figure.Y, points.Select(point => point.Y).Concat(figure.Marks.OfType<BarMark>().Any() ? [0.0] : []));
        BrailleCanvas canvas = new(Math.Max(20, width - LabelWidth - 2), height);
        for (int number = 0; number < all.Count; number++)
        {
            Draw(canvas, all[number], x, y, number + 1);
        }

        AppendRows(text, canvas, width, height, y);
        AppendAxis(text, figure.X, x, Math.Max(20, width - LabelWidth - 2));
        AppendLegend(text, figure, all);
        return text.ToString();
    }

    private static IEnumerable<Series> Flatten(Mark mark) => mark switch
    {
        LineMark line => [new Series(line.Label, [.. line.Xs.Zip(line.Ys)], line.Dashed ? Style.Dashed : Style.Line)],
        BandMark band => [new Series(band.Label, [.. band.Xs.Zip(band.Lows)], Style.Dots), new Series("", [.. band.Xs.Zip(band.Highs)], Style.Dots)],
        BarMark bar => [new Series(bar.Label, [.. bar.Xs.Zip(bar.Heights)], Style.Bars)],
        PointMark point => [new Series(point.Label, [.. point.Xs.Zip(point.Ys)], Style.Points)],
        _ => [],
    };

    private static void Draw(BrailleCanvas canvas, Series series, Range x, Range y, int number)
    {
        (int X, int Y)? before = null;
        foreach ((double px, double py) in series.Points)
        {
            if (!double.IsFinite(px) || !double.IsFinite(py))
            {
                before = null;
                continue;
            }

            (int X, int Y) here = ((int)Math.Round(x.Share(px) * (canvas.DotColumns - 1)), (int)Math.Round((1 - y.Share(py)) * (canvas.DotRows - 1)));
            switch (series.Style)
            {
                case Style.Bars:
                    int ground = (int)Math.Round((1 - Math.Clamp(y.Share(0), 0, 1)) * (canvas.DotRows - 1));
                    for (int offset = -1; offset <= 1; offset++)
                    {
                        canvas.Line(here.X + offset, ground, here.X + offset, here.Y, number, dashed: false);
                    }

                    break;
                case Style.Dots:
                    canvas.Set(here.X, here.Y, number);
                    break;
                case Style.Points:
                    canvas.Line(here.X, here.Y, here.X + 1, here.Y, number, dashed: false);
                    canvas.Line(here.X, here.Y + 1, here.X + 1, here.Y + 1, number, dashed: false);
                    break;
                default:
                    (int fromX, int fromY) = before ?? here;
                    canvas.Line(fromX, fromY, here.X, here.Y, number, series.Style == Style.Dashed);
                    break;
            }

            before = here;
        }
    }

    private static void AppendRows(StringBuilder text, BrailleCanvas canvas, int width, int height, Range y)
    {
        int columns = Math.Max(20, width - LabelWidth - 2);
        for (int row = 0; row < height; row++)
        {
            bool labelled = row == 0 || row == height - 1 || row == height / 2;
            string label = labelled ? Number(y.At(1 - ((double)row / Math.Max(1, height - 1)))) : "";
            text.Append(label.PadLeft(LabelWidth)).Append(labelled ? " ┤" : " │");
            for (int column = 0; column < columns; column++)
            {
                (char character, int series) = canvas.Cell(column, row);
                text.Append(series > 0 ? Painted(character.ToString(), series - 1) : character.ToString());
            }

            text.Length = TrimmedLength(text);
            text.Append('\n');
        }
    }

    private static int TrimmedLength(StringBuilder text)
    {
        int length = text.Length;
        while (length > 0 && text[length - 1] == ' ')
        {
            length--;
        }

        return length;
    }

    private static void AppendAxis(StringBuilder text, Axis axis, Range x, int columns)
    {
        string low = axis.Categories is { Count: > 0 } names ? names[0] : Number(x.At(0));
        string high = axis.Categories is { Count: > 0 } all ? all[^1] : Number(x.At(1));
        string middle = axis.Label;
        int gap = Math.Max(1, columns - low.Length - high.Length - middle.Length);
        text.Append(' ', LabelWidth + 1).Append('└').Append('─', columns).Append('\n');
        text.Append(' ', LabelWidth + 2).Append(Markup.Escape(low)).Append(' ', gap / 2).Append(Markup.Escape(middle)).Append(' ', gap - (gap / 2)).Append(Markup.Escape(high)).Append('\n');
    }

    private static void AppendLegend(StringBuilder text, Figure figure, List<Series> all)
    {
        text.Append(' ', LabelWidth + 2).Append(Markup.Escape(figure.Y.Label));
        for (int number = 0; number < all.Count; number++)
        {
            if (all[number].Label.Length == 0)
            {
                continue;
            }

            string sign = all[number].Style switch { Style.Dashed => "╌╌", Style.Bars => "▮", Style.Dots => "··", Style.Points => "⠶", _ => "──" };
            text.Append('\n').Append(' ', LabelWidth + 2);
            text.Append(Painted(sign, number)).Append(' ').Append(Markup.Escape(all[number].Label));
        }
    }

    private static string Painted(string text, int series) => $"[{Colours[series % Colours.Length]}]{text}[/]";

    private static string Number(double value) => value.ToString(Math.Abs(value) is >= 1e5 or (< 1e-3 and > 0) ? "0.##e0" : "0.####", CultureInfo.InvariantCulture);

    private enum Style
    {
        Line,
        Dashed,
        Bars,
        Dots,
        Points,
    }

    private sealed record Series(string Label, IReadOnlyList<(double X, double Y)> Points, Style Style);

    /// <summary>The values that an axis covers.</summary>
    private readonly record struct Range(double Low, double High, bool Logarithmic)
    {
        public static Range Of(Axis axis, IEnumerable<double> values)
        {
            double[] usable = [.. values.Where(value => !axis.Logarithmic || value > 0)];
            double low = axis.Minimum ?? (usable.Length == 0 ? 0 : usable.Min());
            double high = axis.Maximum ?? (usable.Length == 0 ? 1 : usable.Max());
            if (axis.Logarithmic && low > 0)
            {
                return new Range(Math.Log10(low), Math.Max(Math.Log10(high), Math.Log10(low) + 1e-9), Logarithmic: true);
            }

            return new Range(low, high > low ? high : low + Math.Max(1e-9, Math.Abs(low) * 0.1), Logarithmic: false);
        }

        public double Share(double value) => ((Logarithmic ? Math.Log10(Math.Max(value, double.Epsilon)) : value) - Low) / (High - Low);

        public double At(double share)
        {
            double value = Low + (share * (High - Low));
            return Logarithmic ? Math.Pow(10, value) : value;
        }
    }
}
