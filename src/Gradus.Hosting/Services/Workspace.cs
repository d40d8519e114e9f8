using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Services;

/// <summary>What the services share: the log, the bank, the grader, the clock, and the views that are folded from the log.</summary>
internal sealed class Workspace(IEventStore store, BankShelf shelf, Func<IGrader> grader, TimeProvider clock, IdSource ids)
{
    private static readonly string[] ScheduleKinds =
    [
        EventCodec.Current.KindOf<ReviewRated>(), EventCodec.Current.KindOf<ReviewResumed>(), EventCodec.Current.KindOf<PreferencesChanged>(),
    ];

    private readonly Lock _lock = new();
    private readonly ScheduleProjection _schedule = new(Model, new ScheduleOptions(), clock.LocalTimeZone);

    /// <summary>The memory model of every schedule.</summary>
    public static IMemoryModel Model { get; } = new Fsrs6();

    public IEventStore Store => store;

    public Bank Bank => shelf.Current;

    public IGrader Grader => grader();

    public IdSource Ids => ids;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Reads from the schedule as the log stands now, what other processes appended included.</summary>
    public T Schedule<T>(Func<ScheduleProjection, T> read)
    {
        lock (_lock)
        {
            foreach (LoggedEvent logged in store.Read(new EventFilter { Kinds = ScheduleKinds, After = _schedule.Sequence }))
            {
                _schedule.Apply(logged);
            }

            return read(_schedule);
        }
    }

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
