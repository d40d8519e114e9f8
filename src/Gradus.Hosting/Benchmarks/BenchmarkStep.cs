namespace Gradus.Hosting.Benchmarks;

/// <summary>One repeatable step.</summary>
/// <param name="Run">Does it once, or <see cref="Repeats"/> times.</param>
/// <param name="Parameters">The trained numbers of its model.</param>
/// <param name="Operations">The floating-point operations of one step where that is the point of it, else null.</param>
public sealed record BenchmarkStep(Action Run, long Parameters, double? Operations = null)
{
    /// <summary>How many steps one call of <see cref="Run"/> does; more than 1 for steps that are too short for a clock.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>The bytes that one step must read and write where that is the point of it, else null.</summary>
    public double? Bytes { get; init; }
}
