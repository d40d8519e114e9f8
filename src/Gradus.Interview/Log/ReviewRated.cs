using System.Text.Json.Serialization;
using Gradus.Interview.Schedule;

namespace Gradus.Interview.Log;

/// <summary>A question was rated for the schedule.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Rating">The rating.</param>
/// <param name="Day">The study day, fixed here because zone and rollover hour may change later.</param>
/// <param name="AnswerId">The answer that was rated, or null for a review without one; the last rating of an answer counts.</param>
/// <param name="Proposed">Whether the rating is the one that the score proposes; false where the person chose it.</param>
/// <param name="Milliseconds">How long it took, or null where nobody measured it.</param>
public sealed record ReviewRated(
    string Question, Rating Rating, DateOnly Day, string? AnswerId, bool Proposed, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Milliseconds = null) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => "review:" + Question;

    /// <inheritdoc/>
    public override string? AboutQuestion => Question;

    /// <inheritdoc/>
    public override string? AboutAnswer => AnswerId;
}
