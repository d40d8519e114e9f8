namespace Gradus.Learning.Training.Search;

/// <summary>How a search runs.</summary>
public sealed record SearchOptions
{
    /// <summary>The seed of all that is drawn; 0 by default.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// A file in which each trial is recorded as a line of JSON when it has ended; null, the default, for none. A search that finds the file goes on from it: what is recorded is not tried again, and the rest is
    /// what it would have been without the stop.
    /// </summary>
    public string? Record { get; init; }

    /// <summary>Told of each trial that has ended, on the calling thread.</summary>
    public IProgress<Trial>? Progress { get; init; }

    /// <summary>Times the trials. Default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
