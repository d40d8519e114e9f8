namespace Gradus.Interview.Schedule;

/// <summary>Moves a card from review to review: short steps while it is learned or relearned, then the memory model's intervals.</summary>
/// <param name="model">The memory model.</param>
/// <param name="options">How intervals become dates.</param>
/// <param name="days">The person's study days.</param>
/// <remarks>
/// Again returns to the first step, Good goes to the next and past the last one to whole days, Easy goes there at once. Hard repeats the
/// step; in the first one it waits the mean of the first two, or one and a half times the only one. Due dates of whole days are the starts of study days.
/// </remarks>
public sealed class ReviewSchedule(IMemoryModel model, ScheduleOptions options, StudyDay days)
{
    /// <summary>The card after a review.</summary>
    /// <param name="card">The card before it.</param>
    /// <param name="rating">The rating.</param>
    /// <param name="at">When it was reviewed.</param>
    /// <param name="day">The study day of the review; null takes the one that <paramref name="at"/> falls in.</param>
    /// <returns>The card.</returns>
    public CardState Review(CardState card, Rating rating, DateTimeOffset at, DateOnly? day = null)
    {
        DateOnly today = day ?? days.Of(at);
        // A clock set back must not make time run backwards.
        int elapsed = card.LastDay is { } last ? Math.Max(0, today.DayNumber - last.DayNumber) : 0;
        MemoryState memory = card.Memory is { } before ? model.Next(before, rating, elapsed) : model.First(rating);
        bool lapsed = card.Phase == CardPhase.Review && rating == Rating.Again;
        int lapses = card.Lapses + (lapsed ? 1 : 0);
        CardState reviewed = card with
        {
            Memory = memory,
            LastReview = at,
            LastDay = today,
            LastRating = rating,
            Repetitions = card.Repetitions + 1,
            Lapses = lapses,
            Leech = lapses >= options.LeechLapses,
            Suspended = card.Suspended || (lapsed && Warns(lapses)),
        };
        return card.Phase switch
        {
            CardPhase.Review when !lapsed => Graduate(reviewed, today),
            CardPhase.Review => Step(reviewed with { Step = 0 }, CardPhase.Relearning, options.RelearningSteps, rating, at, today),
            CardPhase.Relearning => Step(reviewed, CardPhase.Relearning, options.RelearningSteps, rating, at, today),
            _ => Step(reviewed, CardPhase.Learning, options.LearningSteps, rating, at, today),
        };
    }

    /// <summary>What each rating would lead to.</summary>
    /// <param name="card">The card.</param>
    /// <param name="at">When it would be reviewed.</param>
    /// <returns>Again, Hard, Good, Easy.</returns>
    public IReadOnlyList<ReviewPreview> Preview(CardState card, DateTimeOffset at) => [.. Enum.GetValues<Rating>().Select(rating => Preview(card, rating, at))];

    private ReviewPreview Preview(CardState card, Rating rating, DateTimeOffset at)
    {
        CardState next = Review(card, rating, at);
        TimeSpan interval = next.IntervalDays > 0 ? TimeSpan.FromDays(next.IntervalDays) : next.Due!.Value - at;
        return new ReviewPreview(rating, next.Due!.Value, interval);
    }

    private CardState Step(CardState card, CardPhase phase, IReadOnlyList<TimeSpan> steps, Rating rating, DateTimeOffset at, DateOnly today)
    {
        // A card may stand beyond the last step when there are fewer steps now than when it got there.
        bool beyond = card.Step >= steps.Count && rating != Rating.Again;
        if (steps.Count == 0 || beyond || rating == Rating.Easy || (rating == Rating.Good && card.Step + 1 >= steps.Count))
        {
            return Graduate(card, today);
        }

        int step = rating switch { Rating.Again => 0, Rating.Good => card.Step + 1, _ => card.Step };
        TimeSpan wait = rating == Rating.Hard && step == 0
            ? (steps.Count == 1 ? steps[0] * 1.5 : (steps[0] + steps[1]) / 2)
            : steps[step];
        return card with { Phase = phase, Step = step, IntervalDays = 0, Due = at + wait };
    }

    private CardState Graduate(CardState card, DateOnly today)
    {
        int interval = model.Interval(card.Memory!.Value.Stability, options.DesiredRetention, options.MaximumInterval);
        interval = options.Fuzz ? IntervalFuzz.Apply(interval, options.MaximumInterval, card.Id, card.Repetitions) : interval;
        return card with { Phase = CardPhase.Review, Step = 0, IntervalDays = interval, Due = days.StartOf(today.AddDays(interval)) };
    }

    private bool Warns(int lapses) => lapses >= options.LeechLapses && (lapses - options.LeechLapses) % Math.Max(1, options.LeechLapses / 2) == 0;
}
