using Gradus.Interview.Sittings;

namespace Gradus.Interview.Log;

/// <summary>An interview began.</summary>
/// <param name="SittingId">The sitting's id.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Plan">The questions chosen, in order; kept here so that a changed bank does not change a running sitting.</param>
public sealed record SittingStarted(string SittingId, InterviewOptions Options, IReadOnlyList<PlannedQuestion> Plan) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId;
}
