namespace Gradus.Labs;

/// <summary>How a lab is to be run.</summary>
/// <param name="Seed">The first seed; runs use <c>Seed</c>, <c>Seed + 1</c>, ...</param>
/// <param name="Seeds">How many seeds, 1 to <see cref="MostSeeds"/>; an interval needs at least 2.</param>
/// <param name="Table">The user's own table, for labs that take one, or null for generated data.</param>
public sealed record LabRequest(ulong Seed = 1, int Seeds = 5, LabTable? Table = null)
{
    /// <summary>The largest number of seeds that one run takes.</summary>
    public const int MostSeeds = 1000;
}
