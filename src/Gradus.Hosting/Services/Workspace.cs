using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Services;

/// <summary>What the services share: the log, the bank, the grader, the clock, and the views that are folded from the log.</summary>
internal sealed class Workspace(IEventStore store, BankShelf shelf, Func<IGrader> grader, TimeProvider clock, IdSource ids)
{
    private readonly Lock _lock = new();
    private readonly ScheduleProjection _schedule = Schedule(clock);
    private readonly Dictionary<string, (OwnCard Card, DateTimeOffset At)> _ownCards = new(StringComparer.Ordinal);

    /// <summary>The kinds of events that the schedule is folded from.</summary>
    public static IReadOnlyList<string> ScheduleKinds { get; } =
    [
        EventCodec.Current.KindOf<ReviewRated>(),
        EventCodec.Current.KindOf<ReviewResumed>(),
        EventCodec.Current.KindOf<ReviewUndone>(),
        EventCodec.Current.KindOf<ReviewsRescheduled>(),
        EventCodec.Current.KindOf<CardPlaced>(),
        EventCodec.Current.KindOf<WeightsFitted>(),
        EventCodec.Current.KindOf<OwnCardsSaved>(),
        EventCodec.Current.KindOf<PreferencesChanged>(),
    ];

    public IEventStore Store => store;

    public Bank Bank => shelf.Current;

    public IGrader Grader => grader();

    public IdSource Ids => ids;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A schedule into which nothing is folded yet.</summary>
    public ScheduleProjection EmptySchedule() => Schedule(clock);

    /// <summary>Reads from the schedule as the log stands now, what other processes appended included.</summary>
    public T Schedule<T>(Func<ScheduleProjection, T> read)
    {
        lock (_lock)
        {
            foreach (LoggedEvent logged in store.Read(new EventFilter { Kinds = ScheduleKinds, After = _schedule.Sequence }))
            {
                _schedule.Apply(logged);
                foreach (OwnCard card in (logged.Event as OwnCardsSaved)?.Cards ?? [])
                {
                    Keep(card, logged.At);
                }
            }

            return read(_schedule);
        }
    }

    private static ScheduleProjection Schedule(TimeProvider clock) => new(new Fsrs6(), new ScheduleOptions(), clock.LocalTimeZone);

    // An imported log may bring older texts after newer ones.
    private void Keep(OwnCard card, DateTimeOffset at)
    {
        if (!_ownCards.TryGetValue(card.Id, out (OwnCard Card, DateTimeOffset At) kept) || at >= kept.At)
        {
            _ownCards[card.Id] = (card, at);
        }
    }

    /// <summary>The person's own cards by their ids, as they were saved last.</summary>
    public IReadOnlyDictionary<string, OwnCard> OwnCards() => Schedule(_ => _ownCards.ToDictionary(pair => pair.Key, pair => pair.Value.Card, StringComparer.Ordinal));

    /// <summary>A question of the bank, or one of the person's own cards as a question; null where there is neither.</summary>
    public Question? FindReviewed(string id) => Bank.Find(id) ?? Schedule(_ => Reviewed(id));

    /// <summary>As <see cref="FindReviewed"/>, for use while the schedule is being read: the log is not asked anew.</summary>
    public Question? Reviewed(string id) => Bank.Find(id) ?? (_ownCards.TryGetValue(id, out (OwnCard Card, DateTimeOffset At) own) ? OwnCardQuestion.Of(own.Card) : null);

    public DateOnly StudyDay(DateTimeOffset at) => Schedule(schedule => schedule.Days.Of(at));

    /// <summary>A sitting with the place of its last event.</summary>
    public (Sitting Sitting, long Last) Sitting(string id)
    {
        IReadOnlyList<LoggedEvent> events = store.Read(new EventFilter { Stream = id });
        return SittingProjection.Fold(events) is { } sitting ? (sitting, events[^1].Sequence) : throw new UnknownIdException("sitting", id, []);
    }

    public Question Question(string id) => Bank.Find(id) ?? throw new UnknownIdException("question", id, Bank.Nearest(id.Length > 100 ? id[..100] : id, 3));

    public AnswerRecord Record(LoggedAnswer answer)
    {
        AnswerSubmitted submitted = answer.Submitted;
        return new AnswerRecord
        {
            Id = submitted.AnswerId,
            QuestionId = submitted.Question,
            Ask = submitted.Ask,
            Text = submitted.Text,
            SubmittedAt = answer.At,
            Elapsed = TimeSpan.FromSeconds(submitted.ElapsedSeconds),
            Verdict = answer.Verdict,
            SittingId = submitted.SittingId,
            Round = submitted.Round,
            FollowUp = submitted.FollowUp,
            ProposedRating = answer.Proposed,
            Rating = answer.Rating,
            NextReview = submitted.FollowUp ? null : Schedule(schedule => schedule.Card(submitted.Question).Due),
        };
    }

    public AnswerRecord? FindAnswer(string id) =>
        AnswerProjection.Fold(store.Read(new EventFilter { Answer = id })) is [LoggedAnswer answer] ? Record(answer) : null;
}
