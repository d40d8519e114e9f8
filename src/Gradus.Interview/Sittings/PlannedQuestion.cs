using System.Text.Json.Serialization;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Sittings;

/// <summary>A question chosen for a sitting.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Ask">The words it is asked in: the question's own or one of its openings, framed as the kind of round wants it.</param>
/// <param name="Kind">How it is put.</param>
public sealed record PlannedQuestion(string Question, string Ask, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] RoundKind Kind = RoundKind.Explain);
