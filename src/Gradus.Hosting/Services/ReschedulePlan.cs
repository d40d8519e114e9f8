using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Services;

/// <summary>New dates for reviews.</summary>
/// <param name="Moved">What comes back on another day than before.</param>
/// <param name="DailyLimit">The most reviews that any day of the plan brings.</param>
/// <param name="Load">How many reviews each of the next fourteen study days then brings, today first.</param>
public sealed record ReschedulePlan(IReadOnlyList<PlannedReview> Moved, int DailyLimit, IReadOnlyList<int> Load);
