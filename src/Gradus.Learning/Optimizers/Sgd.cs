using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>Stochastic gradient descent with optional momentum (Polyak, 1964; Nesterov, 1983) and L2 weight decay. PyTorch's <c>optim.SGD</c>.</summary>
/// <remarks>
/// g ← g + λ θ; u ← μ u + (1 − d) g, where u begins as the first g; θ ← θ − η u, or θ ← θ − η (g + μ u) after Nesterov.
/// </remarks>
public sealed class Sgd : Optimizer
{
    private readonly Tensor[] _parameters;
    private readonly Tensor[] _velocities;
    private readonly long[] _steps;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="momentum">μ, the share of the velocity that is kept, in [0, 1).</param>
    /// <param name="dampening">d, in [0, 1).</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <param name="nesterov">Whether the step looks ahead; needs momentum and no dampening.</param>
    /// <exception cref="ArgumentException">An argument is out of range, or Nesterov was asked for without momentum or with dampening.</exception>
    public Sgd(IReadOnlyList<Tensor> parameters, double learningRate = 1e-3, double momentum = 0, double dampening = 0, double weightDecay = 0, bool nesterov = false)
        : base(parameters, learningRate)
    {
        Momentum = Demand(momentum, 0, 1, nameof(momentum));
        Dampening = Demand(dampening, 0, 1, nameof(dampening));
        WeightDecay = Demand(weightDecay, 0, double.PositiveInfinity, nameof(weightDecay));
        Nesterov = nesterov;
        if (nesterov && (momentum == 0 || dampening != 0))
        {
            throw new ArgumentException($"Sgd got nesterov with momentum {momentum} and dampening {dampening}; it needs momentum above 0 and no dampening.", nameof(nesterov));
        }

        _parameters = [.. Parameters];
        _velocities = momentum == 0 ? [] : [.. Parameters.Select(parameter => Tensor.ZerosLike(parameter).Keep())];
        _steps = new long[_parameters.Length];
    }

    /// <summary>μ.</summary>
    public double Momentum { get; }

    /// <summary>d.</summary>
    public double Dampening { get; }

    /// <summary>λ.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether the step looks ahead.</summary>
    public bool Nesterov { get; }

    /// <inheritdoc/>
    public override void Step() => new SgdStep(LearningRate, Momentum, Dampening, WeightDecay, Nesterov).Apply(_parameters, _velocities, _steps);
}
