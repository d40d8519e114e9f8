namespace Gradus.Interview.Sittings;

/// <summary>A question chosen for a sitting.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Ask">The words it is asked in: the question's own or one of its openings.</param>
public sealed record PlannedQuestion(string Question, string Ask);
