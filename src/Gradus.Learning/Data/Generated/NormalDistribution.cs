namespace Gradus.Learning.Data.Generated;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>The probability of a value at most x.</summary>
    /// <param name="x">The value.</param>
    /// <returns>A probability in [0, 1], exact to about 1e-14 absolute.</returns>
    /// <remarks>1/2 + density(x) (x + x^3/3 + x^5/(3 5) + ...), Abramowitz and Stegun (1964) 26.2.11; beyond 8 standard deviations the tail is below 1e-15.</remarks>
    public static double Cumulative(double x)
    {
        if (Math.Abs(x) > 8)
        {
            return x < 0 ? 0 : 1;
        }

        double term = x;
        double sum = x;
        for (int k = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return 0.5 + (Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * sum);
    }
}
