using Gradus.Interview.Sittings;

namespace Gradus.Interview.Log;

/// <summary>A lab was run for a round of a sitting.</summary>
/// <param name="SittingId">The sitting's id.</param>
/// <param name="Round">The round's number.</param>
/// <param name="Lab">What the lab measured.</param>
public sealed record RoundProved(string SittingId, int Round, LabSummary Lab) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId;
}
