namespace Gradus.Learning.Optimizers;

/// <summary>The options of <see cref="Adamax"/>.</summary>
public sealed record AdamaxOptions : OptimizerOptions
{
    private static readonly OptionEntry[] Own =
    [
        OptionEntry.Of<AdamaxOptions>("betas.0", options => options.Beta1, (options, value) => options with { Beta1 = value }),
        OptionEntry.Of<AdamaxOptions>("betas.1", options => options.Beta2, (options, value) => options with { Beta2 = value }),
        OptionEntry.Of<AdamaxOptions>("eps", options => options.Epsilon, (options, value) => options with { Epsilon = value }),
    ];

    /// <summary>Makes the default options.</summary>
    public AdamaxOptions() => LearningRate = 2e-3;

    /// <summary>β₁, the decay of the mean of gradients, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Beta1 { get; init => field = Demand(value, 0, 1); } = 0.9;

    /// <summary>β₂, the decay of the largest gradient, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Beta2 { get; init => field = Demand(value, 0, 1); } = 0.999;

    /// <summary>ε, added to the size of the gradient, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double Epsilon { get; init => field = Demand(value, 0, double.PositiveInfinity); } = 1e-8;

    internal override IEnumerable<OptionEntry> Entries => [.. base.Entries, .. Own];
}
