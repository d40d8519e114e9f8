using Dapper;
using Gradus.Interview.Log;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Store;

/// <summary>Checks a store: the file's structure, the guards of the log, every event, and what is derived from them.</summary>
/// <remarks>Nothing derived is stored, so nothing derived can be stale; what is checked is that the log can be folded and agrees with itself.</remarks>
public static class StoreVerifier
{
    private static readonly string[] Guards = ["events_are_not_changed", "events_are_not_deleted", "events_are_not_replaced"];

    /// <summary>Checks a store.</summary>
    /// <param name="store">The store.</param>
    /// <returns>What is wrong, one sentence each; empty when all is well.</returns>
    public static IReadOnlyList<string> Verify(SqliteEventStore store)
    {
        List<string> problems = [.. store.Locked(connection => connection.Query<string>("PRAGMA integrity_check").Where(line => line != "ok").ToList())];
        List<string> triggers = store.Locked(connection => connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'trigger'").ToList());
        problems.AddRange(Guards.Except(triggers).Select(guard => $"the trigger {guard}, which guards the log, is missing"));
        try
        {
            problems.AddRange(Check(store.Read(new EventFilter())));
        }
        catch (StoreException error)
        {
            problems.Add(error.Problem);
        }

        return problems;
    }

    /// <summary>What is wrong in a log, one sentence each.</summary>
    /// <param name="events">All its events, in order.</param>
    internal static IReadOnlyList<string> Check(IReadOnlyList<LoggedEvent> events) => [.. Problems(events)];

    private static IEnumerable<string> Problems(IReadOnlyList<LoggedEvent> events)
    {
        HashSet<string> sittings = [];
        HashSet<string> answers = [];
        HashSet<string> graded = [];
        ScheduleProjection schedule = new(new Fsrs6(), new ScheduleOptions(), TimeZoneInfo.Utc);
        foreach (LoggedEvent logged in events)
        {
            schedule.Apply(logged);
            string? problem = logged.Event switch
            {
                SittingStarted started => sittings.Add(started.SittingId) ? null : $"the sitting {started.SittingId} starts twice",
                AnswerSubmitted submitted => answers.Add(submitted.AnswerId) ? Orphan(submitted.SittingId, sittings) : $"the answer {submitted.AnswerId} was submitted twice",
                AnswerGraded grade when !answers.Contains(grade.AnswerId) => $"the answer {grade.AnswerId} was graded but never submitted",
                AnswerGraded grade => graded.Add(grade.AnswerId) ? null : $"the answer {grade.AnswerId} was graded twice",
                ReviewRated { AnswerId: { } answer } when !answers.Contains(answer) => $"the answer {answer} was rated but never submitted",
                QuestionAsked asked => Orphan(asked.SittingId, sittings),
                SittingFinished finished => Orphan(finished.SittingId, sittings),
                _ => null,
            };
            if (problem is not null)
            {
                yield return $"event {logged.Sequence}: {problem}";
            }
        }

        // What was merged from elsewhere is folded only when it is asked for.
        _ = schedule.Cards.Count;
        foreach (IGrouping<string, LoggedEvent> stream in events.GroupBy(logged => logged.Event.Stream).Where(stream => sittings.Contains(stream.Key)))
        {
            int asked = stream.Count(logged => logged.Event is QuestionAsked);
            int kept = SittingProjection.Fold(stream)?.Rounds.Count ?? 0;
            if (asked != kept)
            {
                yield return $"the sitting {stream.Key} asked {asked} questions, of which {kept} follow from each other";
            }
        }
    }

    private static string? Orphan(string? sitting, HashSet<string> sittings) => sitting is null || sittings.Contains(sitting) ? null : $"the sitting {sitting} never started";
}
