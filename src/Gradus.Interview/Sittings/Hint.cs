namespace Gradus.Interview.Sittings;

/// <summary>A hint that was taken in a round.</summary>
/// <param name="Item">The id of the point or part that it is after.</param>
/// <param name="Text">What was said.</param>
/// <param name="Cost">The share of the round's score that it costs, 0 to 1.</param>
public sealed record Hint(string Item, string Text, double Cost);
