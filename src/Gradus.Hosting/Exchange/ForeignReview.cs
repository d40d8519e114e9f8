using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange;

/// <summary>A review that a file tells of.</summary>
/// <param name="Question">The id of the question or card here.</param>
/// <param name="Rating">The rating.</param>
/// <param name="At">When it was given (UTC).</param>
/// <param name="Milliseconds">How long it took, or null.</param>
internal sealed record ForeignReview(string Question, Rating Rating, DateTimeOffset At, int? Milliseconds);
