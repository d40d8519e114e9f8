namespace Gradus.Learning.Schedules;

/// <summary>What a <see cref="LearningRateRangeTest"/> saw.</summary>
/// <param name="Rates">The rates that were tried, up to where training fell apart.</param>
/// <param name="Losses">The loss of each step, taken before its step.</param>
/// <param name="Smoothed">Running means of the losses, freed of their start at 0.</param>
public sealed record LearningRateRange(IReadOnlyList<double> Rates, IReadOnlyList<double> Losses, IReadOnlyList<double> Smoothed)
{
    /// <summary>The rate at which the smoothed loss falls fastest by the logarithm of the rate: a good first choice. Null where it never falls.</summary>
    public double? Steepest
    {
        get
        {
            double? best = null;
            double least = 0;
            for (int i = 1; i < Smoothed.Count - 1; i++)
            {
                double slope = (Smoothed[i + 1] - Smoothed[i - 1]) / Math.Log(Rates[i + 1] / Rates[i - 1]);
                (best, least) = slope < least ? (Rates[i], slope) : (best, least);
            }

            return best;
        }
    }

    /// <summary>The rate at which the smoothed loss was lowest, an upper bound: from there on it rises. Null where nothing was finite.</summary>
    public double? Lowest => Smoothed.Count == 0 ? null : Rates[Enumerable.Range(0, Smoothed.Count).MinBy(i => Smoothed[i])];
}
