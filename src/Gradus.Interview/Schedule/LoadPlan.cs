namespace Gradus.Interview.Schedule;

/// <summary>Gives reviews new dates without a flood: each as near to the day its memory asks for as the load of the days allows.</summary>
/// <remarks>
/// A card may come on any day of the small range that intervals are spread over anyhow (see <see cref="ScheduleOptions.Fuzz"/>); of these the emptiest is taken. Where they are full, it waits
/// for the first later day with room; those most at risk of being forgotten are placed first. No day takes more than the limit.
/// </remarks>
public static class LoadPlan
{
    /// <summary>Plans.</summary>
    /// <param name="cards">The cards; those that are not in whole-day intervals are left out.</param>
    /// <param name="model">The memory model.</param>
    /// <param name="preferences">Retention and the longest interval.</param>
    /// <param name="today">The study day of today; nothing is planned before it.</param>
    /// <param name="limit">The most reviews of a day, at least 1.</param>
    /// <returns>The new dates, in the order of the days.</returns>
    public static IReadOnlyList<PlannedReview> Make(IEnumerable<CardState> cards, IMemoryModel model, Preferences preferences, DateOnly today, int limit)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(preferences);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        Dictionary<int, int> load = [];
        List<PlannedReview> planned = [];
        IEnumerable<(CardState Card, int First, int Last, double Recall)> wishes = cards
            .Where(card => card is { Phase: CardPhase.Review, Suspended: false, Memory: not null, LastDay: not null })
            .Select(card =>
            {
                int last = card.LastDay!.Value.DayNumber;
                int interval = model.Interval(card.Memory!.Value.Stability, preferences.DesiredRetention, preferences.MaximumInterval);
                (int low, int high) = IntervalFuzz.Range(interval, preferences.MaximumInterval);
                int first = Math.Max(today.DayNumber, last + low);
                return (card, first, Math.Max(first, last + high), model.Retrievability(card.Memory.Value.Stability, Math.Max(0, today.DayNumber - last)));
            })
            .OrderBy(wish => wish.Item3)
            .ThenBy(wish => wish.Item4)
            .ThenBy(wish => wish.card.Id, StringComparer.Ordinal);
        foreach ((CardState card, int first, int last, double _) in wishes)
        {
            int day = Enumerable.Range(first, last - first + 1).MinBy(candidate => load.GetValueOrDefault(candidate));
            while (load.GetValueOrDefault(day) >= limit)
            {
                day++;
            }

            load[day] = load.GetValueOrDefault(day) + 1;
            planned.Add(new PlannedReview(card.Id, DateOnly.FromDayNumber(day)));
        }

        return [.. planned.OrderBy(review => review.Day).ThenBy(review => review.Question, StringComparer.Ordinal)];
    }
}
