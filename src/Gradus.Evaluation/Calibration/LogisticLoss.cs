using Gradus.Evaluation.Metrics.Classification;

namespace Gradus.Evaluation.Calibration;

/// <summary>The binary negative log-likelihood of a logit, in the form that never overflows.</summary>
internal static class LogisticLoss
{
    /// <summary>max(z, 0) - z y + ln(1 + exp(-|z|)).</summary>
    /// <param name="logit">The logit z.</param>
    /// <param name="target">The target y in [0, 1].</param>
    /// <returns>The loss in nats.</returns>
    public static double Of(double logit, double target) => Math.Max(logit, 0) - (logit * target) + double.LogP1(Math.Exp(-Math.Abs(logit)));

    /// <summary>1 / (1 + exp(-z)).</summary>
    /// <param name="logit">The logit z.</param>
    /// <returns>A probability; the smaller of it and its complement keeps its relative accuracy.</returns>
    public static double Sigmoid(double logit)
    {
        double tail = Math.Exp(-Math.Abs(logit));
        return logit >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
    }

    /// <summary>Requires finite logits with one label each.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="logits">Logits.</param>
    /// <param name="labels">Labels.</param>
    /// <exception cref="ArgumentException">Lengths differ, there is no row, a label is neither 0 nor 1, or a logit is not finite.</exception>
    public static void Demand(string name, ReadOnlySpan<double> logits, ReadOnlySpan<int> labels)
    {
        Rows.DemandEqualLength(name, logits.Length, labels.Length, "logits");
        Rows.DemandBinary(name, labels);
        if (labels.IsEmpty)
        {
            throw new ArgumentException($"{name} got no row; give held-out logits with their labels.", nameof(logits));
        }

        for (int row = 0; row < logits.Length; row++)
        {
            if (!double.IsFinite(logits[row]))
            {
                throw new ArgumentException($"{name} got the logit {logits[row]} in row {row}; logits must be finite. Did the training diverge?", nameof(logits));
            }
        }
    }
}
