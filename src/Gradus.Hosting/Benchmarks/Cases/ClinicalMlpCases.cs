using Gradus.Learning;
using Gradus.Learning.Losses;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks.Cases;

/// <summary>The clinical network: one training step, one prediction.</summary>
internal static class ClinicalMlpCases
{
    private const int Features = 20;

    internal static BenchmarkCase Train(int batch) => new($"clinical-mlp/train/{batch}", "train", batch, () =>
    {
        ClinicalMlp model = new(Features);
        Rng rng = new(0);
        Tensor inputs = Tensor.Randn(rng, batch, Features);
        Tensor targets = Tensor.From([.. Enumerable.Range(0, batch).Select(_ => (float)rng.NextInt(2))], [batch]);
        AdamW optimizer = new(model.Parameters(), 3e-4);
        BinaryCrossEntropyWithLogits loss = new();
        model.Train();
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                optimizer.ZeroGrad();
                loss.Forward(model.Forward(inputs).AsLogits(), targets).Backward();
                GradientNorm.Clip(optimizer.Parameters, 1.0);
                optimizer.Step();
            },
            model.ParameterCount);
    });

    internal static BenchmarkCase Infer(int batch) => new($"clinical-mlp/infer/{batch}", "infer", batch, () =>
    {
        ClinicalMlp model = new(Features);
        Tensor inputs = Tensor.Randn(new Rng(0), batch, Features);
        model.Eval();
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                using NoGrad quiet = NoGrad.Enter();
                model.Forward(inputs);
            },
            model.ParameterCount);
    });
}
