namespace Gradus.Learning.Optimizers;

/// <summary>The options of <see cref="Sgd"/>.</summary>
public sealed record SgdOptions : OptimizerOptions
{
    private static readonly OptionEntry[] Own =
    [
        OptionEntry.Of<SgdOptions>("momentum", options => options.Momentum, (options, value) => options with { Momentum = value }),
        OptionEntry.Of<SgdOptions>("dampening", options => options.Dampening, (options, value) => options with { Dampening = value }),
        OptionEntry.OfFlag<SgdOptions>("nesterov", options => options.Nesterov, (options, value) => options with { Nesterov = value }),
    ];

    /// <summary>μ, the share of the velocity that is kept, in [0, 1); 0 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Momentum { get; init => field = Demand(value, 0, 1); }

    /// <summary>d, by how much the gradient is damped as it enters the velocity, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies elsewhere.</exception>
    public double Dampening { get; init => field = Demand(value, 0, 1); }

    /// <summary>Whether the step looks ahead; needs momentum and no dampening.</summary>
    public bool Nesterov { get; init; }

    internal override IEnumerable<OptionEntry> Entries => [.. base.Entries, .. Own];

    internal override void Validate()
    {
        if (Nesterov && (Momentum == 0 || Dampening != 0))
        {
            throw new ArgumentException($"Sgd got nesterov with momentum {Momentum} and dampening {Dampening}; it needs momentum above 0 and no dampening.");
        }
    }
}
