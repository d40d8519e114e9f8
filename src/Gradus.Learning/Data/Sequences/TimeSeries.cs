namespace Gradus.Learning.Data.Sequences;

/// <summary>Numbers in the order of time.</summary>
/// <param name="Times">When each was taken, as the file writes it.</param>
/// <param name="Values">The numbers.</param>
public sealed record TimeSeries(IReadOnlyList<string> Times, float[] Values);
