using Gradus.Learning.Data.Generated;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>The adaptive Parzen estimator of Bergstra et al. (2011) on the numbers from 0 to 1: equally weighted normal distributions, cut off at the ends, one around each value and a broad one in the middle.</summary>
/// <remarks>The width around a value is the larger distance to its neighbours, at least 1 / min(100, n + 1) and at most 1: where values are dense it looks closely, and it never looks so closely that nothing new is found.</remarks>
internal sealed class ParzenMixture
{
    private const double Narrowest = 100;

    private readonly (double Centre, double Width, double Inside)[] _parts;

    internal ParzenMixture(double[] values)
    {
        double[] centres = [.. values, 0.5];
        Array.Sort(centres);
        int broad = Array.IndexOf(centres, 0.5);
        double least = 1 / Math.Min(Narrowest, values.Length + 2);
        _parts = new (double, double, double)[centres.Length];
        for (int i = 0; i < centres.Length; i++)
        {
            double below = i == 0 ? 0 : centres[i - 1], above = i == centres.Length - 1 ? 1 : centres[i + 1];
            double width = i == broad ? 1 : Math.Clamp(Math.Max(centres[i] - below, above - centres[i]), least, 1);
            _parts[i] = (centres[i], width, Cumulative(1, centres[i], width) - Cumulative(0, centres[i], width));
        }
    }

    /// <summary>Draws from one of the parts; a draw beyond the ends is made again, which happens less than twice in three times.</summary>
    internal double Draw(Rng rng)
    {
        (double centre, double width, _) = _parts[rng.NextInt(_parts.Length)];
        double value;
        do
        {
            value = centre + (width * rng.NextNormal());
        }
        while (value is < 0 or > 1);

        return value;
    }

    /// <summary>The density at a number.</summary>
    internal double Density(double at)
    {
        double sum = 0;
        foreach ((double centre, double width, double inside) in _parts)
        {
            double away = (at - centre) / width;
            sum += Math.Exp(-0.5 * away * away) / (Math.Sqrt(2 * Math.PI) * width * inside);
        }

        return sum / _parts.Length;
    }

    /// <summary>The probability of an interval.</summary>
    internal double Mass(double from, double to)
    {
        double sum = 0;
        foreach ((double centre, double width, double inside) in _parts)
        {
            sum += (Cumulative(to, centre, width) - Cumulative(from, centre, width)) / inside;
        }

        return sum / _parts.Length;
    }

    private static double Cumulative(double at, double centre, double width) => NormalDistribution.Cumulative((at - centre) / width);
}
