using Gradus.Labs.Figures;

namespace Gradus.Hosting.Figures;

/// <summary>Takes a value on an axis to a place in pixels, and knows the axis's ticks.</summary>
internal sealed class Scale
{
    private readonly double _low;
    private readonly double _high;
    private readonly bool _logarithmic;

    private Scale(double low, double high, bool logarithmic, IReadOnlyList<Tick> ticks)
    {
        _low = low;
        _high = high;
        _logarithmic = logarithmic;
        Ticks = ticks;
    }

    /// <summary>The named places, in order.</summary>
    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>The lowest value that is shown.</summary>
    public double Low => _low;

    /// <summary>The length of the axis in pixels; set once the layout is known.</summary>
    public double Length { get; set; } = 1;

    /// <summary>Fits a scale to an axis and its data.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="values">Every value on it; those that are not finite are left out.</param>
    /// <param name="count">About how many ticks there is room for.</param>
    /// <param name="round">Whether ends that are not fixed move out to the next tick; an axis that does not, such as one of epochs, has no halves between whole values.</param>
    public static Scale Fit(Axis axis, IEnumerable<double> values, int count, bool round)
    {
        if (axis.Categories is { Count: > 0 } names)
        {
            return new Scale(-0.5, names.Count - 0.5, false, [.. names.Select((name, index) => new Tick(index, name))]);
        }

        (double low, double high) = Range(axis, values);
        if (axis.Logarithmic)
        {
            IReadOnlyList<double> powers = Figures.Ticks.Logarithmic(low, high, count);
            return new Scale(low, high, true, [.. powers.Select(tick => new Tick(tick, Figures.Ticks.Name(tick, tick)))]);
        }

        double step = Figures.Ticks.Step(high - low, count);
        step = !round && step < 1 && values.All(double.IsInteger) ? 1 : step;
        if (round)
        {
            low = Fixed(axis.Minimum, axis) ?? (Math.Floor((low / step) + 1e-9) * step);
            high = Fixed(axis.Maximum, axis) ?? (Math.Ceiling((high / step) - 1e-9) * step);
        }

        return new Scale(low, high, false, [.. Figures.Ticks.Linear(low, high, step).Select(tick => new Tick(tick, Figures.Ticks.Name(tick, step)))]);
    }

    /// <summary>Whether a value has a place: finite, and above zero on a logarithmic axis.</summary>
    public bool Shows(double value) => double.IsFinite(value) && (!_logarithmic || value > 0);

    /// <summary>The place of a value, 0 at the axis's beginning and <see cref="Length"/> at its end.</summary>
    public double At(double value) => Length * (_logarithmic
        ? (Math.Log(Math.Max(value, double.Epsilon)) - Math.Log(_low)) / (Math.Log(_high) - Math.Log(_low))
        : (value - _low) / (_high - _low));

    private static (double Low, double High) Range(Axis axis, IEnumerable<double> values)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in values.Where(value => double.IsFinite(value) && (!axis.Logarithmic || value > 0)))
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        double? minimum = Fixed(axis.Minimum, axis);
        double? maximum = Fixed(axis.Maximum, axis);
        bool empty = low > high;
        low = minimum ?? (empty ? maximum - 1 ?? (axis.Logarithmic ? 1 : 0) : low);
        high = maximum ?? (empty ? low + 1 : high);
        if (axis.Logarithmic && low <= 0)
        {
            low = high / 10;
        }

        // A constant or a reversed range still needs width; relative, so that it survives rounding at any size.
        if (!(high - low > Math.Abs(low) * 1e-12))
        {
            double half = low == 0 ? 0.5 : Math.Abs(low) / 2;
            (low, high) = axis.Logarithmic ? (low / 2, low * 2) : (low - half, low + half);
        }

        return (low, high);
    }

    private static double? Fixed(double? end, Axis axis) => end is { } value && double.IsFinite(value) && (!axis.Logarithmic || value > 0) ? value : null;
}
