namespace Gradus.Hosting.Store;

/// <summary>Which events to read; what is null does not narrow.</summary>
public sealed record EventFilter
{
    /// <summary>Only events beyond this place.</summary>
    public long? After { get; init; }

    /// <summary>Only events before this place.</summary>
    public long? Before { get; init; }

    /// <summary>Only events of these kinds.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>Only events of this stream.</summary>
    public string? Stream { get; init; }

    /// <summary>Only events about this question.</summary>
    public string? Question { get; init; }

    /// <summary>Only events about this answer.</summary>
    public string? Answer { get; init; }

    /// <summary>Only events whose answer has no event of this kind.</summary>
    public string? AnswerLacks { get; init; }

    /// <summary>Only events whose stream has no event of these kinds.</summary>
    public IReadOnlyList<string>? StreamLacks { get; init; }

    /// <summary>Whether the newest come first. Default the oldest.</summary>
    public bool Descending { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }
}
