namespace Gradus.Interview.Schedule.Fitting;

/// <summary>Fits the weights of FSRS-6 to a person's own reviews.</summary>
/// <remarks>
/// What is made small is the sum of the log losses of the scored reviews and, as a prior, the squared distance of each weight from its default in units of its spread over people (after
/// fsrs-rs, <c>src/training.rs</c>; the stabilities after a first review by their logarithm). With few reviews the prior holds the weights, with many the
/// reviews move them. Later reviews count more, from a quarter for the first to one for the last by the cube of their place, as in fsrs-rs: on the public log of one person
/// this lowers the loss on later, unseen days. Adam on the whole log with a learning rate that falls by a cosine, every weight kept in its range; the best weights met are returned. No random number is drawn: the same
/// reviews give the same weights.
/// </remarks>
public static class WeightFitter
{
    /// <summary>Below this number of scored reviews nothing is fitted.</summary>
    public const int FirstStabilitiesFrom = 8;

    /// <summary>From this number of scored reviews up all weights are fitted.</summary>
    public const int AllFrom = 64;

    private const int Steps = 120;
    private const double LearningRate = 0.12;
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;

    // The spread of each weight over people; of the first four, that of their logarithm.
    private static readonly double[] Spread =
        [1.2, 1.2, 1.2, 1.2, 0.55, 0.28, 0.67, 0.12, 0.4, 0.18, 0.34, 0.27, 0.08, 0.14, 0.57, 0.25, 1.03, 0.27, 0.39, 0.14, 0.27];

    /// <summary>The weights that a number of scored reviews can carry.</summary>
    /// <param name="scored">The number of scored reviews.</param>
    /// <returns>None below 8, the first stabilities below 64, else all.</returns>
    public static FitStage StageFor(int scored) => scored < FirstStabilitiesFrom ? FitStage.None : scored < AllFrom ? FitStage.FirstStabilities : FitStage.All;

    /// <summary>Fits to a whole log.</summary>
    /// <param name="log">The reviews.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The weights; the defaults where there are too few reviews.</returns>
    public static IReadOnlyList<double> Fit(ReviewLog log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Fit(log, log.Share(long.MinValue, long.MaxValue), cancellationToken);
    }

    /// <summary>The mean log loss of a model over the scored reviews of a log.</summary>
    /// <param name="log">The reviews.</param>
    /// <param name="weights">The 21 weights.</param>
    /// <returns>The loss in nats; NaN where nothing is scored.</returns>
    public static double LogLoss(ReviewLog log, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(log);
        return LogLoss(log, weights, log.Share(long.MinValue, long.MaxValue));
    }

    internal static double LogLoss(ReviewLog log, IReadOnlyList<double> weights, double[] shares) =>
        new FsrsLoss(log).Sum([.. new Fsrs6(weights).Weights], shares, []) / shares.Sum();

    internal static IReadOnlyList<double> Fit(ReviewLog log, double[] shares, CancellationToken cancellationToken)
    {
        FitStage stage = StageFor((int)shares.Sum());
        double[] w = [.. Fsrs6.DefaultWeights];
        if (stage == FitStage.None)
        {
            return w;
        }

        shares = Recent(log, shares);
        int free = stage == FitStage.All ? w.Length : 4;
        FsrsLoss loss = new(log);
        double[] best = [.. w];
        double least = double.PositiveInfinity;
        double[] gradient = new double[w.Length];
        double[] mean = new double[free];
        double[] square = new double[free];
        for (int step = 1; step <= Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(gradient);
            double value = loss.Sum(w, shares, gradient) + Prior(w, gradient, free);
            if (value < least)
            {
                least = value;
                w.CopyTo(best, 0);
            }

            double rate = LearningRate * 0.5 * (1 + Math.Cos(Math.PI * (step - 1) / Steps));
            for (int i = 0; i < free; i++)
            {
                // In units of the spread, so that one learning rate serves every weight.
                double slope = gradient[i] * (i < 4 ? w[i] : 1) * Spread[i];
                mean[i] = (FirstDecay * mean[i]) + ((1 - FirstDecay) * slope);
                square[i] = (SecondDecay * square[i]) + ((1 - SecondDecay) * slope * slope);
                double move = rate * Spread[i] * mean[i] / (1 - Math.Pow(FirstDecay, step)) / (Math.Sqrt(square[i] / (1 - Math.Pow(SecondDecay, step))) + 1e-8);
                (double low, double high) = Fsrs6.Bounds[i];
                w[i] = Math.Clamp(i < 4 ? w[i] * Math.Exp(-move) : w[i] - move, low, high);
            }
        }

        return best;
    }

    private static double[] Recent(ReviewLog log, double[] shares)
    {
        const double First = 0.25;
        long[] times = log.Times.ToArray();
        double[] weighted = [.. shares];
        int[] counted = [.. Enumerable.Range(0, shares.Length).Where(i => shares[i] > 0).OrderBy(i => times[i])];
        for (int place = 0; place < counted.Length; place++)
        {
            weighted[counted[place]] *= First + ((1 - First) * Math.Pow((double)(place + 1) / counted.Length, 3));
        }

        return weighted;
    }

    private static double Prior(double[] w, double[] gradient, int free)
    {
        double sum = 0;
        for (int i = 0; i < free; i++)
        {
            bool byLogarithm = i < 4;
            double off = (byLogarithm ? Math.Log(w[i] / Fsrs6.DefaultWeights[i]) : w[i] - Fsrs6.DefaultWeights[i]) / Spread[i];
            sum += off * off;
            gradient[i] += 2 * off / Spread[i] / (byLogarithm ? w[i] : 1);
        }

        return sum;
    }
}
