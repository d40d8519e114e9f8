namespace Gradus.Learning.Optimizers;

/// <summary>The options of <see cref="Lbfgs"/>.</summary>
public sealed record LbfgsOptions : OptimizerOptions
{
    private static readonly OptionEntry[] Own =
    [
        OptionEntry.Of<LbfgsOptions>("max_iter", options => options.MaxIterations, (options, value) => options with { MaxIterations = (int)value }),
        OptionEntry.Of<LbfgsOptions>(
            "max_eval", options => options.Evaluations, (options, value) => options with { MaxEvaluations = (int)value == options.Evaluations ? options.MaxEvaluations : (int)value }),
        OptionEntry.Of<LbfgsOptions>("tolerance_grad", options => options.GradientTolerance, (options, value) => options with { GradientTolerance = value }),
        OptionEntry.Of<LbfgsOptions>("tolerance_change", options => options.ChangeTolerance, (options, value) => options with { ChangeTolerance = value }),
        OptionEntry.Of<LbfgsOptions>("history_size", options => options.HistorySize, (options, value) => options with { HistorySize = (int)value }),
        OptionEntry.OfFlag<LbfgsOptions>(
            "line_search_fn", options => options.LineSearch != LineSearch.None, (options, value) => options with { LineSearch = value ? LineSearch.StrongWolfe : LineSearch.None }),
    ];

    /// <summary>Makes the default options.</summary>
    public LbfgsOptions() => LearningRate = 1;

    /// <summary>Iterations of one step at most, at least 1; 20 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int MaxIterations { get; init => field = (int)Demand(value, 1, double.PositiveInfinity); } = 20;

    /// <summary>Evaluations of the loss in one step after which no iteration begins, at least 1; null, the default, for five quarters of the iterations.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int? MaxEvaluations { get; init => field = value is { } given ? (int)Demand(given, 1, double.PositiveInfinity) : null; }

    /// <summary>A step ends when no gradient is larger.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double GradientTolerance { get; init => field = Demand(value, 0, double.PositiveInfinity); } = 1e-7;

    /// <summary>A step ends when the loss, every parameter, or the slope along the direction changes by less.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double ChangeTolerance { get; init => field = Demand(value, 0, double.PositiveInfinity); } = 1e-9;

    /// <summary>How many past steps the curvature is taken from, at least 1; 100 by default. Each costs two copies of all parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int HistorySize { get; init => field = (int)Demand(value, 1, double.PositiveInfinity); } = 100;

    /// <summary>How far it goes along its direction; none by default, as in PyTorch. The strong Wolfe search is nearly always better.</summary>
    public LineSearch LineSearch { get; init; }

    /// <summary>The evaluations that hold.</summary>
    internal int Evaluations => MaxEvaluations ?? (MaxIterations * 5 / 4);

    internal override IEnumerable<OptionEntry> Entries => [.. base.Entries, .. Own];

    internal override void Validate()
    {
        if (WeightDecay != 0 || L1Decay != 0 || Maximize)
        {
            throw new ArgumentException("Lbfgs got weight decay or maximize; it needs the gradient of the very loss that it evaluates: put the penalty or the sign into the closure.");
        }
    }
}
