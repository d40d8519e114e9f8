namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Functions in double precision that the framework's Math has not.</summary>
internal static class SpecialFunctions
{
    /// <summary>ln(1 + x) for small x too, by Kahan's correction of the rounding of 1 + x.</summary>
    internal static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : double.IsPositiveInfinity(sum) ? sum : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>eˣ − 1 for small x too, by the same correction.</summary>
    internal static double ExpM1(double x)
    {
        double power = Math.Exp(x);
        double less = power - 1;
        return power == 1 ? x : less == -1 || double.IsPositiveInfinity(power) ? less : less * x / Math.Log(power);
    }

    /// <summary>ln(1 + eˣ) without overflow.</summary>
    internal static double Softplus(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    /// <summary>ln(eˣ + eʸ) without overflow.</summary>
    internal static double LogAddExp(double x, double y) => x == y && double.IsInfinity(x) ? x : Math.Max(x, y) + LogOnePlus(Math.Exp(-Math.Abs(x - y)));

    /// <summary>x / (1 + e⁻ˣ); −0 at −∞.</summary>
    internal static double Silu(double x) => double.IsNegativeInfinity(x) ? -0.0 : x / (1 + Math.Exp(-x));

    /// <summary>The distribution function of the standard normal.</summary>
    internal static double NormalDistribution(double x) => 0.5 * Erfc(-x * Constants.RootHalf);

    /// <summary>x Φ(x); −0 at −∞.</summary>
    internal static double Gelu(double x) => double.IsNegativeInfinity(x) ? -0.0 : x * NormalDistribution(x);

    /// <summary>½ x (1 + tanh(√(2/π) (x + 0.044715 x³))), as a quotient that keeps small results.</summary>
    internal static double GeluTanh(double x) =>
        double.IsNegativeInfinity(x) ? -0.0 : x / (1 + Math.Exp(-2 * Constants.RootTwoOverPi * x * (1 + (Constants.GeluCube * x * x))));

    /// <summary>
    /// The error function to about 1e-15: below 1.5 by the series 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·5···(2n+1)), whose terms are all of one sign (Abramowitz and Stegun 7.1.6); above by its complement.
    /// </summary>
    internal static double Erf(double x)
    {
        double size = Math.Abs(x);
        if (!(size < 1.5))
        {
            return double.IsNaN(x) ? x : Math.CopySign(1 - Complement(size), x);
        }

        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return Constants.TwoOverRootPi * Math.Exp(-x * x) * sum;
    }

    /// <summary>1 − erf x without cancellation.</summary>
    internal static double Erfc(double x) => x >= 1.5 ? Complement(x) : 1 - Erf(x);

    // The continued fraction of the complement (7.1.14), from the inside out: at 1.5 a hundred terms are more than enough.
    private static double Complement(double x)
    {
        if (x > 28)
        {
            return 0;
        }

        double fraction = x;
        for (int n = 100; n >= 1; n--)
        {
            fraction = x + (n / 2.0 / fraction);
        }

        return Math.Exp(-x * x) * Constants.TwoOverRootPi / (2 * fraction);
    }
}
