namespace Gradus.Interview.Questions;

/// <summary>A paper or book that a question rests on.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Authors">Who wrote it, short: "Srivastava et al.".</param>
/// <param name="Year">The year of publication.</param>
/// <param name="Url">Where it can be read, or null.</param>
public sealed record Reference(string Title, string Authors, int Year, string? Url);
