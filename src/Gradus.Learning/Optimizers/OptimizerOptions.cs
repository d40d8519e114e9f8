using System.Globalization;
using System.Runtime.CompilerServices;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>The options that every optimizer has; each optimizer adds its own. A group of parameters has options of its own.</summary>
/// <remarks>
/// The optimizer sees g ← ±g + λ θ + λ₁ sign(θ), where the minus goes uphill. Decoupled decay leaves λ θ out of the gradient and takes θ ← (1 − η λ) θ before the step, the same share of every weight
/// (Loshchilov and Hutter, Decoupled weight decay regularization, 2019).
/// </remarks>
public record OptimizerOptions
{
    private static readonly OptionEntry[] Common =
    [
        OptionEntry.Of<OptimizerOptions>("lr", options => options.LearningRate, (options, value) => options with { LearningRate = value }),
        OptionEntry.Of<OptimizerOptions>("weight_decay", options => options.WeightDecay, (options, value) => options with { WeightDecay = value }),
        OptionEntry.OfFlag<OptimizerOptions>("decoupled_weight_decay", options => options.DecoupledDecay, (options, value) => options with { DecoupledDecay = value }),
        OptionEntry.Of<OptimizerOptions>("l1_decay", options => options.L1Decay, (options, value) => options with { L1Decay = value }),
        OptionEntry.OfFlag<OptimizerOptions>("maximize", options => options.Maximize, (options, value) => options with { Maximize = value }),
    ];

    /// <summary>η, the learning rate, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double LearningRate { get; init => field = Demand(value, 0, double.PositiveInfinity); } = 1e-3;

    /// <summary>λ, the weight decay, at least 0: the penalty λ ‖θ‖² / 2 unless it is decoupled.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double WeightDecay { get; init => field = Demand(value, 0, double.PositiveInfinity); }

    /// <summary>Whether weights shrink apart from the gradient.</summary>
    public bool DecoupledDecay { get; init; }

    /// <summary>λ₁, at least 0: the penalty λ₁ Σ |θ|, which draws weights to 0 (Tibshirani, 1996).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double L1Decay { get; init => field = Demand(value, 0, double.PositiveInfinity); }

    /// <summary>Whether the objective is made large instead of small.</summary>
    public bool Maximize { get; init; }

    /// <summary>All options as named numbers, under the names that PyTorch gives them.</summary>
    internal virtual IEnumerable<OptionEntry> Entries => Common;

    /// <summary>Refuses options that exclude each other.</summary>
    internal virtual void Validate()
    {
    }

    /// <summary>How parameters and gradients are read.</summary>
    internal GradientTerms Terms(double gradientScale) =>
        new(Maximize ? -gradientScale : gradientScale, DecoupledDecay ? 0 : WeightDecay, L1Decay, DecoupledDecay ? 1 - (LearningRate * WeightDecay) : 1);

    private protected static double Demand(double value, double low, double high, [CallerMemberName] string name = "") => value >= low && value < high
        ? value
        : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must be at least {low} and less than {high}."));
}
