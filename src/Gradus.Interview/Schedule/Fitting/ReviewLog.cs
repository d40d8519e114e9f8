namespace Gradus.Interview.Schedule.Fitting;

/// <summary>Reviews in the form in which a memory model is fitted and judged: card after card, each review with the days since the one before.</summary>
/// <remarks>
/// A review is scored where at least one day lies between it and the one before: whether it was remembered is then something that a forgetting curve can foretell.
/// What is not scored (the first review, another one on the same day) only moves the memory.
/// </remarks>
public sealed class ReviewLog
{
    private readonly int[] _starts;
    private readonly Rating[] _ratings;
    private readonly int[] _days;
    private readonly long[] _times;

    private ReviewLog(int[] starts, Rating[] ratings, int[] days, long[] times)
    {
        _starts = starts;
        _ratings = ratings;
        _days = days;
        _times = times;
    }

    /// <summary>The number of cards.</summary>
    public int Cards => _starts.Length - 1;

    /// <summary>The number of reviews.</summary>
    public int Count => _ratings.Length;

    /// <summary>The number of scored reviews.</summary>
    public int Scored => Enumerable.Range(0, Count).Count(IsScored);

    /// <summary>Where the reviews of each card begin, and after the last one the number of reviews.</summary>
    internal ReadOnlySpan<int> Starts => _starts;

    /// <summary>The ratings.</summary>
    internal ReadOnlySpan<Rating> Ratings => _ratings;

    /// <summary>Whole days since the card's review before; -1 for its first.</summary>
    internal ReadOnlySpan<int> Days => _days;

    /// <summary>What reviews are ordered and split by: the number of their study day or an instant.</summary>
    internal ReadOnlySpan<long> Times => _times;

    /// <summary>A log whose days are study days.</summary>
    /// <param name="cards">The reviews of each card.</param>
    /// <returns>The log.</returns>
    public static ReviewLog Of(IEnumerable<CardReviews> cards) => Of(cards
        .OrderBy(card => card.Card, StringComparer.Ordinal)
        .Select(card => card.Reviews.Select((review, i) => (
            review.Rating,
            Days: i == 0 ? -1 : Math.Max(0, review.Day.DayNumber - card.Reviews[i - 1].Day.DayNumber),
            Time: (long)review.Day.DayNumber))));

    /// <summary>A log from its numbers.</summary>
    /// <param name="cards">For each card its reviews, the oldest first: the rating, the whole days since the one before (-1 for the first), and what it is ordered by.</param>
    /// <returns>The log.</returns>
    public static ReviewLog Of(IEnumerable<IEnumerable<(Rating Rating, int Days, long Time)>> cards)
    {
        List<int> starts = [0];
        List<(Rating Rating, int Days, long Time)> reviews = [];
        foreach (IEnumerable<(Rating Rating, int Days, long Time)> card in cards)
        {
            reviews.AddRange(card);
            if (reviews.Count > starts[^1])
            {
                starts.Add(reviews.Count);
            }
        }

        return new ReviewLog([.. starts], [.. reviews.Select(review => review.Rating)], [.. reviews.Select(review => review.Days)], [.. reviews.Select(review => review.Time)]);
    }

    /// <summary>Whether a review is scored.</summary>
    internal bool IsScored(int review) => _days[review] >= 1;

    /// <summary>The weight of each review in a loss: 1 where it is scored and its time lies in a range, else 0.</summary>
    internal double[] Share(long from, long before) =>
        [.. Enumerable.Range(0, Count).Select(i => IsScored(i) && _times[i] >= from && _times[i] < before ? 1.0 : 0.0)];

    /// <summary>The time from which on the last part of the scored reviews lies; reviews of one time are never parted.</summary>
    internal long LastPart(double share)
    {
        long[] scored = [.. Enumerable.Range(0, Count).Where(IsScored).Select(i => _times[i]).Order()];
        return scored.Length == 0 ? long.MaxValue : scored[Math.Min(scored.Length - 1, (int)(scored.Length * (1 - share)))];
    }
}
