using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services.Authoring;

/// <summary>What the linter says of an edited text.</summary>
/// <param name="Issues">What is wrong, by line; the file is named by its name alone.</param>
/// <param name="CanBeStored">Whether a question can be built from it; the linter's other complaints do not keep it from being used.</param>
public sealed record AuthorCheck(IReadOnlyList<BankIssue> Issues, bool CanBeStored);
