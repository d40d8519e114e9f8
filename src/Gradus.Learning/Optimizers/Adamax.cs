using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>Adamax (Kingma and Ba, 2015, section 7): Adam with the largest gradient in the place of the root. PyTorch's <c>optim.Adamax</c>.</summary>
/// <remarks>
/// m ← β₁ m + (1 − β₁) g; u ← max(β₂ u, |g| + ε); θ ← θ − η / (1 − β₁ᵗ) · m / u. State: <c>exp_avg</c>, m; <c>exp_inf</c>, u.
/// </remarks>
public sealed class Adamax : FusedOptimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁, in [0, 1).</param>
    /// <param name="beta2">β₂, in [0, 1).</param>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public Adamax(IReadOnlyList<Tensor> parameters, double learningRate = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        : this([new ParameterGroup(parameters, new AdamaxOptions { LearningRate = learningRate, Beta1 = beta1, Beta2 = beta2, Epsilon = epsilon, WeightDecay = weightDecay })])
    {
    }

    /// <summary>Makes the optimizer for groups with options of their own.</summary>
    /// <param name="groups">Groups with <see cref="AdamaxOptions"/>.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or a group has other options.</exception>
    public Adamax(IReadOnlyList<ParameterGroup> groups)
        : base(groups, typeof(AdamaxOptions), "exp_avg", "exp_inf")
    {
    }

    private protected override void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        AdamaxOptions own = (AdamaxOptions)options;
        new AdamaxStep(own.LearningRate, own.Beta1, own.Beta2, own.Epsilon).Apply(states, terms);
    }
}
