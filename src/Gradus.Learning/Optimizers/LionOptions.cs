namespace Gradus.Learning.Optimizers;

/// <summary>The options of <see cref="Lion"/>.</summary>
public sealed record LionOptions : OptimizerOptions
{
    private static readonly OptionEntry[] Own =
    [
        OptionEntry.Of<LionOptions>("betas.0", options => options.Beta1, (options, value) => options with { Beta1 = value }),
        OptionEntry.Of<LionOptions>("betas.1", options => options.Beta2, (options, value) => options with { Beta2 = value }),
    ];

    /// <summary>Makes the default options.</summary>
    public LionOptions() => (LearningRate, DecoupledDecay) = (1e-4, true);

    /// <summary>β₁, the share of the momentum in the direction of the step, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Beta1 { get; init => field = Demand(value, 0, 1); } = 0.9;

    /// <summary>β₂, the decay of the momentum, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Beta2 { get; init => field = Demand(value, 0, 1); } = 0.99;

    internal override IEnumerable<OptionEntry> Entries => [.. base.Entries, .. Own];
}
