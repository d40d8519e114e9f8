using Gradus.Interview.Sittings;

namespace Gradus.Interview.Log;

/// <summary>A hint was taken in a round of a sitting.</summary>
/// <param name="SittingId">The sitting's id.</param>
/// <param name="Round">The round's number.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Hint">The hint as it was said.</param>
public sealed record HintTaken(string SittingId, int Round, string Question, Hint Hint) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId;

    /// <inheritdoc/>
    public override string? AboutQuestion => Question;
}
