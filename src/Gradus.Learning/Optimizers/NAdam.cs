using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>NAdam (Dozat, Incorporating Nesterov momentum into Adam, 2016). PyTorch's <c>optim.NAdam</c>.</summary>
/// <remarks>
/// m and v as in <see cref="Adam"/>; μₜ = β₁ (1 − 0.96^(t ψ) / 2); θ ← θ − η ((1 − μₜ) g / (1 − Π μ) + μₜ₊₁ m / (1 − μₜ₊₁ Π μ)) / (√v̂ + ε), where Π runs up to t.
/// State: <c>exp_avg</c>, m; <c>exp_avg_sq</c>, v; <c>mu_product</c> (a single Float64), Π μ.
/// </remarks>
public sealed class NAdam : FusedOptimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁, in [0, 1).</param>
    /// <param name="beta2">β₂, in [0, 1).</param>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <param name="momentumDecay">ψ, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public NAdam(IReadOnlyList<Tensor> parameters, double learningRate = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0, double momentumDecay = 4e-3)
        : this([new ParameterGroup(parameters, new NAdamOptions { LearningRate = learningRate, Beta1 = beta1, Beta2 = beta2, Epsilon = epsilon, WeightDecay = weightDecay, MomentumDecay = momentumDecay })])
    {
    }

    /// <summary>Makes the optimizer for groups with options of their own.</summary>
    /// <param name="groups">Groups with <see cref="NAdamOptions"/>.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or a group has other options.</exception>
    public NAdam(IReadOnlyList<ParameterGroup> groups)
        : base(groups, typeof(NAdamOptions), "exp_avg", "exp_avg_sq")
    {
    }

    private protected override string? ProductName => "mu_product";

    private protected override void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        NAdamOptions own = (NAdamOptions)options;
        new NAdamStep(own.LearningRate, own.Beta1, own.Beta2, own.Epsilon, own.MomentumDecay).Apply(states, terms);
    }
}
