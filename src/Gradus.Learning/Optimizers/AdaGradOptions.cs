namespace Gradus.Learning.Optimizers;

/// <summary>The options of <see cref="AdaGrad"/>.</summary>
public sealed record AdaGradOptions : OptimizerOptions
{
    private static readonly OptionEntry[] Own =
    [
        OptionEntry.Of<AdaGradOptions>("lr_decay", options => options.RateDecay, (options, value) => options with { RateDecay = value }),
        OptionEntry.Of<AdaGradOptions>("initial_accumulator_value", options => options.InitialSum, (options, value) => options with { InitialSum = value }),
        OptionEntry.Of<AdaGradOptions>("eps", options => options.Epsilon, (options, value) => options with { Epsilon = value }),
    ];

    /// <summary>Makes the default options.</summary>
    public AdaGradOptions() => LearningRate = 1e-2;

    /// <summary>κ: the learning rate of step t is η / (1 + (t − 1) κ); at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double RateDecay { get; init => field = Demand(value, 0, double.PositiveInfinity); }

    /// <summary>What the sum of squared gradients begins as, at least 0. PyTorch's <c>initial_accumulator_value</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double InitialSum { get; init => field = Demand(value, 0, double.PositiveInfinity); }

    /// <summary>ε, added to the root, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double Epsilon { get; init => field = Demand(value, 0, double.PositiveInfinity); } = 1e-10;

    internal override IEnumerable<OptionEntry> Entries => [.. base.Entries, .. Own];
}
