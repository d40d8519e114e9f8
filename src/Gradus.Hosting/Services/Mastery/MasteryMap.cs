using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Services.Mastery;

/// <summary>Says how well each question and topic is known, what was done and what comes back: folded from the log, kept nowhere else.</summary>
public sealed class MasteryMap
{
    private const int Shown = 6;
    private const int DaysOfStreakSummary = 28;

    private static readonly string[] Kinds =
    [
        EventCodec.Current.KindOf<AnswerSubmitted>(), EventCodec.Current.KindOf<AnswerGraded>(), EventCodec.Current.KindOf<ReviewRated>(), EventCodec.Current.KindOf<ReviewUndone>(), EventCodec.Current.KindOf<LabRan>(),
    ];

    private readonly Workspace _workspace;
    private readonly Lock _lock = new();
    private PracticeProjection _practice = new();
    private DateTimeOffset _latest = DateTimeOffset.MinValue;

    internal MasteryMap(Workspace workspace) => _workspace = workspace;

    /// <summary>How well each question of the bank is known, in the bank's order.</summary>
    /// <returns>One entry a question.</returns>
    public IReadOnlyList<ConceptMastery> Concepts() => Practice(Concepts);

    /// <summary>The whole map.</summary>
    /// <param name="daysBack">How many days of practice to tell of, today included; at least 1. Default a year.</param>
    /// <param name="daysAhead">How many days of reviews to look ahead, today included; at least 1. Default four weeks.</param>
    /// <returns>The map as the log stands now.</returns>
    public MasteryReport Read(int daysBack = 371, int daysAhead = 28)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(daysBack, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(daysAhead, 1);
        return Practice(practice =>
        {
            IReadOnlyList<ConceptMastery> concepts = Concepts(practice);
            StudyDay days = _workspace.Schedule(schedule => schedule.Days);
            DateOnly today = days.Of(_workspace.Now);
            Dictionary<DateOnly, PracticeDay> done = Done(practice.Acts, days);
            ConceptMastery[] met = [.. concepts.Where(concept => concept.State != MasteryState.New)];
            return new MasteryReport
            {
                Today = today,
                Concepts = concepts,
                Topics = Topics(concepts),
                Strongest = [.. met.Where(concept => concept.State == MasteryState.Mastered).OrderByDescending(concept => concept.Mastery).Take(Shown)],
                Weakest = [.. met.Where(concept => concept.State != MasteryState.Mastered).OrderBy(concept => concept.Mastery).Take(Shown)],
                Ready = [.. concepts.Where(concept => concept.State == MasteryState.New && concept.Missing.Count == 0).OrderBy(concept => concept.Question.Level).Take(Shown)],
                Done = [.. Enumerable.Range(0, daysBack).Select(i => today.AddDays(i - daysBack + 1)).Select(day => done.GetValueOrDefault(day) ?? new PracticeDay(day, 0, 0, 0))],
                Load = Load(concepts, days, today, daysAhead),
                Streak = Streak(done, today),
                LongestStreak = LongestStreak(done.Keys),
                DaysOfLast28 = done.Keys.Count(day => day <= today && day > today.AddDays(-DaysOfStreakSummary)),
            };
        });
    }

    private T Practice<T>(Func<PracticeProjection, T> read)
    {
        lock (_lock)
        {
            IReadOnlyList<LoggedEvent> further = _workspace.Store.Read(new EventFilter { Kinds = Kinds, After = _practice.Sequence });
            if (further.Any(logged => logged.At < _latest))
            {
                // Events of another log that were imported happened before what is here.
                _practice = new PracticeProjection();
                further = [.. _workspace.Store.Read(new EventFilter { Kinds = Kinds }).OrderBy(logged => logged.At).ThenBy(logged => logged.Sequence)];
            }

            foreach (LoggedEvent logged in further)
            {
                _practice.Apply(logged);
                _latest = logged.At;
            }

            return read(_practice);
        }
    }

    private List<ConceptMastery> Concepts(PracticeProjection practice)
    {
        DateTimeOffset now = _workspace.Now;
        (IMemoryModel model, Dictionary<string, CardState> cards) = _workspace.Schedule(schedule => (schedule.Model, schedule.Cards.ToDictionary(card => card.Id)));
        Dictionary<string, ConceptMastery> made = _workspace.Bank.Questions.ToDictionary(question => question.Id, question => One(question, practice.Of(question.Id), cards.GetValueOrDefault(question.Id), model, now));
        return [.. _workspace.Bank.Questions.Select(question =>
        {
            Question[] needs = [.. question.Needs.Select(_workspace.Bank.Find).OfType<Question>()];
            return made[question.Id] with { Needs = needs, Missing = [.. needs.Where(need => made[need.Id].State != MasteryState.Mastered)] };
        })];
    }

    private static ConceptMastery One(Question question, QuestionPractice? practice, CardState? card, IMemoryModel model, DateTimeOffset now)
    {
        double? quality = practice?.Score ?? (practice?.LastRating is { } rating ? MasteryLevels.Quality(rating) : null);
        double? recall = card is { Memory: { } memory, LastReview: { } last } ? model.Retrievability(memory.Stability, Math.Max(0, (now - last).TotalDays)) : null;
        double? mastery = quality * (recall ?? 1);
        return new ConceptMastery
        {
            Question = question,
            State = MasteryLevels.State(mastery),
            Mastery = mastery ?? 0,
            Recall = recall,
            Quality = quality,
            Answers = practice?.Answers ?? 0,
            Due = card is { Suspended: false } ? card.Due : null,
        };
    }

    private static List<TopicMastery> Topics(IReadOnlyList<ConceptMastery> concepts) => [.. concepts
        .GroupBy(concept => concept.Question.Topic)
        .Select(topic => new TopicMastery(
            topic.Key,
            topic.Average(concept => concept.Mastery),
            topic.Count(),
            topic.Count(concept => concept.State != MasteryState.New),
            topic.Count(concept => concept.State == MasteryState.Mastered),
            [.. topic.SelectMany(concept => concept.Needs).Select(need => need.Topic).Where(need => need != topic.Key).CountBy(need => need).OrderByDescending(need => need.Value).Select(need => need.Key)]))];

    private static Dictionary<DateOnly, PracticeDay> Done(IReadOnlyList<PracticeAct> acts, StudyDay days) => acts
        .GroupBy(act => days.Of(act.At))
        .ToDictionary(day => day.Key, day => new PracticeDay(
            day.Key,
            day.Count(act => act.Kind == PracticeActKind.Answer),
            day.Count(act => act.Kind == PracticeActKind.Review),
            day.Count(act => act.Kind == PracticeActKind.Lab)));

    private static List<LoadDay> Load(IReadOnlyList<ConceptMastery> concepts, StudyDay days, DateOnly today, int ahead)
    {
        Dictionary<DateOnly, int> due = concepts
            .Where(concept => concept.Due is not null)
            .GroupBy(concept => days.Of(concept.Due!.Value) is { } day && day > today ? day : today)
            .ToDictionary(day => day.Key, day => day.Count());
        return [.. Enumerable.Range(0, ahead).Select(i => today.AddDays(i)).Select(day => new LoadDay(day, due.GetValueOrDefault(day)))];
    }

    private static int Streak(Dictionary<DateOnly, PracticeDay> done, DateOnly today)
    {
        // A day that is not over yet breaks nothing.
        DateOnly day = done.ContainsKey(today) ? today : today.AddDays(-1);
        int streak = 0;
        for (; done.ContainsKey(day); day = day.AddDays(-1))
        {
            streak++;
        }

        return streak;
    }

    private static int LongestStreak(IEnumerable<DateOnly> days)
    {
        int longest = 0;
        int streak = 0;
        DateOnly? before = null;
        foreach (DateOnly day in days.Order())
        {
            streak = before is { } last && day == last.AddDays(1) ? streak + 1 : 1;
            longest = Math.Max(longest, streak);
            before = day;
        }

        return longest;
    }
}
