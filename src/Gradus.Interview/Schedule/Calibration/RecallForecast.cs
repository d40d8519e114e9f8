using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Interview.Schedule.Calibration;

/// <summary>Ways to foretell whether something is remembered, each over the same scored reviews in the order in which they happened.</summary>
public static class RecallForecast
{
    /// <summary>How many reviews the moving average looks back on.</summary>
    public const int AverageOver = 100;

    // Where a baseline has seen nothing yet, and its bounds, so that a single review never costs infinitely much.
    private const double Start = 0.9;
    private const double Least = 1e-7;

    /// <summary>FSRS-6 with given weights.</summary>
    /// <param name="log">The reviews.</param>
    /// <param name="weights">The 21 weights.</param>
    /// <returns>The forecasts.</returns>
    public static IReadOnlyList<Foretold> Fsrs(ReviewLog log, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Collect(log, new FsrsLoss(log).Recalls([.. new Fsrs6(weights).Weights]));
    }

    /// <summary>The mean of the last hundred scored reviews of all cards before each; before the first it is 0.9, which then counts as ten reviews until a hundred are there.</summary>
    /// <param name="log">The reviews.</param>
    /// <returns>The forecasts.</returns>
    public static IReadOnlyList<Foretold> MovingAverage(ReviewLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        const int StartCounts = 10;
        double[] recalls = new double[log.Count];
        Array.Fill(recalls, double.NaN);
        Queue<int> window = new();
        int remembered = 0;
        foreach (int i in InOrder(log))
        {
            double counts = Math.Min(StartCounts, AverageOver - window.Count);
            recalls[i] = (remembered + (Start * counts)) / (window.Count + counts);
            int outcome = log.Ratings[i] > Rating.Again ? 1 : 0;
            window.Enqueue(outcome);
            remembered += outcome;
            if (window.Count > AverageOver)
            {
                remembered -= window.Dequeue();
            }
        }

        return Collect(log, recalls);
    }

    /// <summary>SM-2 (Wozniak, 1990): its interval I is read as the time at which recall has fallen to 0.9, so that after t days it is 0.9^(t/I).</summary>
    /// <param name="log">The reviews.</param>
    /// <returns>The forecasts.</returns>
    /// <remarks>Again, Hard, Good and Easy stand for the grades 2, 3, 4 and 5. Reviews on the same day are passed over, since SM-2 knows none.</remarks>
    public static IReadOnlyList<Foretold> Sm2(ReviewLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        double[] recalls = new double[log.Count];
        Array.Fill(recalls, double.NaN);
        for (int card = 0; card < log.Cards; card++)
        {
            Sm2Card state = new();
            for (int i = log.Starts[card]; i < log.Starts[card + 1]; i++)
            {
                if (log.IsScored(i))
                {
                    recalls[i] = Math.Clamp(Math.Pow(0.9, log.Days[i] / state.Interval), Least, 1 - Least);
                }

                state = log.Days[i] == 0 ? state : state.After(log.Ratings[i]);
            }
        }

        return Collect(log, recalls);
    }

    private static IEnumerable<int> InOrder(ReviewLog log)
    {
        long[] times = log.Times.ToArray();
        return Enumerable.Range(0, log.Count).Where(log.IsScored).OrderBy(i => times[i]);
    }

    private static IReadOnlyList<Foretold> Collect(ReviewLog log, double[] recalls)
    {
        List<Foretold> forecasts = [];
        int[] order = new int[log.Count];
        int[] lapses = new int[log.Count];
        for (int card = 0; card < log.Cards; card++)
        {
            int forgotten = 0;
            for (int i = log.Starts[card]; i < log.Starts[card + 1]; i++)
            {
                order[i] = i - log.Starts[card] + 1;
                lapses[i] = forgotten;
                forgotten += log.IsScored(i) && log.Ratings[i] == Rating.Again ? 1 : 0;
            }
        }

        foreach (int i in InOrder(log))
        {
            forecasts.Add(new Foretold(recalls[i], log.Ratings[i] > Rating.Again, log.Days[i], order[i], lapses[i]));
        }

        return forecasts;
    }

    private readonly record struct Sm2Card(int Repetitions, double Ease, double Interval)
    {
        public Sm2Card()
            : this(0, 2.5, 1)
        {
        }

        public Sm2Card After(Rating rating)
        {
            int grade = (int)rating + 1;
            double ease = Math.Max(1.3, Ease + 0.1 - ((5 - grade) * (0.08 + ((5 - grade) * 0.02))));
            return grade < 3 ? new Sm2Card(0, ease, 1) : new Sm2Card(Repetitions + 1, ease, Repetitions switch { 0 => 1, 1 => 6, _ => Interval * ease });
        }
    }
}
