using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>RMSprop (Hinton, Lecture 6e of Neural Networks for Machine Learning, 2012). PyTorch's <c>optim.RMSprop</c>.</summary>
/// <remarks>
/// v ← α v + (1 − α) g²; d = g / (√v + ε), where a centered v is less the square of the mean gradient (Graves, 2013); with momentum u ← μ u + d and θ ← θ − η u, else θ ← θ − η d.
/// State: <c>square_avg</c>, v; <c>grad_avg</c>, the mean gradient, where centered; <c>momentum_buffer</c>, u, with momentum.
/// </remarks>
public sealed class RmsProp : FusedOptimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="smoothing">α, in [0, 1).</param>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <param name="momentum">μ, the share of the velocity that is kept, in [0, 1).</param>
    /// <param name="centered">Whether v is less the square of the mean gradient.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public RmsProp(IReadOnlyList<Tensor> parameters, double learningRate = 1e-2, double smoothing = 0.99, double epsilon = 1e-8, double weightDecay = 0, double momentum = 0, bool centered = false)
        : this([new ParameterGroup(parameters, new RmsPropOptions { LearningRate = learningRate, Smoothing = smoothing, Epsilon = epsilon, WeightDecay = weightDecay, Momentum = momentum, Centered = centered })])
    {
    }

    /// <summary>Makes the optimizer for groups with options of their own.</summary>
    /// <param name="groups">Groups with <see cref="RmsPropOptions"/>.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or a group has other options.</exception>
    public RmsProp(IReadOnlyList<ParameterGroup> groups)
        : base(groups, typeof(RmsPropOptions), "square_avg", "grad_avg", "momentum_buffer")
    {
    }

    private protected override bool Keeps(OptimizerOptions options, int slot) => slot switch { 0 => true, 1 => ((RmsPropOptions)options).Centered, _ => ((RmsPropOptions)options).Momentum != 0 };

    private protected override void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        RmsPropOptions own = (RmsPropOptions)options;
        new RmsPropStep(own.LearningRate, own.Smoothing, own.Epsilon, own.Momentum, own.Centered).Apply(states, terms);
    }
}
