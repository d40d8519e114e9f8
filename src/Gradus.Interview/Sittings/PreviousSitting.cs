namespace Gradus.Interview.Sittings;

/// <summary>The sitting of the same profile and topic before this one.</summary>
/// <param name="SittingId">Its id.</param>
/// <param name="FinishedAt">When it was finished.</param>
/// <param name="Score">Its score.</param>
/// <param name="Difference">This score less that one.</param>
public sealed record PreviousSitting(string SittingId, DateTimeOffset FinishedAt, double Score, double Difference);
