namespace Gradus.Interview.Grading.Checks;

/// <summary>One thing that a good answer has beside its facts, and whether it is there. Checks do not count in the score.</summary>
/// <param name="Kind">What it belongs to.</param>
/// <param name="Id">Its name, unique within the kind: lower-case words joined by hyphens.</param>
/// <param name="Title">What is asked, in a few words.</param>
/// <param name="Present">Whether it is there.</param>
/// <param name="Note">One sentence: what shows it, or what to add.</param>
/// <param name="Evidence">The words that show it, or null.</param>
public sealed record AnswerCheck(CheckKind Kind, string Id, string Title, bool Present, string Note, Evidence? Evidence);
