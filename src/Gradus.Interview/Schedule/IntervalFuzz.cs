namespace Gradus.Interview.Schedule;

/// <summary>Spreads intervals a little; the same card and repetition always get the same spread, so that a replay of the log is exact.</summary>
internal static class IntervalFuzz
{
    /// <summary>The whole days that an interval may become, both ends included; the interval itself below 2.5 days.</summary>
    public static (int Low, int High) Range(int interval, int maximum)
    {
        if (interval < 2.5)
        {
            return (interval, interval);
        }

        double delta = 1
            + (0.15 * Math.Max(Math.Min(interval, 7) - 2.5, 0))
            + (0.10 * Math.Max(Math.Min(interval, 20) - 7, 0))
            + (0.05 * Math.Max(interval - 20, 0));
        int high = Math.Min((int)Math.Round(interval + delta), maximum);
        return (Math.Min(Math.Max(2, (int)Math.Round(interval - delta)), high), high);
    }

    public static int Apply(int interval, int maximum, string card, int repetition)
    {
        (int low, int high) = Range(interval, maximum);
        return low + new SeededChoice(SeededChoice.Mix((ulong)repetition, card)).Next(high - low + 1);
    }
}
