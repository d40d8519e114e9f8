using System.Text.Json;

namespace Gradus.Hosting.Runs;

/// <summary>All that the record of a training run tells.</summary>
public sealed record RunDetails : RunSummary
{
    /// <summary>The digest of the training data, or null.</summary>
    public required string? Data { get; init; }

    /// <summary>The choices that made it what it is, an object.</summary>
    public required JsonElement Configuration { get; init; }

    /// <summary>Where it ran, an object.</summary>
    public required JsonElement Environment { get; init; }

    /// <summary>How often it was resumed.</summary>
    public required int Resumed { get; init; }

    /// <summary>What happened, in a sentence, where it did not simply complete.</summary>
    public required string? Message { get; init; }

    /// <summary>The epochs in order.</summary>
    public required IReadOnlyList<RunEpoch> History { get; init; }

    /// <summary>The steps that were left out.</summary>
    public required IReadOnlyList<RunSkip> Skipped { get; init; }
}
