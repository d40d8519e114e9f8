namespace Gradus.Interview.Grading;

/// <summary>The candidate's own words that decided a point, with their place in the answer.</summary>
/// <param name="Text">The quoted words, exactly as they stand in the answer.</param>
/// <param name="Start">The index of the first character in the answer.</param>
/// <param name="Length">The number of characters.</param>
public sealed record Evidence(string Text, int Start, int Length);
