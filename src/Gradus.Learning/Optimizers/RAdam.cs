using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>RAdam (Liu et al., On the variance of the adaptive learning rate and beyond, 2020). PyTorch's <c>optim.RAdam</c>.</summary>
/// <remarks>
/// m and v as in <see cref="Adam"/>; ρ∞ = 2 / (1 − β₂) − 1; ρ = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ). Where ρ is above 5 θ ← θ − η r m̂ √(1 − β₂ᵗ) / (√v + ε) with
/// r² = (ρ − 4)(ρ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ), else θ ← θ − η m̂: as long as v rests on few gradients it is not divided by. State: <c>exp_avg</c>, m; <c>exp_avg_sq</c>, v.
/// </remarks>
public sealed class RAdam : FusedOptimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁, in [0, 1).</param>
    /// <param name="beta2">β₂, in [0, 1).</param>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public RAdam(IReadOnlyList<Tensor> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        : this([new ParameterGroup(parameters, new RAdamOptions { LearningRate = learningRate, Beta1 = beta1, Beta2 = beta2, Epsilon = epsilon, WeightDecay = weightDecay })])
    {
    }

    /// <summary>Makes the optimizer for groups with options of their own.</summary>
    /// <param name="groups">Groups with <see cref="RAdamOptions"/>.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or a group has other options.</exception>
    public RAdam(IReadOnlyList<ParameterGroup> groups)
        : base(groups, typeof(RAdamOptions), "exp_avg", "exp_avg_sq")
    {
    }

    private protected override void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        RAdamOptions own = (RAdamOptions)options;
        new RAdamStep(own.LearningRate, own.Beta1, own.Beta2, own.Epsilon).Apply(states, terms);
    }
}
