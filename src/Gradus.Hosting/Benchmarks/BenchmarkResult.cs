using System.Text.Json.Serialization;

namespace Gradus.Hosting.Benchmarks;

/// <summary>One timed case, one line of <c>gradus bench</c>.</summary>
/// <param name="Name">The case: model, kind and batch.</param>
/// <param name="Kind">train, infer, gemm or operator.</param>
/// <param name="Batch">The rows of one step.</param>
/// <param name="Threads">The threads the engine might use.</param>
/// <param name="Us">The median wall time of one step in microseconds; of a product whose share of the peak is given, the best of the medians of a few spells.</param>
/// <param name="Parameters">The trained numbers of the model; 0 for a kernel.</param>
public sealed record BenchmarkResult(string Name, string Kind, int Batch, int Threads, double Us, long Parameters)
{
    /// <summary>Billions of bytes a second that the step must read and write, of an operator whose point that is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Gigabytes { get; init; }

    /// <summary>Billions of multiplications and additions a second, of a kernel alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Gflops { get; init; }

    /// <summary>What the cores in use reach in a loop of fused multiply-adds on registers alone that lasts as long as the step, measured in turn with it: the best of the medians of a few spells.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Peak { get; init; }

    /// <summary><see cref="Gflops"/> as a share of <see cref="Peak"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Share { get; init; }
}
