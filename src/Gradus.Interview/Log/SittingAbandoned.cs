namespace Gradus.Interview.Log;

/// <summary>A sitting was given up.</summary>
/// <param name="SittingId">The sitting's id.</param>
public sealed record SittingAbandoned(string SittingId) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => SittingId;
}
