namespace Gradus.Interview.Log;

/// <summary>An answer was given; recorded before it is graded.</summary>
/// <param name="AnswerId">The answer's id.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Ask">The words it was asked in.</param>
/// <param name="Text">The answer, as it was written.</param>
/// <param name="ElapsedSeconds">How long it took.</param>
/// <param name="SittingId">The sitting, or null for practice.</param>
/// <param name="Round">The round of the sitting, or null for practice.</param>
/// <param name="FollowUp">Whether it answers a follow-up, which is not scheduled.</param>
public sealed record AnswerSubmitted(
    string AnswerId, string Question, string Ask, string Text, double ElapsedSeconds, string? SittingId = null, int? Round = null, bool FollowUp = false) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId ?? AnswerId;

    /// <inheritdoc/>
    public override string? AboutQuestion => Question;

    /// <inheritdoc/>
    public override string? AboutAnswer => AnswerId;
}
