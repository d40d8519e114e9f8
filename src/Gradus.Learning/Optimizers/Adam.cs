using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>Adam (Kingma and Ba, 2015), with L2 decay in the gradient. PyTorch's <c>optim.Adam</c>.</summary>
/// <remarks>
/// m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η m̂ / (√v̂ + ε), where m̂ and v̂ are m and v over 1 − βᵗ: both begin at 0 and would be too small.
/// Weight decay adds λ θ to g, so it is divided by √v̂ too: weights with large gradients decay less. <see cref="AdamW"/> does not.
/// </remarks>
public sealed class Adam : Optimizer
{
    private readonly Tensor[] _parameters;
    private readonly Tensor[] _first;
    private readonly Tensor[] _second;
    private readonly long[] _steps;

    /// <summary>Makes the optimizer.</summary>
    /// <param name="parameters">What is trained, as <see cref="Module.Parameters"/> lists it.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁, in [0, 1).</param>
    /// <param name="beta2">β₂, in [0, 1).</param>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public Adam(IReadOnlyList<Tensor> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        : base(parameters, learningRate)
    {
        Beta1 = Demand(beta1, 0, 1, nameof(beta1));
        Beta2 = Demand(beta2, 0, 1, nameof(beta2));
        Epsilon = Demand(epsilon, 0, double.PositiveInfinity, nameof(epsilon));
        WeightDecay = Demand(weightDecay, 0, double.PositiveInfinity, nameof(weightDecay));
        _parameters = [.. Parameters];
        _first = [.. Parameters.Select(parameter => Tensor.ZerosLike(parameter).Keep())];
        _second = [.. Parameters.Select(parameter => Tensor.ZerosLike(parameter).Keep())];
        _steps = new long[_parameters.Length];
    }

    /// <summary>β₁, the decay of the mean of gradients.</summary>
    public double Beta1 { get; }

    /// <summary>β₂, the decay of the mean of squared gradients.</summary>
    public double Beta2 { get; }

    /// <summary>ε, added to the root.</summary>
    public double Epsilon { get; }

    /// <summary>λ.</summary>
    public double WeightDecay { get; }

    /// <inheritdoc/>
    public override void Step() => new AdamStep(LearningRate, Beta1, Beta2, Epsilon, WeightDecay, Decoupled: false).Apply(_parameters, _first, _second, _steps);
}
