using Gradus.Interview.Schedule;

namespace Gradus.Interview.Log;

/// <summary>A card came from another program, which says where it stands; what follows from its reviews alone would be something else.</summary>
/// <param name="Question">The id of the question or card.</param>
/// <param name="Phase">Where it stands; of a card that was never reviewed here only <paramref name="Suspended"/> counts.</param>
/// <param name="Step">The step it is in while learning or relearning, from 0.</param>
/// <param name="Due">When it comes back, or null where the reviews decide.</param>
/// <param name="Suspended">Whether it is set aside.</param>
public sealed record CardPlaced(string Question, CardPhase Phase, int Step, DateTimeOffset? Due, bool Suspended) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => "review:" + Question;

    /// <inheritdoc/>
    public override string? AboutQuestion => Question;
}
