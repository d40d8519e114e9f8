namespace Gradus.Interview.Questions;

/// <summary>A kind of candidate, for whom questions are chosen.</summary>
/// <param name="Id">The id that commands and files use.</param>
/// <param name="Title">The title that people read.</param>
public sealed record Profile(string Id, string Title);
