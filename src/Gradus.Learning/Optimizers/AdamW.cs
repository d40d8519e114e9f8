using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>AdamW (Loshchilov and Hutter, 2019): Adam with weight decay apart from the gradient. PyTorch's <c>optim.AdamW</c>.</summary>
/// <remarks>
/// m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η m̂ / (√v̂ + ε), where m̂ and v̂ are m and v over 1 − βᵗ: both begin at 0 and would be too small.
/// Before the step θ ← (1 − η λ) θ, the same share of every weight.
/// State: <c>exp_avg</c>, m; <c>exp_avg_sq</c>, v; for AMSGrad <c>max_exp_avg_sq</c>, the largest v.
/// </remarks>
public sealed class AdamW : FusedOptimizer
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
    public AdamW(IReadOnlyList<Tensor> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0.01, bool amsGrad = false)
        : this([new ParameterGroup(parameters, new AdamWOptions { LearningRate = learningRate, Beta1 = beta1, Beta2 = beta2, Epsilon = epsilon, WeightDecay = weightDecay, AmsGrad = amsGrad })])
    {
    }

    /// <summary>Makes the optimizer for groups with options of their own.</summary>
    /// <param name="groups">Groups with <see cref="AdamWOptions"/>.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or a group has other options.</exception>
    public AdamW(IReadOnlyList<ParameterGroup> groups)
        : base(groups, typeof(AdamWOptions), "exp_avg", "exp_avg_sq", "max_exp_avg_sq")
    {
    }

    private protected override bool Keeps(OptimizerOptions options, int slot) => slot < 2 || ((AdamOptions)options).AmsGrad;

    private protected override void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        AdamOptions own = (AdamOptions)options;
        new AdamStep(own.LearningRate, own.Beta1, own.Beta2, own.Epsilon, own.AmsGrad).Apply(states, terms);
    }
}
