using Gradus.Labs.Figures;

namespace Gradus.Labs.Running;

/// <summary>Marks that several labs draw.</summary>
internal static class FigureMarks
{
    /// <summary>A curve over the seeds: the band of its range, and the line of its means above it.</summary>
    /// <param name="notebook">Where the curve was written.</param>
    /// <param name="series">The curve's name, which becomes the line's label.</param>
    /// <returns>The band and the line.</returns>
    public static IEnumerable<Mark> Curve(LabNotebook notebook, string series)
    {
        Curve curve = notebook.Curve(series);
        return [new BandMark("", curve.Xs, curve.Lows, curve.Highs), new LineMark(series, curve.Xs, curve.Means)];
    }

    /// <summary>A dashed level from one end of an axis to the other.</summary>
    /// <param name="label">Its name in the legend.</param>
    /// <param name="from">The left end.</param>
    /// <param name="to">The right end.</param>
    /// <param name="value">The level.</param>
    /// <returns>The line.</returns>
    public static LineMark Level(string label, double from, double to, double value) => new(label, [from, to], [value, value], Dashed: true);

    /// <summary>A histogram as bars whose heights are shares.</summary>
    /// <param name="label">Its name in the legend.</param>
    /// <param name="values">What is counted.</param>
    /// <param name="low">The left edge of the first bar.</param>
    /// <param name="high">The right edge of the last bar; what lies outside counts in the nearest bar.</param>
    /// <param name="bins">The number of bars.</param>
    /// <returns>The bars.</returns>
    public static BarMark Histogram(string label, IReadOnlyList<double> values, double low, double high, int bins)
    {
        double width = (high - low) / bins;
        double[] heights = new double[bins];
        foreach (double value in values)
        {
            int bin = width > 0 ? (int)Math.Clamp((value - low) / width, 0, bins - 1) : 0;
            heights[bin] += 1.0 / values.Count;
        }

        return new BarMark(label, [.. Enumerable.Range(0, bins).Select(bin => low + ((bin + 0.5) * width))], heights);
    }
}
