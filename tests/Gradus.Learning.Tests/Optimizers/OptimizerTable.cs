using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Optimizers;

/// <summary>All optimizers that step by themselves: what their positional constructor makes of distinct numbers, and how they are made from groups. Every test of optimizers walks over it.</summary>
internal static class OptimizerTable
{
    internal static readonly IReadOnlyDictionary<string, Entry> Entries = new Dictionary<string, Entry>(StringComparer.Ordinal)
    {
        ["Sgd"] = new(
            new SgdOptions(),
            groups => new Sgd(groups),
            parameters => new Sgd(parameters, 0.1, 0.2, 0, 0.4, true),
            new SgdOptions { LearningRate = 0.1, Momentum = 0.2, WeightDecay = 0.4, Nesterov = true }),
        ["AdaGrad"] = new(
            new AdaGradOptions(),
            groups => new AdaGrad(groups),
            parameters => new AdaGrad(parameters, 0.1, 0.2, 0.3, 0.4, 0.5),
            new AdaGradOptions { LearningRate = 0.1, RateDecay = 0.2, WeightDecay = 0.3, InitialSum = 0.4, Epsilon = 0.5 }),
        ["RmsProp"] = new(
            new RmsPropOptions(),
            groups => new RmsProp(groups),
            parameters => new RmsProp(parameters, 0.1, 0.2, 0.3, 0.4, 0.5, true),
            new RmsPropOptions { LearningRate = 0.1, Smoothing = 0.2, Epsilon = 0.3, WeightDecay = 0.4, Momentum = 0.5, Centered = true }),
        ["AdaDelta"] = new(
            new AdaDeltaOptions(),
            groups => new AdaDelta(groups),
            parameters => new AdaDelta(parameters, 0.1, 0.2, 0.3, 0.4),
            new AdaDeltaOptions { LearningRate = 0.1, Rho = 0.2, Epsilon = 0.3, WeightDecay = 0.4 }),
        ["Adam"] = new(
            new AdamOptions(),
            groups => new Adam(groups),
            parameters => new Adam(parameters, 0.1, 0.2, 0.3, 0.4, 0.5, true),
            new AdamOptions { LearningRate = 0.1, Beta1 = 0.2, Beta2 = 0.3, Epsilon = 0.4, WeightDecay = 0.5, AmsGrad = true }),
        ["AdamW"] = new(
            new AdamWOptions(),
            groups => new AdamW(groups),
            parameters => new AdamW(parameters, 0.1, 0.2, 0.3, 0.4, 0.5, true),
            new AdamWOptions { LearningRate = 0.1, Beta1 = 0.2, Beta2 = 0.3, Epsilon = 0.4, WeightDecay = 0.5, AmsGrad = true }),
        ["Adamax"] = new(
            new AdamaxOptions(),
            groups => new Adamax(groups),
            parameters => new Adamax(parameters, 0.1, 0.2, 0.3, 0.4, 0.5),
            new AdamaxOptions { LearningRate = 0.1, Beta1 = 0.2, Beta2 = 0.3, Epsilon = 0.4, WeightDecay = 0.5 }),
        ["NAdam"] = new(
            new NAdamOptions(),
            groups => new NAdam(groups),
            parameters => new NAdam(parameters, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
            new NAdamOptions { LearningRate = 0.1, Beta1 = 0.2, Beta2 = 0.3, Epsilon = 0.4, WeightDecay = 0.5, MomentumDecay = 0.6 }),
        ["RAdam"] = new(
            new RAdamOptions(),
            groups => new RAdam(groups),
            parameters => new RAdam(parameters, 0.1, 0.2, 0.3, 0.4, 0.5),
            new RAdamOptions { LearningRate = 0.1, Beta1 = 0.2, Beta2 = 0.3, Epsilon = 0.4, WeightDecay = 0.5 }),
        ["Lion"] = new(
            new LionOptions(),
            groups => new Lion(groups),
            parameters => new Lion(parameters, 0.1, 0.2, 0.3, 0.4),
            new LionOptions { LearningRate = 0.1, Beta1 = 0.2, Beta2 = 0.3, WeightDecay = 0.4 }),
        ["Lbfgs"] = new(
            new LbfgsOptions(),
            groups => new Lbfgs(groups[0].Parameters, (LbfgsOptions)groups[0].Options),
            parameters => new Lbfgs(parameters, 0.1, 2, 3, LineSearch.StrongWolfe),
            new LbfgsOptions { LearningRate = 0.1, MaxIterations = 2, HistorySize = 3, LineSearch = LineSearch.StrongWolfe }),
    };

    internal static TheoryData<string> Names => [.. Entries.Keys];

    /// <summary>Those whose step looks at each element by itself.</summary>
    internal static TheoryData<string> Fused => [.. Entries.Keys.Where(name => name != "Lbfgs")];

    /// <summary>Options from numbers under PyTorch's names.</summary>
    internal static OptimizerOptions Options(string kind, IReadOnlyDictionary<string, double> numbers) => numbers.Aggregate(
        Entries[kind].Default, (options, number) => options.Entries.Single(entry => entry.Key == number.Key).With(options, number.Value));

    internal sealed record Entry(OptimizerOptions Default, Func<ParameterGroup[], Optimizer> Make, Func<Tensor[], Optimizer> Positional, OptimizerOptions Expected);
}
