using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>AdaGrad (Duchi, Hazan and Singer, Adaptive subgradient methods, 2011). PyTorch's <c>optim.Adagrad</c>.</summary>
/// <remarks>
/// s ← s + g²; θ ← θ − η / (1 + (t − 1) κ) · g / (√s + ε). The sum only grows, so steps only shrink: right for sparse gradients, too short in long trainings. State: <c>sum</c>, s.
/// </remarks>
public sealed class AdaGrad : FusedOptimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="rateDecay">κ, at least 0.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <param name="initialSum">What the sum of squares begins as, at least 0.</param>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public AdaGrad(IReadOnlyList<Tensor> parameters, double learningRate = 1e-2, double rateDecay = 0, double weightDecay = 0, double initialSum = 0, double epsilon = 1e-10)
        : this([new ParameterGroup(parameters, new AdaGradOptions { LearningRate = learningRate, RateDecay = rateDecay, WeightDecay = weightDecay, InitialSum = initialSum, Epsilon = epsilon })])
    {
    }

    /// <summary>Makes the optimizer for groups with options of their own.</summary>
    /// <param name="groups">Groups with <see cref="AdaGradOptions"/>.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or a group has other options.</exception>
    public AdaGrad(IReadOnlyList<ParameterGroup> groups)
        : base(groups, typeof(AdaGradOptions), "sum")
    {
    }

    private protected override void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        AdaGradOptions own = (AdaGradOptions)options;
        new AdaGradStep(own.LearningRate, own.RateDecay, own.InitialSum, own.Epsilon).Apply(states, terms);
    }
}
