namespace Gradus.Learning.Optimizers;

/// <summary>The options of <see cref="Adam"/>.</summary>
public record AdamOptions : OptimizerOptions
{
    private static readonly OptionEntry[] Own =
    [
        OptionEntry.Of<AdamOptions>("betas.0", options => options.Beta1, (options, value) => options with { Beta1 = value }),
        OptionEntry.Of<AdamOptions>("betas.1", options => options.Beta2, (options, value) => options with { Beta2 = value }),
        OptionEntry.Of<AdamOptions>("eps", options => options.Epsilon, (options, value) => options with { Epsilon = value }),
        OptionEntry.OfFlag<AdamOptions>("amsgrad", options => options.AmsGrad, (options, value) => options with { AmsGrad = value }),
    ];

    /// <summary>β₁, the decay of the mean of gradients, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Beta1 { get; init => field = Demand(value, 0, 1); } = 0.9;

    /// <summary>β₂, the decay of the mean of squared gradients, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Beta2 { get; init => field = Demand(value, 0, 1); } = 0.999;

    /// <summary>ε, added to the root, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double Epsilon { get; init => field = Demand(value, 0, double.PositiveInfinity); } = 1e-8;

    /// <summary>Whether the largest mean of squared gradients so far takes the place of the last (Reddi, Kale and Kumar, 2018).</summary>
    public bool AmsGrad { get; init; }

    internal override IEnumerable<OptionEntry> Entries => [.. base.Entries, .. Own];
}
