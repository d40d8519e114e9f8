using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks.Cases;

/// <summary>Elementwise operators: the bandwidth on a million numbers, and what one call costs on a single number.</summary>
internal static class ElementwiseCases
{
    private const int Size = 1024;
    private const int Count = Size * Size;
    private const int Calls = 1000;

    internal static IEnumerable<BenchmarkCase> All =>
    [
        Wide("add", 3, (x, y) => x + y),
        Wide("mul", 3, (x, y) => x * y),
        Wide("relu", 2, (x, _) => x.Relu()),
        Wide("exp", 2, (x, _) => x.Exp()),
        Wide("tanh", 2, (x, _) => x.Tanh()),
        Wide("sigmoid", 2, (x, _) => x.Sigmoid()),
        Wide("gelu", 2, (x, _) => x.Gelu()),
        Wide("sin", 2, (x, _) => x.Sin()),
        Bias(),
        GeluGradient(),
        Call("add", false, (x, y) => x + y),
        Call("mul", false, (x, y) => x * y),
        Call("add-number", false, (x, _) => x + 1.0),
        Call("exp", false, (x, _) => x.Exp()),
        Call("add-grad", true, (x, y) => x + y),
        Call("mul-grad", true, (x, y) => x * y),
        Call("add-number-grad", true, (x, _) => x + 1.0),
        Call("exp-grad", true, (x, _) => x.Exp()),
    ];

    private static BenchmarkCase Wide(string name, double rows, Func<Tensor, Tensor, Tensor> run) => new($"elementwise/{name}/{Count}", "operator", 1, () =>
    {
        Rng rng = new(0);
        Tensor x = Tensor.Rand(rng, Count), y = Tensor.Rand(rng, Count);
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                run(x, y);
            },
            Parameters: 0)
        { Bytes = rows * sizeof(float) * Count };
    });

    private static BenchmarkCase Bias() => new($"elementwise/bias/{Count}", "operator", 1, () =>
    {
        Rng rng = new(0);
        Tensor x = Tensor.Randn(rng, Size, Size), bias = Tensor.Randn(rng, Size);
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                _ = x + bias;
            },
            Parameters: 0)
        { Bytes = 2.0 * sizeof(float) * Count };
    });

    private static BenchmarkCase GeluGradient() => new($"elementwise/gelu-backward/{Count}", "operator", 1, () =>
    {
        Rng rng = new(0);
        Tensor x = Tensor.Randn(rng, Count), gradient = Tensor.Randn(rng, Count);
        x.RequiresGrad = true;
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                x.ZeroGrad();
                x.Gelu().Backward(gradient);
            },
            Parameters: 0);
    });

    private static BenchmarkCase Call(string name, bool records, Func<Tensor, Tensor, Tensor> run) => new($"overhead/{name}", "operator", 1, () =>
    {
        Tensor x = Tensor.From([0.5f]), y = Tensor.From([1.5f]);
        x.RequiresGrad = records;
        y.RequiresGrad = records;
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                for (int i = 0; i < Calls; i++)
                {
                    run(x, y);
                }
            },
            Parameters: 0)
        { Repeats = Calls };
    });
}
