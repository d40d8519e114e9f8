using System.Globalization;

namespace Gradus.Hosting.Figures;

/// <summary>Round places along an axis and their names.</summary>
internal static class Ticks
{
    /// <summary>The step among 1, 2 and 5 times a power of ten that cuts a range into about <paramref name="count"/> parts.</summary>
    public static double Step(double range, int count)
    {
        double rough = range / Math.Max(1, count);
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double share = rough / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    /// <summary>The multiples of a step from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static IReadOnlyList<double> Linear(double low, double high, double step)
    {
        List<double> ticks = [];
        double slack = step * 1e-9;
        for (double index = Math.Ceiling((low - slack) / step); index * step <= high + slack && ticks.Count < 100; index++)
        {
            ticks.Add(index * step);
        }

        return ticks;
    }

    /// <summary>Powers of ten, with 2 and 5 between them where there are few.</summary>
    public static IReadOnlyList<double> Logarithmic(double low, double high, int count)
    {
        int first = (int)Math.Floor(Math.Log10(low) + 1e-9);
        int last = (int)Math.Ceiling(Math.Log10(high) - 1e-9);
        int stride = Math.Max(1, (last - first + count - 1) / Math.Max(1, count));
        double[] between = last - first <= Math.Max(1, count / 3) ? [1, 2, 5] : [1];
        List<double> ticks = [];
        for (int power = first; power <= last; power += stride)
        {
            ticks.AddRange(between.Select(factor => factor * Math.Pow(10, power)).Where(tick => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)));
        }

        return ticks;
    }

    /// <summary>The name of a place: as many decimals as the step needs, and powers of ten for the very large and small.</summary>
    public static string Name(double value, double step)
    {
        double size = Math.Max(Math.Abs(value), step);
        if (size >= 1e6 || step < 1e-4)
        {
            return value == 0 ? "0" : value.ToString("0.###e0", CultureInfo.InvariantCulture);
        }

        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 6);
        string name = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return name.StartsWith('-') && name.AsSpan(1).IndexOfAnyExcept('0', '.') < 0 ? name[1..] : name;
    }
}
