using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks.Cases;

/// <summary>The matrix product of two square matrices.</summary>
internal static class GemmCases
{
    internal static BenchmarkCase Square(int size) => new($"gemm/{size}x{size}x{size}", "gemm", size, () =>
    {
        Rng rng = new(0);
        Tensor left = Tensor.Randn(rng, size, size);
        Tensor right = Tensor.Randn(rng, size, size);
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                left.MatMul(right);
            },
            Parameters: 0,
            Operations: 2.0 * size * size * size);
    });
}
