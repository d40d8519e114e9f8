namespace Gradus.Learning.Optimizers;

/// <summary>The options of <see cref="RmsProp"/>.</summary>
public sealed record RmsPropOptions : OptimizerOptions
{
    private static readonly OptionEntry[] Own =
    [
        OptionEntry.Of<RmsPropOptions>("alpha", options => options.Smoothing, (options, value) => options with { Smoothing = value }),
        OptionEntry.Of<RmsPropOptions>("eps", options => options.Epsilon, (options, value) => options with { Epsilon = value }),
        OptionEntry.Of<RmsPropOptions>("momentum", options => options.Momentum, (options, value) => options with { Momentum = value }),
        OptionEntry.OfFlag<RmsPropOptions>("centered", options => options.Centered, (options, value) => options with { Centered = value }),
    ];

    /// <summary>Makes the default options.</summary>
    public RmsPropOptions() => LearningRate = 1e-2;

    /// <summary>α, the decay of the mean of squared gradients, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Smoothing { get; init => field = Demand(value, 0, 1); } = 0.99;

    /// <summary>ε, added to the root, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double Epsilon { get; init => field = Demand(value, 0, double.PositiveInfinity); } = 1e-8;

    /// <summary>μ, the share of the velocity that is kept, in [0, 1); 0 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Momentum { get; init => field = Demand(value, 0, 1); }

    /// <summary>Whether the mean of squares is taken around the mean gradient.</summary>
    public bool Centered { get; init; }

    internal override IEnumerable<OptionEntry> Entries => [.. base.Entries, .. Own];
}
