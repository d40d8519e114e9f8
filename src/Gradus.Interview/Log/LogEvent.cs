using System.Text.Json.Serialization;

namespace Gradus.Interview.Log;

/// <summary>Something that happened. Events are facts: never changed, never deleted; everything else is derived from them.</summary>
public abstract record LogEvent
{
    /// <summary>What it belongs to: a sitting, an answer, a question or a lab run. Order and conflicts are decided within a stream.</summary>
    [JsonIgnore]
    public abstract string Stream { get; }

    /// <summary>The id of the question that it is about, or null.</summary>
    [JsonIgnore]
    public virtual string? AboutQuestion => null;

    /// <summary>The id of the answer that it is about, or null.</summary>
    [JsonIgnore]
    public virtual string? AboutAnswer => null;
}
