namespace Gradus.Interview.Questions;

/// <summary>A second question, asked when the first answer left something out.</summary>
/// <param name="Ask">The question as the interviewer says it.</param>
/// <param name="When">Points that make it fitting when they were missed; empty means that it always fits.</param>
public sealed record FollowUp(string Ask, IReadOnlyList<string> When);
