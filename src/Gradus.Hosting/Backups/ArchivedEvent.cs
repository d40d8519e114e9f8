using Gradus.Interview.Log;

namespace Gradus.Hosting.Backups;

/// <summary>An event as it is stored, and as a line of an export holds it.</summary>
/// <param name="Id">Its id, unique over all logs.</param>
/// <param name="At">When it was recorded, in milliseconds since 1970 (UTC).</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Version">The version of its form.</param>
/// <param name="Stream">The stream that it stands in.</param>
/// <param name="Question">The question that it is about, or null.</param>
/// <param name="Answer">The answer that it is about, or null.</param>
/// <param name="Body">Its content, JSON as text.</param>
internal sealed record ArchivedEvent(string Id, long At, string Kind, int Version, string Stream, string? Question, string? Answer, string Body)
{
    /// <summary>The event itself.</summary>
    /// <exception cref="System.Text.Json.JsonException">The content is not what its kind and version demand.</exception>
    public LogEvent Decode() => EventCodec.Current.Decode(new EncodedEvent(Kind, Version, Body), Stream);
}
