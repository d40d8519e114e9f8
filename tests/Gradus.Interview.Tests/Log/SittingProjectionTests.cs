using Gradus.Interview.Log;
using Gradus.Interview.Sittings;
using Gradus.Interview.Tests.Sittings;

namespace Gradus.Interview.Tests.Log;

public sealed class SittingProjectionTests
{
    private static readonly SittingStarted Started = new("s", new InterviewOptions(), [new("q1", "1?"), new("q2", "2?")]);

    [Fact]
    public void Fold_NothingStarted_IsNull() => Assert.Null(SittingProjection.Fold([]));

    [Fact]
    public void Fold_AnswerWithoutGrade_WaitsInItsRound()
    {
        Sitting sitting = Fold(Started, Asked(1, "q1"), Submitted("a1", 1));

        Assert.Equal(("text of a1", null, 1), (sitting.Current!.Answer, sitting.Current.Verdict, sitting.PlannedLeft));
    }

    [Fact]
    public void Fold_WholeRound_MovesOn()
    {
        Sitting sitting = Fold(Started, Asked(1, "q1"), Submitted("a1", 1), Graded("a1", 1, 0.5), Asked(2, "q1", followUpOf: 1), Submitted("a2", 2), Graded("a2", 2, 1), Asked(3, "q2"), new RoundSkipped("s", 3, "q2"));

        Assert.Null(sitting.Current);
        Assert.Equal((SittingStatus.Running, 0), (sitting.Status, sitting.PlannedLeft));
        Assert.Equal([0.5, 1, null], sitting.Rounds.Select(round => round.Verdict?.Score));
        Assert.Equal([null, 1, (int?)null], sitting.Rounds.Select(round => round.FollowUpOf));
    }

    [Fact]
    public void Apply_WhatCannotFollow_ChangesNothing()
    {
        Sitting sitting = Fold(Started, Asked(1, "q1"), Submitted("a1", 1), Graded("a1", 1, 0.5));
        LogEvent[] impossible =
        [
            Started, Asked(1, "q2"), Asked(3, "q2"), Submitted("a2", 1), Submitted("a2", 2), Submitted("a2", 0), Graded("a1", 1, 1), Graded("a9", 1, 1), new RoundSkipped("s", 1, "q1"),
            new ReviewResumed("q1"), new AnswerSubmitted("p", "q1", "?", "practice", 1),
        ];

        Assert.All(impossible, @event => Assert.Same(sitting, SittingProjection.Apply(sitting, Logged(99, @event))));
    }

    [Fact]
    public void Apply_SittingThatIsOver_ChangesNothing()
    {
        Sitting sitting = Fold(Started, Asked(1, "q1"), new SittingAbandoned("s"));

        Assert.Equal(SittingStatus.Abandoned, sitting.Status);
        Assert.Null(sitting.Current);
        Assert.Same(sitting, SittingProjection.Apply(sitting, Logged(9, Submitted("a1", 1))));
    }

    [Fact]
    public void Fold_AnyPrefixOfALog_IsAStateThatCanGoOn()
    {
        LogEvent[] events = [Started, Asked(1, "q1"), Submitted("a1", 1), Graded("a1", 1, 0.5), Asked(2, "q1", followUpOf: 1), new RoundSkipped("s", 2, "q1"), Asked(3, "q2"), Submitted("a3", 3), Graded("a3", 3, 1)];

        for (int length = 1; length <= events.Length; length++)
        {
            Sitting sitting = Fold(events[..length]);
            Assert.True(sitting.Rounds.Count(round => !round.Done) <= 1);
            Assert.Equal(length, (sitting.LastActivity - Time).TotalSeconds);
        }
    }

    [Fact]
    public void Fold_Pauses_AddUpAndAnAnswerGoesOn()
    {
        // Each event comes a second after the one before it.
        Sitting paused = Fold(Started, Asked(1, "q1"), new SittingPaused("s"), new SittingPaused("s"), new SittingResumed("s"), new SittingResumed("s"), new SittingPaused("s"));
        Sitting answered = Fold(Started, Asked(1, "q1"), new SittingPaused("s"), new RoundProved("s", 9, null!), Submitted("a1", 1));

        Assert.Equal((TimeSpan.FromSeconds(2), Time.AddSeconds(7)), (paused.Paused, paused.PausedAt));
        Assert.Equal(SittingStatus.Running, paused.Status);
        Assert.Equal((TimeSpan.FromSeconds(2), (DateTimeOffset?)null), (answered.Paused, answered.PausedAt));
    }

    [Fact]
    public void Fold_Hints_StandInTheirRoundAndCost()
    {
        Hint hint = new("p1", "A reason.", 0.1);

        Sitting sitting = Fold(Started, Asked(1, "q1"), new HintTaken("s", 1, "q1", hint), new HintTaken("s", 1, "q1", hint), Submitted("a1", 1), new HintTaken("s", 1, "q1", hint), Graded("a1", 1, 0.5));

        Assert.Equal(2, sitting.Rounds[0].Hints.Count);
        Assert.Equal(0.4, sitting.Rounds[0].Score, 1e-12);
    }

    private static readonly DateTimeOffset Time = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    private static Sitting Fold(params LogEvent[] events) => SittingProjection.Fold(events.Select((@event, i) => Logged(i + 1, @event)))!;

    private static LoggedEvent Logged(int place, LogEvent @event) => new(place, $"e{place}", Time.AddSeconds(place), @event);

    private static QuestionAsked Asked(int round, string question, int? followUpOf = null) => new("s", round, question, "?", followUpOf, []);

    private static AnswerSubmitted Submitted(string id, int round) => new(id, "q", "?", "text of " + id, 10, "s", round);

    private static AnswerGraded Graded(string id, int round, double score) => new(id, "q", Verdicts.Of("q", score), "s", round);
}
