namespace Gradus.Evaluation.Calibration;

/// <summary>Temperature scaling: the one number T &gt; 0 by which binary logits are divided so that sigmoid(z / T) fits held-out outcomes best.</summary>
/// <remarks>
/// Guo et al. (2017). With s = 1 / T the mean negative log-likelihood L(s) is convex, so its derivative has one change of sign at most; it is found by halving over
/// log T, which keeps T positive and leaves a derivative of rounding size. Fit on rows that the model was not trained on. The order of the logits, and
/// with it AUROC, stays as it is.
/// </remarks>
/// <param name="Temperature">T; above 1 where the model was overconfident.</param>
/// <param name="LogLoss">The mean negative log-likelihood at T, in nats.</param>
/// <param name="Derivative">dL / d log T at T, near 0 unless <paramref name="AtBound"/>.</param>
/// <param name="AtBound">Whether no minimum lies between <see cref="Lowest"/> and <see cref="Highest"/>: the logits separate the classes, or say nothing or the opposite.</param>
public sealed record TemperatureScaling(double Temperature, double LogLoss, double Derivative, bool AtBound)
{
    /// <summary>The lowest temperature that is tried.</summary>
    public const double Lowest = 1e-3;

    /// <summary>The highest temperature that is tried.</summary>
    public const double Highest = 1e3;

    /// <summary>Fits the temperature.</summary>
    /// <param name="logits">The model's logits of class 1 on held-out rows, finite.</param>
    /// <param name="labels">0 or 1, as many as logits, at least one.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there is no row, a label is neither 0 nor 1, or a logit is not finite.</exception>
    public static TemperatureScaling Fit(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels)
    {
        LogisticLoss.Demand(nameof(TemperatureScaling), logits, labels);
        double low = Math.Log(Lowest);
        double high = Math.Log(Highest);
        bool atBound = Slope(logits, labels, low) >= 0 || Slope(logits, labels, high) <= 0;
        if (atBound)
        {
            (low, high) = Slope(logits, labels, low) >= 0 ? (low, low) : (high, high);
        }

        for (double middle = low + ((high - low) / 2); middle > low && middle < high; middle = low + ((high - low) / 2))
        {
            if (Slope(logits, labels, middle) < 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        double temperature = Math.Exp(high);
        return new TemperatureScaling(temperature, LossAt(logits, labels, temperature), Slope(logits, labels, high), atBound);
    }

    /// <summary>The mean negative log-likelihood at a temperature.</summary>
    /// <param name="logits">Logits of class 1, finite.</param>
    /// <param name="labels">0 or 1, as many as logits, at least one.</param>
    /// <param name="temperature">The temperature, positive.</param>
    /// <returns>The loss in nats.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there is no row, a label is neither 0 nor 1, a logit is not finite, or the temperature is not positive.</exception>
    public static double LossAt(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double temperature)
    {
        LogisticLoss.Demand(nameof(TemperatureScaling), logits, labels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        double sum = 0;
        for (int row = 0; row < logits.Length; row++)
        {
            sum += LogisticLoss.Of(logits[row] / temperature, labels[row]);
        }

        return sum / logits.Length;
    }

    /// <summary>The calibrated probability of a logit.</summary>
    /// <param name="logit">The logit of class 1.</param>
    /// <returns>sigmoid(logit / T).</returns>
    public double Apply(double logit) => LogisticLoss.Sigmoid(logit / Temperature);

    /// <summary>dL / d log T = mean of (sigmoid(z / T) - y) (-z / T).</summary>
    private static double Slope(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double logTemperature)
    {
        double scale = Math.Exp(-logTemperature);
        double sum = 0;
        for (int row = 0; row < logits.Length; row++)
        {
            double scaled = logits[row] * scale;
            sum -= (LogisticLoss.Sigmoid(scaled) - labels[row]) * scaled;
        }

        return sum / logits.Length;
    }
}
