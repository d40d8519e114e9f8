namespace Gradus.Interview.Log;

/// <summary>The person took a rating back. The rating stays in the log; the schedule is as if it had not been given.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="RatingId">The id of the event that rated it.</param>
/// <param name="AnswerId">The answer whose rating had been overruled and is so no more, or null.</param>
public sealed record ReviewUndone(string Question, string RatingId, string? AnswerId = null) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => "review:" + Question;

    /// <inheritdoc/>
    public override string? AboutQuestion => Question;

    /// <inheritdoc/>
    public override string? AboutAnswer => AnswerId;
}
