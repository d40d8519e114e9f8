namespace Gradus.Hosting.Benchmarks;

/// <summary>What to time and for how long.</summary>
public sealed record BenchmarkOptions
{
    /// <summary>Prefixes of the names to run; all of them when empty.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>How many threads the engine may use; 2 by default.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>The seconds of steps that are timed for each case; by default null: 1, and half of that for a single operator, whose steps are short.</summary>
    public double? Seconds { get; init; }
}
