using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks.Cases;

/// <summary>Recurrent sequences of 100 steps, 16 features and 128 units, the shape of the reference models: forward and backward of a batch, and inference of one row.</summary>
internal static class RecurrentCases
{
    private const int Steps = 100;
    private const int Features = 16;
    private const int Hidden = 128;

    internal static IEnumerable<BenchmarkCase> All
    {
        get
        {
            foreach ((string kind, int gates) in ((string, int)[])[("rnn", 1), ("lstm", 4), ("gru", 3)])
            {
                yield return Train(kind, gates, 32);
                yield return Infer(kind, gates, 1);
            }
        }
    }

    private static BenchmarkCase Train(string kind, int gates, int batch) => new($"recurrent/{kind}/train/{batch}", "operator", batch, () =>
    {
        Rng rng = new(0);
        Tensor[] weights = Weights(rng, gates);
        Tensor inputs = Tensor.Randn(rng, batch, Steps, Features), gradient = Tensor.Randn(rng, batch, Steps, Hidden);
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                foreach (Tensor weight in weights)
                {
                    weight.ZeroGrad();
                }

                Run(kind, inputs, weights).Backward(gradient);
            },
            weights.Sum(weight => weight.ElementCount));
    });

    private static BenchmarkCase Infer(string kind, int gates, int batch) => new($"recurrent/{kind}/infer/{batch}", "operator", batch, () =>
    {
        Rng rng = new(0);
        Tensor[] weights = Weights(rng, gates);
        Tensor inputs = Tensor.Randn(rng, batch, Steps, Features);
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                using NoGrad quiet = NoGrad.Enter();
                Run(kind, inputs, weights);
            },
            weights.Sum(weight => weight.ElementCount));
    });

    private static Tensor[] Weights(Rng rng, int gates)
    {
        // Uniform in ±1/√hidden, as PyTorch begins.
        double bound = 1 / Math.Sqrt(Hidden);
        int[][] shapes = [[gates * Hidden, Features], [gates * Hidden, Hidden], [gates * Hidden], [gates * Hidden]];
        return
        [
            .. shapes.Select(shape =>
            {
                Tensor weight = (Tensor.Rand(rng, shape) * (2 * bound)) - bound;
                weight.RequiresGrad = true;
                return weight;
            }),
        ];
    }

    private static Tensor Run(string kind, Tensor x, Tensor[] weights) => kind switch
    {
        "lstm" => x.LstmSequence(weights[0], weights[1], weights[2], weights[3], batchFirst: true).Output,
        "gru" => x.GruSequence(weights[0], weights[1], weights[2], weights[3], batchFirst: true).Output,
        _ => x.RnnSequence(weights[0], weights[1], weights[2], weights[3], batchFirst: true).Output,
    };
}
