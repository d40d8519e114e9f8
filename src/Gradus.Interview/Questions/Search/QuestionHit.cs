namespace Gradus.Interview.Questions.Search;

/// <summary>A question that a search found.</summary>
/// <param name="Question">The question.</param>
/// <param name="Score">How well it fits; comparable within one search only.</param>
/// <param name="Fields">Where the words stand.</param>
public sealed record QuestionHit(Question Question, double Score, IReadOnlyList<SearchField> Fields);
