using Gradus.Interview.Grading;

namespace Gradus.Interview.Log;

/// <summary>An answer was graded.</summary>
/// <param name="AnswerId">The answer's id.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Verdict">What the grader says.</param>
/// <param name="SittingId">The sitting, or null for practice.</param>
/// <param name="Round">The round of the sitting, or null for practice.</param>
public sealed record AnswerGraded(string AnswerId, string Question, Verdict Verdict, string? SittingId = null, int? Round = null) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId ?? AnswerId;

    /// <inheritdoc/>
    public override string? AboutQuestion => Question;

    /// <inheritdoc/>
    public override string? AboutAnswer => AnswerId;
}
