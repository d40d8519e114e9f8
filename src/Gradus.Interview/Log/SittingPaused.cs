namespace Gradus.Interview.Log;

/// <summary>A sitting was paused; the time until it is resumed does not count.</summary>
/// <param name="SittingId">The sitting's id.</param>
public sealed record SittingPaused(string SittingId) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId;
}
