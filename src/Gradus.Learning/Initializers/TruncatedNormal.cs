using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>Normally distributed values within bounds, as they fall where others are drawn again. PyTorch's <c>init.trunc_normal_</c>.</summary>
/// <remarks>The bounds are values, not counts of deviations. Drawn by rejection from the normal distribution, or from the even one where that is seldom within the bounds.</remarks>
/// <param name="Mean">The mean of the distribution before it is cut.</param>
/// <param name="StandardDeviation">Its standard deviation, above 0; after the cut it is smaller.</param>
/// <param name="Low">The least value.</param>
/// <param name="High">The largest value, above the least.</param>
public sealed record TruncatedNormal(double Mean = 0, double StandardDeviation = 1, double Low = -2, double High = 2) : Initializer
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The deviation is not above 0, or bounds are not finite and in order.</exception>
    public override void Fill(Tensor parameter, Rng rng)
    {
        if (!(StandardDeviation > 0 && Low < High && double.IsFinite(Low) && double.IsFinite(High)))
        {
            throw new ArgumentException($"{this} needs a deviation above 0 and finite bounds with Low below High.");
        }

        double low = (Low - Mean) / StandardDeviation, high = (High - Mean) / StandardDeviation, top = Math.Clamp(0, low, high);
        bool even = top != 0 || high - low < Math.Sqrt(2 * Math.PI);
        Draws.Fill(parameter, () =>
        {
            double value;
            do
            {
                value = even ? low + ((high - low) * rng.NextDouble()) : rng.NextNormal();
            }
            while (even ? rng.NextDouble() > Math.Exp(((top * top) - (value * value)) / 2) : value < low || value > high);
            return Math.Clamp(Mean + (StandardDeviation * value), Low, High);
        });
    }
}
