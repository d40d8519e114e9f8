namespace Gradus.Hosting.Benchmarks;

/// <summary>One repeatable step.</summary>
/// <param name="Run">Does it once.</param>
/// <param name="Parameters">The trained numbers of its model.</param>
/// <param name="Operations">The floating-point operations of one step where that is the point of it, else null.</param>
public sealed record BenchmarkStep(Action Run, long Parameters, double? Operations = null);
