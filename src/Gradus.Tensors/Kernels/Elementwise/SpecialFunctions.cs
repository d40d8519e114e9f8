namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Functions in double precision that the framework's Math has not.</summary>
internal static class SpecialFunctions
{
    internal static readonly double Root2 = Math.Sqrt(2);
    private static readonly double TwoOverRootPi = 2 / Math.Sqrt(Math.PI);

    /// <summary>ln(1 + x) for small x too, by Kahan's correction of the rounding of 1 + x.</summary>
    internal static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>
    /// The error function to about 1e-15: below 3 by the series 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·5···(2n+1)), whose terms are all of one sign (Abramowitz and Stegun 7.1.6); above by the continued
    /// fraction of its complement (7.1.14), from the inside out.
    /// </summary>
    internal static double Erf(double x)
    {
        double size = Math.Abs(x);
        if (size < 3)
        {
            double term = x, sum = x;
            for (int n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
            {
                term *= 2 * x * x / ((2 * n) + 1);
                sum += term;
            }

            return TwoOverRootPi * Math.Exp(-x * x) * sum;
        }

        if (!(size < 7))
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        double fraction = size;
        for (int n = 60; n >= 1; n--)
        {
            fraction = size + (n / 2.0 / fraction);
        }

        double complement = Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
        return Math.Sign(x) * (1 - complement);
    }
}
