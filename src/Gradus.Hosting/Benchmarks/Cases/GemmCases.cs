using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks.Cases;

/// <summary>Matrix products through the public <c>MatMul</c>, the result's memory included: squares, layers' shapes, transposed factors, vectors and batches. Sizes are M, N, K.</summary>
internal static class GemmCases
{
    /// <summary>All cases.</summary>
    internal static IEnumerable<BenchmarkCase> All =>
    [
        .. new[] { 64, 128, 256, 512, 1024 }.Select(Square),
        Product("gemm", 32, 128, 64),
        Product("gemm", 256, 128, 784),
        Product("gemm", 1, 1024, 1024),
        .. new[] { 128, 256, 512, 1024 }.Select(size => Product("gemm-tn", size, size, size)),
        .. new[] { 128, 256, 512, 1024 }.Select(size => Product("gemm-nt", size, size, size)),
        Batch("gemm-batch", 64, 64, 64, 32),
        Batch("gemm-batch-nt", 128, 128, 32, 32),
    ];

    /// <summary>The product of two square matrices.</summary>
    internal static BenchmarkCase Square(int size) => Product("gemm", size, size, size);

    private static BenchmarkCase Product(string name, int m, int n, int k) => new($"{name}/{m}x{n}x{k}", "gemm", m, () =>
    {
        Rng rng = new(0);
        Tensor left = name.EndsWith("-tn", StringComparison.Ordinal) ? Tensor.Randn(rng, k, m).T() : Tensor.Randn(rng, m, k);
        Tensor right = name.EndsWith("-nt", StringComparison.Ordinal) ? Tensor.Randn(rng, n, k).T() : Tensor.Randn(rng, k, n);
        return Step(left, right, 2.0 * m * n * k);
    });

    private static BenchmarkCase Batch(string name, int m, int n, int k, int count) => new($"{name}/{m}x{n}x{k}x{count}", "gemm", count, () =>
    {
        Rng rng = new(0);
        Tensor left = Tensor.Randn(rng, count, m, k);
        Tensor right = name.EndsWith("-nt", StringComparison.Ordinal) ? Tensor.Randn(rng, count, n, k).Transpose(-2, -1) : Tensor.Randn(rng, count, k, n);
        return Step(left, right, 2.0 * m * n * k * count);
    });

    private static BenchmarkStep Step(Tensor left, Tensor right, double operations) => new(
        () =>
        {
            using TensorScope scope = new();
            left.MatMul(right);
        },
        Parameters: 0,
        Operations: operations);
}
