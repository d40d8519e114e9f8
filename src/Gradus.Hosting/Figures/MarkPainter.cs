using System.Text;
using Gradus.Labs.Figures;

namespace Gradus.Hosting.Figures;

/// <summary>Draws the marks of a figure inside its axes.</summary>
internal sealed class MarkPainter(SvgCanvas canvas, Scale x, Scale y, double height)
{
    /// <summary>Draws every mark, back to front.</summary>
    public void Draw(IReadOnlyList<Mark> marks, IReadOnlyList<Paint> paints)
    {
        BarMark[] bars = [.. marks.OfType<BarMark>()];
        for (int index = 0; index < marks.Count; index++)
        {
            switch (marks[index])
            {
                case LineMark line: DrawLine(line, paints[index]); break;
                case BandMark band: DrawBand(band, paints[index]); break;
                case BarMark bar: DrawBars(bar, paints[index], bars); break;
                case PointMark points: DrawPoints(points, paints[index]); break;
                default: throw new NotSupportedException($"A figure held a {marks[index].GetType().Name}; the SVG renderer draws lines, bands, bars and points. Teach MarkPainter the new mark.");
            }
        }
    }

    private double Across(double value) => x.At(value);

    private double Down(double value) => height - y.At(value);

    private void DrawLine(LineMark line, Paint paint)
    {
        StringBuilder path = new();
        List<(double X, double Y)> lone = [];
        int count = Math.Min(line.Xs.Count, line.Ys.Count);
        bool Shown(int index) => index >= 0 && index < count && x.Shows(line.Xs[index]) && y.Shows(line.Ys[index]);
        foreach (int index in Thinning.Keep(line.Xs, line.Ys, count, (int)x.Length))
        {
            if (!Shown(index))
            {
                continue;
            }

            bool continues = path.Length > 0 && Shown(index - 1) && index > 0;
            path.Append(continues ? 'L' : 'M').Append(SvgCanvas.Number(Across(line.Xs[index]))).Append(' ').Append(SvgCanvas.Number(Down(line.Ys[index])));
            if (!Shown(index - 1) && !Shown(index + 1))
            {
                lone.Add((Across(line.Xs[index]), Down(line.Ys[index])));
            }
        }

        if (path.Length > 0)
        {
            canvas.Shape("path", "class", "line " + paint.Class, "d", path.ToString(), "fill", "none", "stroke", paint.Colour, "stroke-width", paint.Dash is null ? "2" : "1.5", "stroke-dasharray", paint.Dash ?? "none", "stroke-linejoin", "round");
        }

        // A value between two gaps has no length; a dot keeps it from vanishing.
        foreach ((double across, double down) in lone)
        {
            canvas.Shape("circle", "class", "point " + paint.Class, "cx", SvgCanvas.Number(across), "cy", SvgCanvas.Number(down), "r", "3", "fill", paint.Colour);
        }
    }

    private void DrawBand(BandMark band, Paint paint)
    {
        int count = Math.Min(band.Xs.Count, Math.Min(band.Lows.Count, band.Highs.Count));
        List<int> stretch = [];
        for (int index = 0; index <= count; index++)
        {
            if (index < count && x.Shows(band.Xs[index]) && y.Shows(band.Lows[index]) && y.Shows(band.Highs[index]))
            {
                stretch.Add(index);
                continue;
            }

            if (stretch.Count > 0)
            {
                IEnumerable<string> upper = stretch.Select(at => $"{SvgCanvas.Number(Across(band.Xs[at]))} {SvgCanvas.Number(Down(band.Highs[at]))}");
                IEnumerable<string> lower = Enumerable.Reverse(stretch).Select(at => $"{SvgCanvas.Number(Across(band.Xs[at]))} {SvgCanvas.Number(Down(band.Lows[at]))}");
                canvas.Shape("path", "class", "band " + paint.Class, "d", "M" + string.Join('L', upper.Concat(lower)) + "Z", "fill", paint.Colour, "fill-opacity", "0.2");
            }

            stretch.Clear();
        }
    }

    private void DrawBars(BarMark bar, Paint paint, BarMark[] all)
    {
        double room = BarRoom.Between(all) * 0.8;
        double each = room / all.Length;
        double zero = y.Shows(0) ? Down(0) : height;
        for (int index = 0; index < Math.Min(bar.Xs.Count, bar.Heights.Count); index++)
        {
            if (!x.Shows(bar.Xs[index]) || !y.Shows(bar.Heights[index]))
            {
                continue;
            }

            double left = Across(bar.Xs[index] - (room / 2) + (each * Array.IndexOf(all, bar)));
            double right = Across(bar.Xs[index] - (room / 2) + (each * (Array.IndexOf(all, bar) + 1)));
            double end = Down(bar.Heights[index]);
            canvas.Shape("rect", "class", "bar " + paint.Class, "x", SvgCanvas.Number(left), "y", SvgCanvas.Number(Math.Min(zero, end)), "width", SvgCanvas.Number(Math.Max(1, right - left - 1)), "height", SvgCanvas.Number(Math.Max(1, Math.Abs(zero - end))), "fill", paint.Colour, "fill-opacity", "0.85");
        }
    }

    private void DrawPoints(PointMark points, Paint paint)
    {
        int count = Math.Min(points.Xs.Count, points.Ys.Count);
        for (int index = 0; index < count; index++)
        {
            if (x.Shows(points.Xs[index]) && y.Shows(points.Ys[index]))
            {
                canvas.Shape("circle", "class", "point " + paint.Class, "cx", SvgCanvas.Number(Across(points.Xs[index])), "cy", SvgCanvas.Number(Down(points.Ys[index])), "r", count > 200 ? "2" : "3.5", "fill", paint.Colour, "fill-opacity", count > 200 ? "0.6" : "0.9");
            }
        }
    }
}
