namespace Gradus.Tensors.Tests.Ops.References;

/// <summary>Functions of one number in double, to some 14 digits, from System.Math, series and continued fractions, apart from the engine. ExactTests hold them to values of 30 digits.</summary>
internal static class Exact
{
    /// <summary>The functions by the names of their rows.</summary>
    internal static readonly IReadOnlyDictionary<string, Func<double, double>> Functions = new Dictionary<string, Func<double, double>>
    {
        ["exp"] = Math.Exp,
        ["exp2"] = x => Math.Pow(2, x),
        ["expm1"] = Expm1,
        ["log"] = Math.Log,
        ["log2"] = Math.Log2,
        ["log10"] = Math.Log10,
        ["log1p"] = Log1p,
        ["sin"] = Math.Sin,
        ["cos"] = Math.Cos,
        ["tan"] = Math.Tan,
        ["asin"] = Math.Asin,
        ["acos"] = Math.Acos,
        ["atan"] = Math.Atan,
        ["sinh"] = Math.Sinh,
        ["cosh"] = Math.Cosh,
        ["tanh"] = Math.Tanh,
        ["asinh"] = Math.Asinh,
        ["acosh"] = Math.Acosh,
        ["atanh"] = Math.Atanh,
        ["erf"] = Erf,
        ["erfc"] = Erfc,
        ["rsqrt"] = x => 1 / Math.Sqrt(x),
        ["sigmoid"] = Sigmoid,
        ["logsigmoid"] = x => -Softplus(-x),
        ["silu"] = x => Gated(x, Sigmoid(x)),
        ["mish"] = x => Gated(x, Math.Tanh(Softplus(x))),
        ["gelu"] = x => Gated(x, NormalBelow(x)),
        ["gelu tanh"] = x => Gated(x, Sigmoid(2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))),
        ["softplus"] = Softplus,
        ["pow 0.3"] = x => Math.Pow(x, 0.3f),
        ["pow -1.7"] = x => Math.Pow(x, -1.7f),
        ["pow 5"] = x => Math.Pow(x, 5),
        ["pow -40"] = x => Math.Pow(x, -40),
    };

    /// <summary>eˣ − 1 after Kahan: the rounding of eˣ cancels against that of its logarithm.</summary>
    internal static double Expm1(double x)
    {
        double power = Math.Exp(x);
        return power == 1 ? x : power < 1e-3 || double.IsInfinity(power) ? power - 1 : (power - 1) * x / Math.Log(power);
    }

    /// <summary>ln(1 + x) after Kahan.</summary>
    internal static double Log1p(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : sum <= 0 || double.IsInfinity(sum) ? Math.Log(sum) : Math.Log(sum) * x / (sum - 1);
    }

    internal static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>ln(1 + eˣ).</summary>
    internal static double Softplus(double x) => double.IsPositiveInfinity(x) ? x : Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    /// <summary>2/√π e^(−x²) (x + 2x³/3 + 4x⁵/15 + ...), whose terms do not cancel.</summary>
    internal static double Erf(double x) => Math.Abs(x) > 6 ? Math.Sign(x) : 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * Series(x, 2);

    /// <summary>1 − erf x; from 2 on e^(−x²)/√π over the continued fraction x + ½/(x + 1/(x + 3⁄2/(x + ...))).</summary>
    internal static double Erfc(double x) => x < 2 ? 1 - Erf(x) : x > 28 ? 0 : Math.Exp(-x * x) / Math.Sqrt(Math.PI) / Fraction(x, 0.5);

    /// <summary>The normal distribution function Φ: ½ + φ(x) (x + x³/3 + x⁵/15 + ...), and in the tails φ(x) over the continued fraction x + 1/(x + 2/(x + 3/(x + ...))).</summary>
    internal static double NormalBelow(double x)
    {
        double density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        return x < -39 ? 0 : x < -2.8 ? density / Fraction(-x, 1) : x > 9 ? 1 : 0.5 + (density * Series(x, 1));
    }

    /// <summary>x times a gate that closes at −∞, where 0 · ∞ is taken as 0.</summary>
    internal static double Gated(double x, double gate) => double.IsNegativeInfinity(x) ? 0 : x * gate;

    // x + f x³/3 + f² x⁵/(3 · 5) + ...
    private static double Series(double x, double factor)
    {
        double term = x, sum = x;
        for (int n = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); n += 2)
        {
            term *= factor * x * x / n;
            sum += term;
        }

        return sum;
    }

    // x + s/(x + 2s/(x + 3s/(x + ...))), from its end.
    private static double Fraction(double x, double step)
    {
        double value = x;
        for (int n = x * x > 40 * step ? 40 : 240; n > 0; n--)
        {
            value = x + (n * step / value);
        }

        return value;
    }
}
