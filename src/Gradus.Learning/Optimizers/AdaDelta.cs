using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>AdaDelta (Zeiler, ADADELTA: an adaptive learning rate method, 2012). PyTorch's <c>optim.Adadelta</c>.</summary>
/// <remarks>
/// v ← ρ v + (1 − ρ) g²; d = g √(a + ε) / √(v + ε); a ← ρ a + (1 − ρ) d²; θ ← θ − η d. A step has the unit of the parameter, so η may be 1. State: <c>square_avg</c>, v; <c>acc_delta</c>, a.
/// </remarks>
public sealed class AdaDelta : FusedOptimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="rho">ρ, in [0, 1).</param>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public AdaDelta(IReadOnlyList<Tensor> parameters, double learningRate = 1, double rho = 0.9, double epsilon = 1e-6, double weightDecay = 0)
        : this([new ParameterGroup(parameters, new AdaDeltaOptions { LearningRate = learningRate, Rho = rho, Epsilon = epsilon, WeightDecay = weightDecay })])
    {
    }

    /// <summary>Makes the optimizer for groups with options of their own.</summary>
    /// <param name="groups">Groups with <see cref="AdaDeltaOptions"/>.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or a group has other options.</exception>
    public AdaDelta(IReadOnlyList<ParameterGroup> groups)
        : base(groups, typeof(AdaDeltaOptions), "square_avg", "acc_delta")
    {
    }

    private protected override void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        AdaDeltaOptions own = (AdaDeltaOptions)options;
        new AdaDeltaStep(own.LearningRate, own.Rho, own.Epsilon).Apply(states, terms);
    }
}
