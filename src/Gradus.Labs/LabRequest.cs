namespace Gradus.Labs;

/// <summary>How a lab is to be run.</summary>
/// <param name="Seed">The first seed; runs use <c>Seed</c>, <c>Seed + 1</c>, ...</param>
/// <param name="Seeds">How many seeds, at least 1.</param>
public sealed record LabRequest(ulong Seed = 1, int Seeds = 5);
