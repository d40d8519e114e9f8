using System.Globalization;
using Gradus.Labs;

namespace Gradus.Web.Serving;

/// <summary>What a page may ask of a lab.</summary>
internal static class LabLimits
{
    /// <summary>The most seeds of one run; more belong in the terminal, where they hold up nobody.</summary>
    public const int MostSeeds = 30;

    /// <summary>A request for a run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many seeds.</exception>
    public static LabRequest Request(ulong? seed, int? seeds)
    {
        LabRequest standard = new();
        int count = seeds ?? standard.Seeds;
        return count is >= 1 and <= MostSeeds
            ? new LabRequest(seed ?? standard.Seed, count)
            : throw new ArgumentOutOfRangeException(nameof(seeds), count, $"A lab runs 1 to {MostSeeds.ToString(CultureInfo.InvariantCulture)} seeds here; ask for more in the terminal with `gradus lab run`.");
    }
}
