using Gradus.Interview.Sittings;

namespace Gradus.Interview.Log;

/// <summary>Folds the events of a sitting into the sitting.</summary>
public static class SittingProjection
{
    /// <summary>The sitting that its events tell of.</summary>
    /// <param name="events">The events of its stream, in order.</param>
    /// <returns>The sitting, or null where it never started.</returns>
    public static Sitting? Fold(IEnumerable<LoggedEvent> events) => events.Aggregate((Sitting?)null, Apply);

    /// <summary>The sitting after one more event. What cannot follow from the state, such as a second grade for one answer, changes nothing.</summary>
    /// <param name="sitting">The sitting before it, or null.</param>
    /// <param name="logged">The event.</param>
    /// <returns>The sitting.</returns>
    public static Sitting? Apply(Sitting? sitting, LoggedEvent logged)
    {
        if (sitting is null)
        {
            return logged.Event is SittingStarted started
                ? new Sitting { Id = started.SittingId, Options = started.Options, StartedAt = logged.At, LastActivity = logged.At, Plan = started.Plan }
                : null;
        }

        if (sitting.Status != SittingStatus.Running)
        {
            return sitting;
        }

        Sitting next = logged.Event switch
        {
            QuestionAsked asked when asked.Round == sitting.Rounds.Count + 1 => sitting with { Rounds = [.. sitting.Rounds, Round(asked, logged.At)] },
            AnswerSubmitted answer => Change(sitting, answer.Round, round => round is { Done: false, AnswerId: null }, round => round with
            {
                AnswerId = answer.AnswerId,
                Answer = answer.Text,
                AnsweredAt = logged.At,
                Elapsed = TimeSpan.FromSeconds(answer.ElapsedSeconds),
            }),
            AnswerGraded graded => Change(sitting, graded.Round, round => round.AnswerId == graded.AnswerId && round.Verdict is null, round => round with { Verdict = graded.Verdict }),
            RoundSkipped skipped => Change(sitting, skipped.Round, round => !round.Done, round => round with { Skipped = true }),
            RoundProved proved => Change(sitting, proved.Round, _ => true, round => round with { Lab = proved.Lab }),
            HintTaken hint => Change(sitting, hint.Round, round => round is { Done: false, AnswerId: null }, round => round with { Hints = [.. round.Hints, hint.Hint] }),
            SittingPaused when sitting.PausedAt is null => sitting with { PausedAt = logged.At },
            SittingResumed when sitting.PausedAt is not null => Resumed(sitting, logged.At),
            SittingFinished finished => sitting with { Status = SittingStatus.Finished, EndedAt = logged.At, Report = finished.Report },
            SittingAbandoned => sitting with { Status = SittingStatus.Abandoned, EndedAt = logged.At },
            _ => sitting,
        };
        if (ReferenceEquals(next, sitting))
        {
            return sitting;
        }

        // Whoever answers, passes over or ends it has gone on, whether or not that was said.
        bool goesOn = logged.Event is AnswerSubmitted or RoundSkipped or SittingFinished or SittingAbandoned;
        return (goesOn ? Resumed(next, logged.At) : next) with { LastActivity = logged.At };
    }

    private static Sitting Resumed(Sitting sitting, DateTimeOffset at) =>
        sitting.PausedAt is { } since ? sitting with { PausedAt = null, Paused = sitting.Paused + (at > since ? at - since : TimeSpan.Zero) } : sitting;

    private static SittingRound Round(QuestionAsked asked, DateTimeOffset at) => new()
    {
        Number = asked.Round,
        Question = asked.Question,
        Ask = asked.Ask,
        AskedAt = at,
        FollowUpOf = asked.FollowUpOf,
        Points = asked.Points,
        Kind = asked.Kind,
    };

    private static Sitting Change(Sitting sitting, int? number, Func<SittingRound, bool> fits, Func<SittingRound, SittingRound> change)
    {
        if (number is not { } n || n < 1 || n > sitting.Rounds.Count || !fits(sitting.Rounds[n - 1]))
        {
            return sitting;
        }

        SittingRound[] rounds = [.. sitting.Rounds];
        rounds[n - 1] = change(rounds[n - 1]);
        return sitting with { Rounds = rounds };
    }
}
