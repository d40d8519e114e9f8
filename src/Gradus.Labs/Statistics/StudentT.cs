namespace Gradus.Labs.Statistics;

/// <summary>Student's t distribution with a whole number of degrees of freedom.</summary>
/// <remarks>The distribution function is the finite trigonometric sum of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4; no gamma function is needed.</remarks>
internal static class StudentT
{
    /// <summary>The probability that |t| is at most a value.</summary>
    /// <param name="value">The value, at least 0.</param>
    /// <param name="degrees">The degrees of freedom, at least 1.</param>
    /// <returns>A probability in [0, 1].</returns>
    public static double Central(double value, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        double angle = Math.Atan2(value, Math.Sqrt(degrees));
        double cosine = Math.Cos(angle);
        double square = cosine * cosine;
        bool odd = degrees % 2 == 1;

        // Odd: 1 + 2/3 c^2 + (2 4)/(3 5) c^4 ...; even: 1 + 1/2 c^2 + (1 3)/(2 4) c^4 ...; both end at c^(degrees - 2 or 3).
        double term = 1;
        double sum = degrees == 1 ? 0 : 1;
        for (int k = odd ? 3 : 2; k <= degrees - 2; k += 2)
        {
            term *= square * (k - 1) / k;
            sum += term;
        }

        return odd
            ? 2 / Math.PI * (angle + (Math.Sin(angle) * cosine * sum))
            : Math.Sin(angle) * sum;
    }

    /// <summary>The value that |t| stays below with a given probability, for example 2.776 for 0.95 and 4 degrees.</summary>
    /// <param name="confidence">The probability, in (0, 1).</param>
    /// <param name="degrees">The degrees of freedom, at least 1.</param>
    /// <returns>The two-sided quantile.</returns>
    public static double TwoSided(double confidence, int degrees)
    {
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1, for example 0.95.");
        }

        double low = 0;
        double high = 1;
        while (Central(high, degrees) < confidence)
        {
            low = high;
            high *= 2;
        }

        // The function rises everywhere, so halving ends where two neighbouring numbers enclose the quantile.
        while (true)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            if (Central(middle, degrees) < confidence)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }
}
