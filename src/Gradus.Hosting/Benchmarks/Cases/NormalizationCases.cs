using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks.Cases;

/// <summary>Softmax, normalizations, losses and dropout at the shapes of the reference models, forward and backward.</summary>
internal static class NormalizationCases
{
    internal static IEnumerable<BenchmarkCase> All =>
    [
        .. Shapes([16, 4, 64, 64], [12, 4, 64, 64], [32, 4, 50, 50]).Select(shape => Case("softmax", shape, rng => Step(x => x[0].Softmax(-1), Tensor.Randn(rng, shape)))),
        .. Shapes([1024, 1000], [768, 65]).Select(shape => Case("log-softmax", shape, rng => Step(x => x[0].LogSoftmax(-1), Tensor.Randn(rng, shape)))),
        .. Shapes([1024, 1000], [768, 65]).Select(shape => Case("cross-entropy", shape, rng =>
        {
            Tensor labels = Tensor.From([.. Enumerable.Range(0, shape[0]).Select(_ => (long)rng.NextInt(shape[1]))]);
            return Step(x => x[0].CrossEntropy(labels), Tensor.Randn(rng, shape));
        })),
        .. Shapes([16, 64, 128], [12, 64, 128], [32, 50, 64]).Select(shape => Case("layer-norm", shape, rng =>
            Step(x => x[0].LayerNorm([shape[^1]], x[1], x[2]), Tensor.Randn(rng, shape), Tensor.Ones(shape[^1]), Tensor.Zeros(shape[^1])))),
        .. Shapes([32, 16, 32, 32], [32, 32, 16, 16], [32, 64, 8, 8]).Select(shape => Case("batch-norm2d", shape, rng =>
        {
            Tensor mean = Tensor.Zeros(shape[1]), variance = Tensor.Ones(shape[1]);
            return Step(x => x[0].BatchNorm(mean, variance, x[1], x[2], true), Tensor.Randn(rng, shape), Tensor.Ones(shape[1]), Tensor.Zeros(shape[1]));
        })),
        .. Shapes([32, 16, 32, 32]).Select(shape => Case("group-norm", shape, rng =>
            Step(x => x[0].GroupNorm(4, x[1], x[2]), Tensor.Randn(rng, shape), Tensor.Ones(shape[1]), Tensor.Zeros(shape[1])))),
        .. Shapes([16, 64, 128]).Select(shape => Case("dropout", shape, rng => Step(x => x[0].Dropout(0.1, rng), Tensor.Randn(rng, shape)))),
        .. Shapes([128, 784]).Select(shape => Case("mse", shape, rng =>
        {
            Tensor target = Tensor.Rand(rng, shape);
            return Step(x => x[0].MseLoss(target), Tensor.Randn(rng, shape));
        })),
        .. Shapes([128, 784]).Select(shape => Case("binary-cross-entropy", shape, rng =>
        {
            Tensor target = Tensor.Rand(rng, shape);
            return Step(x => x[0].BinaryCrossEntropyWithLogits(target), Tensor.Randn(rng, shape));
        })),
    ];

    /// <summary>One forward and backward pass.</summary>
    internal static BenchmarkStep Step(Func<Tensor[], Tensor> run, params Tensor[] inputs)
    {
        foreach (Tensor input in inputs)
        {
            input.RequiresGrad = true;
        }

        Tensor gradient = Tensor.Ones(run(inputs).Shape);
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                Gradient.Of(run(inputs), inputs, gradient);
            },
            0);
    }

    private static IEnumerable<int[]> Shapes(params int[][] shapes) => shapes;

    private static BenchmarkCase Case(string name, int[] shape, Func<Rng, BenchmarkStep> make) => new($"{name}/{string.Join('x', shape)}", "operator", 1, () => make(new Rng(0)));
}
