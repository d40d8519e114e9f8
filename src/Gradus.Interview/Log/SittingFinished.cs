using Gradus.Interview.Sittings;

namespace Gradus.Interview.Log;

/// <summary>A sitting ended in a report.</summary>
/// <param name="SittingId">The sitting's id.</param>
/// <param name="Report">The report as it was shown.</param>
public sealed record SittingFinished(string SittingId, SittingReport Report) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId;
}
