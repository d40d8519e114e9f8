namespace Gradus.Interview.Schedule;

/// <summary>What a rating would lead to.</summary>
/// <param name="Rating">The rating.</param>
/// <param name="Due">When the card would come back.</param>
/// <param name="Interval">The time until then: minutes for a step, else whole days.</param>
public sealed record ReviewPreview(Rating Rating, DateTimeOffset Due, TimeSpan Interval);
