namespace Gradus.Interview.Log;

/// <summary>A paused sitting goes on.</summary>
/// <param name="SittingId">The sitting's id.</param>
public sealed record SittingResumed(string SittingId) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId;
}
