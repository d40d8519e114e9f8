namespace Gradus.Evaluation.Calibration;

/// <summary>Platt scaling: the line a z + b over binary logits for which sigmoid(a z + b) fits held-out outcomes best.</summary>
/// <remarks>
/// Platt (1999), with his targets (N+ + 1) / (N+ + 2) and 1 / (N- + 2) in place of 1 and 0, which keep a and b finite even where the logits separate the classes; fitted by
/// Newton's method with halved steps (Lin, Lin and Weng, 2007). Where a is positive the order, and with it AUROC, stays. Temperature scaling is the case b = 0, a = 1 / T.
/// </remarks>
/// <param name="Slope">a.</param>
/// <param name="Offset">b.</param>
/// <param name="GradientNorm">The length of the gradient at the end, near 0: the check that the fit is a minimum.</param>
public sealed record PlattScaling(double Slope, double Offset, double GradientNorm)
{
    private const int MostSteps = 200;
    private const double Enough = 1e-12;

    /// <summary>Fits slope and offset.</summary>
    /// <param name="logits">The model's logits of class 1 on held-out rows, finite.</param>
    /// <param name="labels">0 or 1, as many as logits, at least one.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there is no row, a label is neither 0 nor 1, or a logit is not finite.</exception>
    public static PlattScaling Fit(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels)
    {
        LogisticLoss.Demand(nameof(PlattScaling), logits, labels);
        int positives = 0;
        foreach (int label in labels)
        {
            positives += label;
        }

        double high = (positives + 1.0) / (positives + 2);
        double low = 1.0 / (labels.Length - positives + 2);
        double slope = 0;
        double offset = Math.Log((positives + 1.0) / (labels.Length - positives + 1));
        double loss = Loss(logits, labels, low, high, slope, offset);
        double norm = double.PositiveInfinity;
        for (int step = 0; step < MostSteps; step++)
        {
            (double gradientSlope, double gradientOffset, double second, double mixed, double secondOffset) = Derivatives(logits, labels, low, high, slope, offset);
            norm = double.Hypot(gradientSlope, gradientOffset);
            if (norm < Enough)
            {
                break;
            }

            double determinant = (second * secondOffset) - (mixed * mixed);
            double towardSlope = ((secondOffset * gradientSlope) - (mixed * gradientOffset)) / determinant;
            double towardOffset = ((second * gradientOffset) - (mixed * gradientSlope)) / determinant;
            double share = 1;
            double tried = Loss(logits, labels, low, high, slope - towardSlope, offset - towardOffset);
            while (tried > loss && share > 1e-10)
            {
                share /= 2;
                tried = Loss(logits, labels, low, high, slope - (share * towardSlope), offset - (share * towardOffset));
            }

            if (tried > loss)
            {
                break;
            }

            (slope, offset, loss) = (slope - (share * towardSlope), offset - (share * towardOffset), tried);
        }

        return new PlattScaling(slope, offset, norm);
    }

    /// <summary>The calibrated probability of a logit.</summary>
    /// <param name="logit">The logit of class 1.</param>
    /// <returns>sigmoid(a logit + b).</returns>
    public double Apply(double logit) => LogisticLoss.Sigmoid((Slope * logit) + Offset);

    private static double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double low, double high, double slope, double offset)
    {
        double sum = 0;
        for (int row = 0; row < logits.Length; row++)
        {
            sum += LogisticLoss.Of((slope * logits[row]) + offset, labels[row] == 1 ? high : low);
        }

        return sum / logits.Length;
    }

    /// <summary>Gradient and Hessian of the mean loss; a ridge of 1e-12 on the diagonal keeps it invertible where all logits are equal.</summary>
    private static (double GradientSlope, double GradientOffset, double Second, double Mixed, double SecondOffset) Derivatives(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double low, double high, double slope, double offset)
    {
        double gradientSlope = 0;
        double gradientOffset = 0;
        double second = 0;
        double mixed = 0;
        double secondOffset = 0;
        for (int row = 0; row < logits.Length; row++)
        {
            double z = logits[row];
            double probability = LogisticLoss.Sigmoid((slope * z) + offset);
            double error = probability - (labels[row] == 1 ? high : low);
            double weight = probability * (1 - probability);
            gradientSlope += error * z;
            gradientOffset += error;
            second += weight * z * z;
            mixed += weight * z;
            secondOffset += weight;
        }

        int n = logits.Length;
        return (gradientSlope / n, gradientOffset / n, (second / n) + 1e-12, mixed / n, (secondOffset / n) + 1e-12);
    }
}
