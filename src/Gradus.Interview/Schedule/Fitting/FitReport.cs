namespace Gradus.Interview.Schedule.Fitting;

/// <summary>What came of a fit.</summary>
public sealed record FitReport
{
    private const int Parts = 4;

    /// <summary>Which weights were fitted.</summary>
    public required FitStage Stage { get; init; }

    /// <summary>The fitted weights; those in force where nothing was fitted.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The number of reviews.</summary>
    public required int Reviews { get; init; }

    /// <summary>The number of scored reviews: at least one day after the card's review before.</summary>
    public required int Scored { get; init; }

    /// <summary>The number of scored reviews on the held-out days.</summary>
    public required int HeldOut { get; init; }

    /// <summary>The mean log loss of all scored reviews under the weights in force; NaN where nothing is scored.</summary>
    public required double LossBefore { get; init; }

    /// <summary>The mean log loss of all scored reviews under the fitted weights, which have seen them.</summary>
    public required double LossAfter { get; init; }

    /// <summary>The mean log loss on the held-out days under the weights in force.</summary>
    public required double HeldOutBefore { get; init; }

    /// <summary>The mean log loss on the held-out days under weights fitted to the days before them.</summary>
    public required double HeldOutAfter { get; init; }

    /// <summary>Whether the fitted weights foretell the held-out days better, and so are worth keeping.</summary>
    public bool Better => Stage != FitStage.None && HeldOutAfter < HeldOutBefore;

    /// <summary>Fits to a log, and judges fitting by days it has not seen: the log is cut into four parts by time, and the weights fitted to the parts before each of the last three foretell that one.</summary>
    /// <param name="log">The reviews.</param>
    /// <param name="inForce">The weights in force. Where they were fitted to some of the held-out days themselves, that is to their advantage.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The report.</returns>
    public static FitReport Make(ReviewLog log, IReadOnlyList<double> inForce, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        long[] cuts = [.. Enumerable.Range(1, Parts - 1).Select(part => log.LastPart(1 - ((double)part / Parts))), long.MaxValue];
        FitStage stage = WeightFitter.StageFor(log.Scored);
        IReadOnlyList<double> fitted = stage == FitStage.None ? inForce : WeightFitter.Fit(log, cancellationToken);
        (double Count, double Before, double After) held = default;
        for (int part = 1; part < Parts && stage != FitStage.None; part++)
        {
            double[] unseen = log.Share(cuts[part - 1], cuts[part]);
            double count = unseen.Sum();
            if (count > 0)
            {
                IReadOnlyList<double> earlier = WeightFitter.Fit(log, log.Share(long.MinValue, cuts[part - 1]), cancellationToken);
                held = (held.Count + count, held.Before + (count * WeightFitter.LogLoss(log, inForce, unseen)), held.After + (count * WeightFitter.LogLoss(log, earlier, unseen)));
            }
        }

        return new FitReport
        {
            Stage = stage,
            Weights = fitted,
            Reviews = log.Count,
            Scored = log.Scored,
            HeldOut = (int)held.Count,
            LossBefore = WeightFitter.LogLoss(log, inForce),
            LossAfter = WeightFitter.LogLoss(log, fitted),
            HeldOutBefore = held.Before / held.Count,
            HeldOutAfter = held.After / held.Count,
        };
    }
}
