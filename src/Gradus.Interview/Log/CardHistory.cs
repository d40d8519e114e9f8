using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Interview.Log;

/// <summary>What happened to one question: reviews, and what moved its schedule between them.</summary>
internal sealed class CardHistory(string question)
{
    private readonly List<Step> _steps = [];

    /// <summary>The card as it stands.</summary>
    public CardState Card { get; private set; } = new() { Id = question };

    /// <summary>The reviews as they count, the oldest first.</summary>
    public IEnumerable<DatedReview> Reviews => _steps.OfType<Reviewed>().Select(review => new DatedReview(review.Id, review.Day, review.Rating, review.At));

    public void Rate(ReviewSchedule schedule, LoggedEvent logged, ReviewRated rated)
    {
        int place = rated.AnswerId is null ? -1 : _steps.FindLastIndex(step => step is Reviewed review && review.Answer == rated.AnswerId);
        if (place < 0)
        {
            Add(new Reviewed(logged.Id, schedule, logged.At, rated.Day, rated.AnswerId, [(logged.Id, rated.Rating)]));
        }
        else if (!rated.Proposed)
        {
            // The review happened when the answer was given; only what it was worth is put right.
            Reviewed review = (Reviewed)_steps[place];
            _steps[place] = review with { Ratings = [.. review.Ratings, (logged.Id, rated.Rating)] };
            Replay(place);
        }
    }

    public void TakeBack(string ratingId)
    {
        int place = _steps.FindIndex(step => step is Reviewed review && review.Ratings.Any(rating => rating.Id == ratingId));
        if (place < 0)
        {
            return;
        }

        Reviewed review = (Reviewed)_steps[place];
        if (review.Ratings.Count > 1)
        {
            _steps[place] = review with { Ratings = [.. review.Ratings.Where(rating => rating.Id != ratingId)] };
        }
        else
        {
            _steps.RemoveAt(place);
        }

        Replay(place);
    }

    public void Resume() => Add(new Resumed());

    public void Refit(IMemoryModel model) => Add(new Refitted(model));

    public void Move(DateOnly day, DateTimeOffset start) => Add(new Moved(day, start));

    /// <summary>Puts the card where another program says it stands.</summary>
    /// <param name="placed">Where.</param>
    /// <param name="day">The study day on which it comes back, or null.</param>
    public void Place(CardPlaced placed, DateOnly? day) => Add(new Placed(placed.Phase, placed.Step, placed.Due, day, placed.Suspended));

    /// <summary>What each other rating of an answer would have led to, or null where the answer has none.</summary>
    public IReadOnlyList<ReviewPreview>? Overruled(string answer, DateTimeOffset at)
    {
        int place = _steps.FindIndex(step => step is Reviewed review && review.Answer == answer);
        return place < 0 ? null : [.. Enum.GetValues<Rating>().Select(rating =>
        {
            Reviewed review = (Reviewed)_steps[place];
            IReadOnlyList<Step> steps = [.. _steps[..place], review with { Ratings = [(review.Id, rating)] }, .. WithoutDates(_steps[(place + 1)..])];
            CardState card = Replay(steps);
            DateTimeOffset due = card.Due ?? at;
            return new ReviewPreview(rating, due, card.IntervalDays > 0 ? TimeSpan.FromDays(card.IntervalDays) : due - card.LastReview!.Value);
        })];
    }

    private void Add(Step step)
    {
        _steps.Add(step);
        Card = Apply(Card, _steps, _steps.Count - 1);
    }

    private void Replay(int changed)
    {
        List<Step> later = [.. WithoutDates(_steps[changed..])];
        _steps.RemoveRange(changed, _steps.Count - changed);
        _steps.AddRange(later);
        Card = Replay(_steps);
    }

    // A date that was planned from what is no longer so does not stand; what was set aside stays so.
    private static IEnumerable<Step> WithoutDates(IEnumerable<Step> steps) => steps.Where(step => step is not Moved).Select(step => step is Placed placed ? placed with { Due = null } : step);

    private CardState Replay(IReadOnlyList<Step> steps)
    {
        CardState card = new() { Id = question };
        for (int i = 0; i < steps.Count; i++)
        {
            card = Apply(card, steps, i);
        }

        return card;
    }

    private static CardState Apply(CardState card, IReadOnlyList<Step> steps, int place) => steps[place] switch
    {
        Reviewed review => review.Schedule.Review(card, review.Rating, review.At, review.Day),
        Refitted refit => card.Memory is null ? card : card with { Memory = MemoryReplay.Of(refit.Model, steps.Take(place).OfType<Reviewed>().Select(review => (review.Rating, review.Day))) },
        Moved move when card is { Phase: CardPhase.Review, LastDay: { } last } => card with { Due = move.Start, IntervalDays = Math.Max(1, move.Day.DayNumber - last.DayNumber) },
        Placed placed => Apply(card, placed) with { Suspended = placed.Suspended },
        Resumed => card with { Suspended = false },
        _ => card,
    };

    private static CardState Apply(CardState card, Placed placed) => (placed.Phase, placed.Due) switch
    {
        _ when card.Memory is null => card,
        (CardPhase.Review, { } due) => card with { Phase = CardPhase.Review, Step = 0, Due = due, IntervalDays = Math.Max(1, placed.Day!.Value.DayNumber - card.LastDay!.Value.DayNumber) },
        (CardPhase.Learning or CardPhase.Relearning, { } due) => card with { Phase = placed.Phase, Step = placed.Step, Due = due, IntervalDays = 0 },
        _ => card,
    };

    private abstract record Step;

    /// <summary>A review with its ratings: the first, then those that overruled it; the last counts.</summary>
    private sealed record Reviewed(string Id, ReviewSchedule Schedule, DateTimeOffset At, DateOnly Day, string? Answer, IReadOnlyList<(string Id, Rating Rating)> Ratings) : Step
    {
        public Rating Rating => Ratings[^1].Rating;
    }

    private sealed record Resumed : Step;

    private sealed record Refitted(IMemoryModel Model) : Step;

    private sealed record Moved(DateOnly Day, DateTimeOffset Start) : Step;

    private sealed record Placed(CardPhase Phase, int Step, DateTimeOffset? Due, DateOnly? Day, bool Suspended) : Step;
}
