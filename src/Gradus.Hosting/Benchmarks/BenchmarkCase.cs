namespace Gradus.Hosting.Benchmarks;

/// <summary>Something that can be timed.</summary>
/// <param name="name">Its name: <c>model/kind/batch</c>, or <c>gemm/MxNxK</c> for the matrix product.</param>
/// <param name="kind">train, infer, gemm or operator.</param>
/// <param name="batch">The rows of one step.</param>
/// <param name="make">Makes model and data; called before the clock runs.</param>
public sealed class BenchmarkCase(string name, string kind, int batch, Func<BenchmarkStep> make)
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>train, infer, gemm or operator.</summary>
    public string Kind { get; } = kind;

    /// <summary>The rows of one step.</summary>
    public int Batch { get; } = batch;

    /// <summary>Makes what is to be timed.</summary>
    /// <returns>The step with its model and data behind it.</returns>
    public BenchmarkStep Make() => make();
}
