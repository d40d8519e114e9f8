namespace Gradus.Hosting.Runs;

/// <summary>Runs side by side.</summary>
/// <param name="Runs">The runs, in the order in which they were named.</param>
/// <param name="SameData">Whether all learned from the same data; null where that of one is not known.</param>
/// <param name="SameSeed">Whether all began with the same seed.</param>
/// <param name="Configuration">Choices in which they differ.</param>
/// <param name="Environment">In what their surroundings differ.</param>
public sealed record RunComparison(IReadOnlyList<RunSummary> Runs, bool? SameData, bool SameSeed, IReadOnlyList<RunDifference> Configuration, IReadOnlyList<RunDifference> Environment);
