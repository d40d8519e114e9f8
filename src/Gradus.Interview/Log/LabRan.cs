using System.Text.Json;
using Gradus.Interview.Sittings;

namespace Gradus.Interview.Log;

/// <summary>A lab ran to its end.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="Summary">What it measured.</param>
/// <param name="ElapsedSeconds">How long it took.</param>
/// <param name="Detail">The whole result with its figures, as the labs write it, or null.</param>
public sealed record LabRan(string RunId, LabSummary Summary, double ElapsedSeconds, JsonElement? Detail) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => RunId;

    /// <inheritdoc/>
    public override string? AboutQuestion => Summary.Id;
}
