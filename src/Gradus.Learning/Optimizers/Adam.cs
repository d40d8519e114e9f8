using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>Adam (Kingma and Ba, 2015), with L2 decay in the gradient. PyTorch's <c>optim.Adam</c>.</summary>
/// <remarks>
/// m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η m̂ / (√v̂ + ε), where m̂ and v̂ are m and v over 1 − βᵗ: both begin at 0 and would be too small.
/// Weight decay adds λ θ to g, so it is divided by √v̂ too: weights with large gradients decay less. <see cref="AdamW"/> does not.
/// State: <c>exp_avg</c>, m; <c>exp_avg_sq</c>, v; for AMSGrad <c>max_exp_avg_sq</c>, the largest v.
/// </remarks>
public sealed class Adam : FusedOptimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁, in [0, 1).</param>
    /// <param name="beta2">β₂, in [0, 1).</param>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <param name="amsGrad">Whether v is the largest so far.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public Adam(IReadOnlyList<Tensor> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0, bool amsGrad = false)
        : this([new ParameterGroup(parameters, new AdamOptions { LearningRate = learningRate, Beta1 = beta1, Beta2 = beta2, Epsilon = epsilon, WeightDecay = weightDecay, AmsGrad = amsGrad })])
    {
    }

    /// <summary>Makes the optimizer for groups with options of their own.</summary>
    /// <param name="groups">Groups with <see cref="AdamOptions"/>.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or a group has other options.</exception>
    public Adam(IReadOnlyList<ParameterGroup> groups)
        : base(groups, typeof(AdamOptions), "exp_avg", "exp_avg_sq", "max_exp_avg_sq")
    {
    }

    private protected override bool Keeps(OptimizerOptions options, int slot) => slot < 2 || ((AdamOptions)options).AmsGrad;

    private protected override void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        AdamOptions own = (AdamOptions)options;
        new AdamStep(own.LearningRate, own.Beta1, own.Beta2, own.Epsilon, own.AmsGrad).Apply(states, terms);
    }
}
