using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Optimizers;

public sealed class OptimizerStateTests
{
    [Fact]
    public void LoadStateDictionary_AnotherOptimizerGoesOn_WithTheSameBits()
    {
        (Tensor[] first, Adam one) = Make();
        Steps(one, first, 0, 3);
        IReadOnlyDictionary<string, Tensor> state = one.StateDictionary();
        Tensor[] copies = [.. first.Select(parameter => parameter.Detach().Clone())];
        Steps(one, first, 3, 6);

        (Tensor[] second, Adam other) = Make(learningRate: 77);
        for (int i = 0; i < second.Length; i++)
        {
            second[i].Detach().CopyFrom(copies[i]);
        }

        other.LoadStateDictionary(state);
        Steps(other, second, 3, 6);

        Assert.Equal(["param_groups.0.betas.0", "param_groups.0.betas.1", "param_groups.0.eps", "param_groups.0.lr", "param_groups.0.params", "param_groups.0.weight_decay"], state.Keys.Where(key => key.StartsWith("param_groups.0", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(["state.0.exp_avg", "state.0.exp_avg_sq", "state.0.step", "state.1.exp_avg", "state.1.exp_avg_sq", "state.1.step"], state.Keys.Where(key => key.StartsWith("state", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(0.5, other.Groups[1].LearningRate);
        for (int i = 0; i < second.Length; i++)
        {
            Assert.Equal(first[i].ToArray<float>(), second[i].ToArray<float>());
        }
    }

    private static (Tensor[] Parameters, Adam Optimizer) Make(double learningRate = 0.1)
    {
        Tensor[] parameters = [Tensor.Randn(new Rng(1), 3, 5), Tensor.Randn(new Rng(2), 4)];
        foreach (Tensor parameter in parameters)
        {
            parameter.RequiresGrad = true;
        }

        AdamOptions options = new() { LearningRate = learningRate, WeightDecay = 0.01 };
        return (parameters, new Adam([new ParameterGroup([parameters[0]], options), new ParameterGroup([parameters[1]], options with { LearningRate = 0.5 })]));
    }

    private static void Steps(Optimizer optimizer, Tensor[] parameters, int from, int to)
    {
        for (int step = from; step < to; step++)
        {
            optimizer.ZeroGrad();
            foreach (Tensor parameter in parameters)
            {
                (parameter.Square() * (step + 1)).Sum().Backward();
            }

            optimizer.Step();
        }
    }
}
