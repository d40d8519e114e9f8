using System.Text.Json;

namespace Gradus.Interview.Log;

/// <summary>An event that a newer Gradus wrote: kept as it is, passed over by everything that this version derives.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Version">The version of its form.</param>
/// <param name="Body">Its content, unchanged.</param>
/// <param name="InStream">The stream it belongs to.</param>
public sealed record UnknownEvent(string Kind, int Version, JsonElement Body, string InStream) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => InStream;
}
