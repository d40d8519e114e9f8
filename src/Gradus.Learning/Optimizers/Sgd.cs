using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>Stochastic gradient descent with optional momentum (Polyak, 1964; Nesterov, 1983) and L2 weight decay. PyTorch's <c>optim.SGD</c>.</summary>
/// <remarks>
/// g ← g + λ θ; u ← μ u + (1 − d) g, where u begins as the first g; θ ← θ − η u, or θ ← θ − η (g + μ u) after Nesterov. State: <c>momentum_buffer</c>, u.
/// </remarks>
public sealed class Sgd : FusedOptimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="momentum">μ, the share of the velocity that is kept, in [0, 1).</param>
    /// <param name="dampening">d, in [0, 1).</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <param name="nesterov">Whether the step looks ahead; needs momentum and no dampening.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public Sgd(IReadOnlyList<Tensor> parameters, double learningRate = 1e-3, double momentum = 0, double dampening = 0, double weightDecay = 0, bool nesterov = false)
        : this([new ParameterGroup(parameters, new SgdOptions { LearningRate = learningRate, Momentum = momentum, Dampening = dampening, WeightDecay = weightDecay, Nesterov = nesterov })])
    {
    }

    /// <summary>Makes the optimizer for groups with options of their own.</summary>
    /// <param name="groups">Groups with <see cref="SgdOptions"/>.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or a group has other options.</exception>
    public Sgd(IReadOnlyList<ParameterGroup> groups)
        : base(groups, typeof(SgdOptions), "momentum_buffer")
    {
    }

    private protected override bool Keeps(OptimizerOptions options, int slot) => ((SgdOptions)options).Momentum != 0;

    private protected override void Step(OptimizerOptions options, ReadOnlySpan<ParameterState> states, in GradientTerms terms)
    {
        SgdOptions own = (SgdOptions)options;
        new SgdStep(own.LearningRate, own.Momentum, own.Dampening, own.Nesterov).Apply(states, terms);
    }
}
