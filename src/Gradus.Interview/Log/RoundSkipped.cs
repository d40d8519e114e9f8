namespace Gradus.Interview.Log;

/// <summary>A round was passed over without an answer.</summary>
/// <param name="SittingId">The sitting's id.</param>
/// <param name="Round">The round's number.</param>
/// <param name="Question">The question's id.</param>
public sealed record RoundSkipped(string SittingId, int Round, string Question) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId;

    /// <inheritdoc/>
    public override string? AboutQuestion => Question;
}
