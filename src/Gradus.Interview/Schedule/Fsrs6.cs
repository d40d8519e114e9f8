using System.Globalization;

namespace Gradus.Interview.Schedule;

/// <summary>FSRS-6: forgetting as a power law of time, with difficulty, stability and retrievability.</summary>
/// <remarks>
/// With <c>decay = -w20</c> and <c>factor = 0.9^(1/decay) - 1</c>: retrievability <c>R(t, S) = (1 + factor t / S)^decay</c>, so that
/// <c>R(S, S) = 0.9</c>. Stability is kept in [0.001, 36500] days and difficulty in [1, 10]. The floor of the same-day formula holds from
/// Hard up, as in fsrs-rs since November 2025. After Ye et al., "A Stochastic Shortest Path Algorithm for Optimizing Spaced
/// Repetition Scheduling" (KDD 2022), in the sixth revision that Anki uses.
/// </remarks>
public sealed class Fsrs6 : IMemoryModel
{
    /// <summary>The smallest stability, in days.</summary>
    public const double MinimumStability = 0.001;

    /// <summary>The largest stability, in days.</summary>
    public const double MaximumStability = 36500;

    /// <summary>The range of each weight, both ends included.</summary>
    internal static readonly (double Low, double High)[] Bounds =
    [
        (0.001, 100), (0.001, 100), (0.001, 100), (0.001, 100), (1, 10), (0.001, 4), (0.001, 4), (0.001, 0.75), (0, 4.5), (0, 0.8), (0.001, 3.5),
        (0.001, 5), (0.001, 0.25), (0.001, 0.9), (0, 4), (0, 1), (1, 6), (0, 2), (0, 2), (0.01, 0.8), (0.1, 0.8),
    ];

    private readonly double[] _w;
    private readonly double _decay;
    private readonly double _factor;

    /// <summary>Makes a model.</summary>
    /// <param name="weights">The 21 weights, or null for <see cref="DefaultWeights"/>.</param>
    /// <exception cref="ArgumentException">
    /// There are not 21 weights, or one is out of its range. The exponent of the same-day formula, w19, may be 0 only where w17 and w18 are.
    /// </exception>
    public Fsrs6(IReadOnlyList<double>? weights = null)
    {
        _w = [.. weights ?? DefaultWeights];
        if (_w.Length != Bounds.Length)
        {
            throw new ArgumentException($"FSRS-6 got {_w.Length} weights; it needs {Bounds.Length} (w0 to w20).", nameof(weights));
        }

        bool shortTerm = _w[17] != 0 || _w[18] != 0;
        for (int i = 0; i < _w.Length; i++)
        {
            (double low, double high) = Bounds[i];
            low = i == 19 && !shortTerm ? 0 : low;
            if (!(_w[i] >= low && _w[i] <= high))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"FSRS-6 got w{i} = {_w[i]}; it must be from {low} to {high}."), nameof(weights));
            }
        }

        _decay = -_w[20];
        _factor = Math.Pow(0.9, 1 / _decay) - 1;
    }

    /// <summary>The weights fitted to many people's reviews that are used until there are enough of one's own.</summary>
    public static IReadOnlyList<double> DefaultWeights { get; } =
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ];

    /// <summary>The weights of this model.</summary>
    public IReadOnlyList<double> Weights => _w;

    /// <inheritdoc/>
    public MemoryState First(Rating rating) => new(ClampStability(_w[Grade(rating) - 1]), ClampDifficulty(InitialDifficulty(rating)));

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public MemoryState Next(MemoryState state, Rating rating, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        double stability = days == 0
            ? StabilityOnSameDay(state.Stability, rating)
            : rating == Rating.Again
                ? StabilityAfterLapse(state, Retrievability(state.Stability, days))
                : StabilityAfterRecall(state, Retrievability(state.Stability, days), rating);
        return new MemoryState(ClampStability(stability), NextDifficulty(state.Difficulty, rating));
    }

    /// <inheritdoc/>
    public double Retrievability(double stability, double days) => Math.Pow(1 + (_factor * days / stability), _decay);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The target is not above 0 and at most 1.</exception>
    public int Interval(double stability, double retention, int maximum)
    {
        if (!(retention > 0 && retention <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(retention), retention, "The desired retention must be above 0 and at most 1.");
        }

        double days = Math.Round(stability / _factor * (Math.Pow(retention, 1 / _decay) - 1), MidpointRounding.AwayFromZero);
        return (int)Math.Clamp(days, 1, maximum);
    }

    /// <summary>The state that a schedule of the SM-2 kind comes nearest to.</summary>
    /// <param name="ease">The ease factor, such as 2.5.</param>
    /// <param name="interval">The interval in days.</param>
    /// <param name="retention">The share that was remembered under that schedule.</param>
    /// <returns>The state.</returns>
    public MemoryState FromSm2(double ease, double interval, double retention)
    {
        double stability = Math.Max(interval, MinimumStability) * _factor / (Math.Pow(retention, 1 / _decay) - 1);
        double growth = Math.Exp(_w[8]) * Math.Pow(stability, -_w[9]) * (Math.Exp(_w[10] * (1 - retention)) - 1);
        return new MemoryState(ClampStability(stability), ClampDifficulty(11 - ((ease - 1) / growth)));
    }

    /// <summary>The stability after remembering on a later day: S (1 + e^w8 (11 - D) S^-w9 (e^(w10 (1 - R)) - 1) [w15 if Hard] [w16 if Easy]).</summary>
    internal double StabilityAfterRecall(MemoryState state, double retrievability, Rating rating)
    {
        double bonus = rating switch { Rating.Hard => _w[15], Rating.Easy => _w[16], _ => 1 };
        double growth = Math.Exp(_w[8]) * (11 - state.Difficulty) * Math.Pow(state.Stability, -_w[9]) * (Math.Exp(_w[10] * (1 - retrievability)) - 1);
        return state.Stability * (1 + (growth * bonus));
    }

    /// <summary>The stability after forgetting on a later day: at most S / e^(w17 w18).</summary>
    internal double StabilityAfterLapse(MemoryState state, double retrievability)
    {
        double forgotten = _w[11] * Math.Pow(state.Difficulty, -_w[12]) * (Math.Pow(state.Stability + 1, _w[13]) - 1) * Math.Exp(_w[14] * (1 - retrievability));
        return Math.Min(forgotten, state.Stability / Math.Exp(_w[17] * _w[18]));
    }

    /// <summary>The stability after a second review on the same day: S e^(w17 (G - 3 + w18)) S^-w19, from Hard up never less than before.</summary>
    internal double StabilityOnSameDay(double stability, Rating rating)
    {
        double increase = Math.Exp(_w[17] * (Grade(rating) - 3 + _w[18])) * Math.Pow(stability, -_w[19]);
        return stability * (rating == Rating.Again ? increase : Math.Max(increase, 1));
    }

    /// <summary>The difficulty after a review: damped towards 10, then drawn by w7 towards that of a first Easy, which is not clamped here.</summary>
    internal double NextDifficulty(double difficulty, Rating rating)
    {
        double moved = difficulty - (_w[6] * (Grade(rating) - 3) * (10 - difficulty) / 9);
        return ClampDifficulty((_w[7] * InitialDifficulty(Rating.Easy)) + ((1 - _w[7]) * moved));
    }

    private double InitialDifficulty(Rating rating) => _w[4] - Math.Exp(_w[5] * (Grade(rating) - 1)) + 1;

    private static int Grade(Rating rating) =>
        rating is >= Rating.Again and <= Rating.Easy ? (int)rating : throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating is Again, Hard, Good or Easy (1 to 4).");

    private static double ClampStability(double stability) => Math.Clamp(stability, MinimumStability, MaximumStability);

    private static double ClampDifficulty(double difficulty) => Math.Clamp(difficulty, 1, 10);
}
