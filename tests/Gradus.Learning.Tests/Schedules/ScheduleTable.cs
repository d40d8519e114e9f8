using Gradus.Learning.Optimizers;
using Gradus.Learning.Schedules;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Schedules;

/// <summary>All schedules, under the names of oracles/learning_schedules.py, where each stands with the same arguments.</summary>
internal static class ScheduleTable
{
    internal static readonly IReadOnlyDictionary<string, Func<Optimizer, Schedule>> Entries = new Dictionary<string, Func<Optimizer, Schedule>>(StringComparer.Ordinal)
    {
        ["StepLR"] = o => new StepLR(o, 7, 0.8),
        ["StepLR default"] = o => new StepLR(o, 30),
        ["MultiStepLR"] = o => new MultiStepLR(o, [5, 20, 20, 60], 0.5),
        ["ConstantLR"] = o => new ConstantLR(o, 0.25, 12),
        ["ConstantLR default"] = o => new ConstantLR(o),
        ["LinearLR"] = o => new LinearLR(o, 0.1, 0.7, 40),
        ["LinearLR default"] = o => new LinearLR(o),
        ["ExponentialLR"] = o => new ExponentialLR(o, 0.97),
        ["PolynomialLR"] = o => new PolynomialLR(o, 60, 2),
        ["PolynomialLR default"] = o => new PolynomialLR(o),
        ["CosineAnnealingLR"] = o => new CosineAnnealingLR(o, 30, 0.005),
        ["CosineAnnealingLR whole"] = o => new CosineAnnealingLR(o, 100),
        ["CosineAnnealingWarmRestarts"] = o => new CosineAnnealingWarmRestarts(o, 10, 2, 0.001),
        ["CosineAnnealingWarmRestarts even"] = o => new CosineAnnealingWarmRestarts(o, 15),
        ["LambdaLR"] = o => new LambdaLR(o, t => 1 / (1 + (0.1 * t))),
        ["LambdaLR groups"] = o => new LambdaLR(o, [t => Math.Pow(0.99, t), t => 1 + (t / 10.0)]),
        ["OneCycleLR"] = o => new OneCycleLR(o, 0.4, 101),
        ["OneCycleLR groups"] = o => new OneCycleLR(o, [0.4, 0.2], 101, 0.4, AnnealStrategy.Linear, true, 0.8, 0.9, 10, 100),
        ["OneCycleLR three phases"] = o => new OneCycleLR(o, 0.4, 150, threePhase: true),
        ["OneCycleLR plain"] = o => new OneCycleLR(o, 0.4, 101, cycleMomentum: false),
        ["CyclicLR"] = o => new CyclicLR(o, 0.01, 0.3, 9),
        ["CyclicLR halving"] = o => new CyclicLR(o, 0.01, 0.3, 9, 14, CyclicMode.Halving, baseMomentum: 0.7, maxMomentum: 0.95),
        ["CyclicLR exponential"] = o => new CyclicLR(o, [0.01, 0.02], [0.3, 0.1], 12, null, CyclicMode.Exponential, 0.98, false),
        ["ReduceLROnPlateau"] = o => new ReduceLROnPlateau(o, patience: 3, factor: 0.5),
        ["ReduceLROnPlateau default"] = o => new ReduceLROnPlateau(o),
        ["ReduceLROnPlateau max"] = o => new ReduceLROnPlateau(o, PlateauMode.Max, 0.7, 2, 0.01, ThresholdMode.Absolute, 4, 0.004),
        ["ReduceLROnPlateau absolute"] = o => new ReduceLROnPlateau(o, PlateauMode.Min, 0.2, 1, 0.05, ThresholdMode.Absolute, epsilon: 1e-4),
        ["ReduceLROnPlateau max relative"] = o => new ReduceLROnPlateau(o, PlateauMode.Max, 0.9, 5, 0.02),
        ["ChainedScheduler"] = o => new ChainedScheduler(new ConstantLR(o, 0.1, 10), new ExponentialLR(o, 0.98), new StepLR(o, 25, 0.5)),
        ["ChainedScheduler linear"] = o => new ChainedScheduler(new LinearLR(o, 0.2, 1, 20), new MultiStepLR(o, [50, 80], 0.3), new PolynomialLR(o, 95, 1.5)),
        ["SequentialLR"] = o => new SequentialLR([new ConstantLR(o, 0.1, 10), new ExponentialLR(o, 0.9), new StepLR(o, 5, 0.6)], [10, 40]),
        ["SequentialLR restarts"] = o => new SequentialLR([new LinearLR(o, 0.05, 1, 8), new CosineAnnealingWarmRestarts(o, 6, 2)], [8]),
        ["WarmUpLR cosine"] = o => new WarmUpLR(o, 20, then => new CosineAnnealingLR(then, 80), 0.01),
        ["WarmUpLR lambda"] = o => new WarmUpLR(o, 10, then => new LambdaLR(then, t => Math.Pow(t + 1, -0.5)), 0.5),
    };

    internal static TheoryData<string> Names => [.. Entries.Keys];

    /// <summary>The optimizer of the oracle: two groups with rates of their own.</summary>
    internal static Sgd Optimizer()
    {
        SgdOptions options = new() { LearningRate = 0.1, Momentum = 0.9 };
        return new Sgd([new ParameterGroup([Tensor.Ones(1)], options), new ParameterGroup([Tensor.Ones(1)], options with { LearningRate = 0.03 })]);
    }
}
