using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>Lion (Chen et al., Symbolic discovery of optimization algorithms, 2023): every weight moves by the learning rate, only the sign is learned.</summary>
/// <remarks>
/// θ ← (1 − η λ) θ − η sign(β₁ m + (1 − β₁) g); m ← β₂ m + (1 − β₂) g. Steps are longer than those of <see cref="AdamW"/>: the paper takes η three to ten times smaller and λ as much larger.
/// PyTorch has none; names are those of the paper's reference. State: <c>exp_avg</c>, m.
/// </remarks>
public sealed class Lion : FusedOptimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁, in [0, 1).</param>
    /// <param name="beta2">β₂, in [0, 1).</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public Lion(IReadOnlyList<Tensor> parameters, double learningRate = 1e-4, double beta1 = 0.9, double beta2 = 0.99, double weightDecay = 0)
        : this([new ParameterGroup(parameters, new LionOptions { LearningRate = learningRate, Beta1 = beta1, Beta2 = beta2, WeightDecay = weightDecay })])
    {
    }

    /// <summary>Makes the optimizer for groups with options of their own.</summary>
    /// <param name="groups">Groups with <see cref="LionOptions"/>.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or a group has other options.</exception>
    public Lion(IReadOnlyList<ParameterGroup> groups)
        : base(groups, typeof(LionOptions), "exp_avg")
    {
    }

    private protected override void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        LionOptions own = (LionOptions)options;
        new LionStep(own.LearningRate, own.Beta1, own.Beta2).Apply(states, terms);
    }
}
