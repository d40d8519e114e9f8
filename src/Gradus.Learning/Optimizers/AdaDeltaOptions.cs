namespace Gradus.Learning.Optimizers;

/// <summary>The options of <see cref="AdaDelta"/>.</summary>
public sealed record AdaDeltaOptions : OptimizerOptions
{
    private static readonly OptionEntry[] Own =
    [
        OptionEntry.Of<AdaDeltaOptions>("rho", options => options.Rho, (options, value) => options with { Rho = value }),
        OptionEntry.Of<AdaDeltaOptions>("eps", options => options.Epsilon, (options, value) => options with { Epsilon = value }),
    ];

    /// <summary>Makes the default options.</summary>
    public AdaDeltaOptions() => LearningRate = 1;

    /// <summary>ρ, the decay of both means of squares, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Rho { get; init => field = Demand(value, 0, 1); } = 0.9;

    /// <summary>ε, added under both roots, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double Epsilon { get; init => field = Demand(value, 0, double.PositiveInfinity); } = 1e-6;

    internal override IEnumerable<OptionEntry> Entries => [.. base.Entries, .. Own];
}
