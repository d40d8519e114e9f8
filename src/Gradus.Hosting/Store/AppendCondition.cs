namespace Gradus.Hosting.Store;

/// <summary>Demands that nothing was appended to a stream since it was read.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Last">The place of the last event that was read from it; 0 where it was empty.</param>
public sealed record AppendCondition(string Stream, long Last);
