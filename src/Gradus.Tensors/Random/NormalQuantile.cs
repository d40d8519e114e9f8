namespace Gradus.Tensors.Random;

/// <summary>The inverse of the standard normal distribution function, from +, ×, ÷ and √ alone, so that every machine gives the same bits.</summary>
/// <remarks>
/// Wichura: Algorithm AS 241, the percentage points of the normal distribution (Applied Statistics 37, 1988), routine PPND16, relative accuracy about 1e-16. One uniform number
/// gives one normal number, which keeps a counter-based stream addressable.
/// </remarks>
internal static class NormalQuantile
{
    private static ReadOnlySpan<double> CentreAbove =>
    [
        2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
        1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0,
    ];

    private static ReadOnlySpan<double> CentreBelow =>
    [
        5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
        5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1,
    ];

    private static ReadOnlySpan<double> MiddleAbove =>
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
        3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0,
    ];

    private static ReadOnlySpan<double> MiddleBelow =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1,
    ];

    private static ReadOnlySpan<double> TailAbove =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0,
    ];

    private static ReadOnlySpan<double> TailBelow =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1,
    ];

    /// <summary>The number below which a standard normal variable lies with probability <paramref name="probability"/>, which lies strictly between 0 and 1.</summary>
    internal static double Invoke(double probability)
    {
        double centred = probability - 0.5;
        if (Math.Abs(centred) <= 0.425)
        {
            double square = 0.180625 - (centred * centred); // 0.425² − q²
            return centred * Polynomial(CentreAbove, square) / Polynomial(CentreBelow, square);
        }

        double root = Math.Sqrt(-Log(centred < 0 ? probability : 1 - probability));
        double size = root <= 5
            ? Polynomial(MiddleAbove, root - 1.6) / Polynomial(MiddleBelow, root - 1.6)
            : Polynomial(TailAbove, root - 5) / Polynomial(TailBelow, root - 5);
        return centred < 0 ? -size : size;
    }

    /// <summary>The natural logarithm of a normal positive number, by 2 artanh((m − 1)/(m + 1)) on the mantissa; the same bits on every machine, unlike the C library's.</summary>
    private static double Log(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        double ratio = (mantissa - 1) / (mantissa + 1);
        double square = ratio * ratio;
        double series = 0;
        for (int odd = 25; odd >= 3; odd -= 2)
        {
            series = (series + (1.0 / odd)) * square;
        }

        return (exponent * 0.69314718055994530942) + (2 * ratio * (1 + series));
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        double value = coefficients[0];
        for (int i = 1; i < coefficients.Length; i++)
        {
            value = (value * x) + coefficients[i];
        }

        return value;
    }
}
