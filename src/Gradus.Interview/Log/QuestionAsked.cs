using System.Text.Json.Serialization;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Log;

/// <summary>A round of a sitting began.</summary>
/// <param name="SittingId">The sitting's id.</param>
/// <param name="Round">The round's number, from 1.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Ask">The words it was asked in.</param>
/// <param name="FollowUpOf">The round that it follows up, or null.</param>
/// <param name="Points">The points that a follow-up is after; empty for a question of the plan.</param>
/// <param name="Kind">How the question was put; a follow-up is always explained.</param>
public sealed record QuestionAsked(
    string SittingId,
    int Round,
    string Question,
    string Ask,
    int? FollowUpOf,
    IReadOnlyList<string> Points,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] RoundKind Kind = RoundKind.Explain) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId;

    /// <inheritdoc/>
    public override string? AboutQuestion => Question;
}
