using Gradus.Hosting.Services;
using Gradus.Interview.Schedule;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Tests.Services;

public sealed class InterviewsTests
{
    private static readonly InterviewOptions Options = new() { Profile = "general", Level = 2, Minutes = 15, Seed = 1 };

    [Fact]
    public void Start_Profile_AsksTheFirstOfThreeQuestions()
    {
        using Workbench bench = new();

        Sitting sitting = bench.Application.Interviews.Start(Options);

        Assert.Equal((3, 1, SittingStatus.Running), (sitting.Plan.Count, sitting.Rounds.Count, sitting.Status));
        Assert.Equal((1, sitting.Plan[0].Question, sitting.Plan[0].Ask), (sitting.Current!.Number, sitting.Current.Question, sitting.Current.Ask));
        Assert.Equal(sitting.Id, Assert.Single(bench.Reopen().Interviews.Unfinished()).Id);
    }

    [Fact]
    public void Answer_PointsLeftOut_AsksOneFollowUpForThem()
    {
        using Workbench bench = new();
        Interviews interviews = bench.Application.Interviews;
        Sitting sitting = interviews.Start(Options);

        sitting = interviews.Answer(sitting.Id, "p1 p3", TimeSpan.FromSeconds(60));

        Assert.Equal((2, 1), (sitting.Current!.Number, sitting.Current.FollowUpOf));
        Assert.Equal(["p2"], sitting.Current.Points);
        Assert.StartsWith("What else about", sitting.Current.Ask, StringComparison.Ordinal);

        sitting = interviews.Answer(sitting.Id, "p2 of course", TimeSpan.FromSeconds(20));

        Assert.Equal(1, sitting.Rounds[1].Verdict!.Score);
        Assert.Equal("p2", Assert.Single(sitting.Rounds[1].Verdict!.Points).Id);
        Assert.Equal((3, (int?)null), (sitting.Current!.Number, sitting.Current.FollowUpOf));
        Assert.Equal(sitting.Plan[1].Question, sitting.Current.Question);
    }

    [Fact]
    public void Answer_NothingLeftOut_GoesOnToTheNextQuestion()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(Options);

        sitting = bench.Application.Interviews.Answer(sitting.Id, "p1 p2 p3", default);

        Assert.Equal(sitting.Plan[1].Question, sitting.Current!.Question);
    }

    [Fact]
    public void Answer_RoundThatIsOver_IsRefusedAndNothingIsWritten()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(Options);
        bench.Application.Interviews.Answer(sitting.Id, "p1 p2 p3", default, round: 1);

        SittingStateException error = Assert.Throws<SittingStateException>(() => bench.Application.Interviews.Answer(sitting.Id, "again", default, round: 1));

        Assert.Contains("round 2 is", error.Message, StringComparison.Ordinal);
        Assert.Equal("p1 p2 p3", bench.Application.Interviews.Get(sitting.Id).Rounds[0].Answer);
    }

    [Fact]
    public void Answer_GraderFails_SittingGoesOnAtTheNextOpen()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(Options);
        bench.Grader.Fault = new InvalidOperationException("planted");
        Assert.Throws<InvalidOperationException>(() => bench.Application.Interviews.Answer(sitting.Id, "p1 p2 p3", default));
        bench.Grader.Fault = null;

        Sitting resumed = bench.Reopen().Interviews.Get(sitting.Id);

        Assert.Equal((1, 2), (resumed.Rounds[0].Verdict!.Score, resumed.Current!.Number));
    }

    [Fact]
    public void Answer_QuestionLeftTheBank_RoundIsPassedOver()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(Options);
        bench.Grader.Fault = new InvalidOperationException("planted");
        Assert.Throws<InvalidOperationException>(() => bench.Application.Interviews.Answer(sitting.Id, "p1", default));
        bench.Grader.Fault = null;
        bench.Bank = Gradus.Interview.Questions.Bank.Of(bench.Bank.Questions.Where(question => question.Id != sitting.Plan[0].Question));

        Sitting resumed = bench.Reopen().Interviews.Answer(sitting.Id, "p1 p2 p3", default);

        Assert.True(resumed.Rounds[0].Skipped);
        Assert.Equal((1, 3), (resumed.Rounds[1].Verdict!.Score, resumed.Current!.Number));
    }

    [Fact]
    public void Answer_TwoProcessesAtOnce_EachAnswerLandsInARoundOfItsOwn()
    {
        using Workbench bench = new();
        using GradusApplication other = bench.Another();
        Sitting sitting = bench.Application.Interviews.Start(Options);

        bench.Application.Interviews.Answer(sitting.Id, "p1 p2 p3", default);
        Sitting after = other.Interviews.Answer(sitting.Id, "p1 p2 p3 too", default);

        Assert.Equal(["p1 p2 p3", "p1 p2 p3 too", null], after.Rounds.Select(round => round.Answer));
        Assert.Empty(other.Verify());
    }

    [Fact]
    public void Skip_Question_CountsAsNotRemembered()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(Options);

        Sitting after = bench.Application.Interviews.Skip(sitting.Id);

        Assert.True(after.Rounds[0].Skipped);
        Assert.Equal(after.Plan[1].Question, after.Current!.Question);
        Assert.Equal(Rating.Again, bench.Application.Reviews.Card(after.Plan[0].Question).LastRating);
    }

    [Fact]
    public void Finish_WholeSitting_EndsInAReportThatStays()
    {
        using Workbench bench = new();
        Interviews interviews = bench.Application.Interviews;
        Sitting sitting = interviews.Start(Options);
        while (sitting.Current is not null)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(3));
            sitting = interviews.Answer(sitting.Id, "p1 p2 p3", TimeSpan.FromMinutes(3));
        }

        Assert.Throws<SittingStateException>(() => interviews.Answer(sitting.Id, "more", default));
        SittingReport report = interviews.Finish(sitting.Id);

        Assert.Equal((1, 3, 3, 540), (report.Score, report.Asked, report.Planned, report.AnswerSeconds));
        Assert.Empty(report.Fixes);
        Assert.All(report.Rounds, round => Assert.NotNull(round.ReviewAt));
        Assert.Empty(interviews.Unfinished());
        Assert.Equivalent(report, bench.Reopen().Interviews.Finish(sitting.Id));
        Assert.Equal(SittingStatus.Finished, bench.Application.Interviews.Get(sitting.Id).Status);
    }

    [Fact]
    public void Finish_SecondSittingOfAProfile_IsComparedWithTheFirst()
    {
        using Workbench bench = new();
        Interviews interviews = bench.Application.Interviews;
        SittingReport first = interviews.Finish(interviews.Start(Options).Id);
        interviews.Finish(interviews.Start(Options with { Profile = "new-graduate" }).Id);
        Sitting sitting = interviews.Start(Options);
        interviews.Answer(sitting.Id, "p1 p2 p3", default);

        SittingReport second = interviews.Finish(sitting.Id);

        Assert.Null(first.Previous);
        Assert.Equal(new PreviousSitting(first.SittingId, first.FinishedAt, 0, 0.5), second.Previous);
    }

    [Fact]
    public void RecordLab_Round_KeepsWhatWasMeasured()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(Options);
        LabSummary lab = new("counting", "One more is more.", "holds", 1, [0.5, 1.5], [1, 2], new Dictionary<string, double> { ["more"] = double.NaN }, "abc", "Seen.");

        bench.Application.Interviews.RecordLab(sitting.Id, 1, lab);

        Assert.Equivalent(lab, bench.Reopen().Interviews.Get(sitting.Id).Rounds[0].Lab);
        Assert.Throws<UnknownIdException>(() => bench.Application.Interviews.RecordLab(sitting.Id, 2, lab));
    }

    [Fact]
    public void TakeHint_Round_CostsItsShareInScoreRatingAndReport()
    {
        using Workbench bench = new();
        Interviews interviews = bench.Application.Interviews;
        Sitting sitting = interviews.Start(Options);

        Hint first = interviews.TakeHint(sitting.Id, "p1 is here").Rounds[0].Hints[^1];
        interviews.TakeHint(sitting.Id, "p1 is here");
        interviews.TakeHint(sitting.Id, "p1 is here", round: 1);
        sitting = interviews.Answer(sitting.Id, "p1 p2 p3", default);

        Assert.Equal("p2", first.Item);
        Assert.Equal((1, 0.7), (sitting.Rounds[0].Verdict!.Score, Math.Round(sitting.Rounds[0].Score, 9)));
        Assert.Equal(Rating.Good, bench.Application.Reviews.Card(sitting.Plan[0].Question).LastRating);
        SittingReport report = bench.Reopen().Interviews.Finish(sitting.Id);
        Assert.Equal(3, report.Rounds[0].Hints);
        Assert.Equal(0.35, report.Score, 1e-9);
    }

    [Fact]
    public void TakeHint_KeepsTheDraftAndEndsWithTheRound()
    {
        using Workbench bench = new();
        Interviews interviews = bench.Application.Interviews;
        Sitting sitting = interviews.Start(Options);
        bench.Application.Practice.SaveDraft(DraftKey.ForRound(sitting.Id, 1), "half a thought");

        for (int hint = 0; hint < HintWriter.Most; hint++)
        {
            interviews.TakeHint(sitting.Id);
        }

        Assert.Contains("all are taken", Assert.Throws<SittingStateException>(() => interviews.TakeHint(sitting.Id)).Message, StringComparison.Ordinal);
        Assert.Throws<SittingStateException>(() => interviews.TakeHint(sitting.Id, round: 2));
        Assert.Equal("half a thought", bench.Application.Practice.LoadDraft(DraftKey.ForRound(sitting.Id, 1))!.Text);
    }

    [Fact]
    public void Pause_TimeUntilItGoesOn_DoesNotCount()
    {
        using Workbench bench = new();
        Interviews interviews = bench.Application.Interviews;
        Sitting sitting = interviews.Start(Options);

        interviews.Pause(sitting.Id);
        bench.Clock.Advance(TimeSpan.FromHours(9));
        Sitting paused = interviews.Pause(sitting.Id);
        Sitting resumed = bench.Reopen().Interviews.Resume(sitting.Id);
        interviews = bench.Application.Interviews;
        interviews.Pause(sitting.Id);
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        interviews.Answer(sitting.Id, "p1 p2 p3", TimeSpan.FromSeconds(90));
        SittingReport report = interviews.Finish(sitting.Id);

        Assert.NotNull(paused.PausedAt);
        Assert.Equal((TimeSpan.FromHours(9), (DateTimeOffset?)null), (resumed.Paused, resumed.PausedAt));
        Assert.Equal((90, 9.5 * 3600), (report.AnswerSeconds, report.PausedSeconds));
        Assert.Throws<SittingStateException>(() => interviews.Pause(sitting.Id));
        Assert.Empty(bench.Application.Verify());
    }

    [Fact]
    public void Start_Topic_IsPractisedAndComparedWithItself()
    {
        using Workbench bench = new() { Bank = Gradus.Interview.Questions.Bank.Of(Workbench.MakeBank().Questions.Append(Workbench.Question("seen", "vision"))) };
        Interviews interviews = bench.Application.Interviews;
        interviews.Finish(interviews.Start(Options).Id);

        Sitting sitting = interviews.Start(Options with { Topic = "vision" });
        SittingReport first = interviews.Finish(sitting.Id), second = interviews.Finish(interviews.Start(Options with { Topic = "vision" }).Id);

        Assert.Equal("seen", Assert.Single(sitting.Plan).Question);
        Assert.Equal(("vision", (PreviousSitting?)null), (first.Topic, first.Previous));
        Assert.Equal(first.SittingId, second.Previous!.SittingId);
        Assert.Equal([first.SittingId, second.SittingId], interviews.Trend(second).Select(report => report.SittingId));
        Assert.Contains("vision", Assert.Throws<UnknownIdException>(() => interviews.Start(Options with { Topic = "vison" })).Message, StringComparison.Ordinal);
        Assert.Contains("no question on the topic 'foundations'", Assert.Throws<SittingStateException>(() => interviews.Start(Options with { Topic = "foundations" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_UnknownRound_IsNeitherFollowedUpNorScheduled()
    {
        using Workbench bench = new();
        Interviews interviews = bench.Application.Interviews;
        Sitting sitting = interviews.Start(Options with { Rounds = Gradus.Interview.Questions.RoundMix.Unknown });

        Sitting answered = interviews.Answer(sitting.Id, "p1", default);
        Sitting passed = interviews.Skip(sitting.Id);

        Assert.All(sitting.Plan, planned => Assert.Equal(Gradus.Interview.Questions.RoundKind.Unknown, planned.Kind));
        Assert.Null(answered.Current!.FollowUpOf);
        Assert.All(passed.Rounds.Take(2), round => Assert.Null(bench.Application.Reviews.Card(round.Question).LastRating));
    }

    [Fact]
    public void Abandon_Sitting_EndsItAndKeepsItsAnswers()
    {
        using Workbench bench = new();
        Interviews interviews = bench.Application.Interviews;
        Sitting sitting = interviews.Start(Options);
        interviews.Answer(sitting.Id, "p1", default);

        interviews.Abandon(sitting.Id);

        Assert.Empty(interviews.Unfinished());
        Assert.Throws<SittingStateException>(() => interviews.Finish(sitting.Id));
        Assert.Throws<SittingStateException>(() => interviews.Skip(sitting.Id));
        Assert.Single(bench.Application.History.AnswersTo(sitting.Plan[0].Question));
    }

    [Fact]
    public void Start_BadOptions_AreRefused()
    {
        using Workbench bench = new();

        Assert.Contains("new-graduate", Assert.Throws<UnknownIdException>(() => bench.Application.Interviews.Start(Options with { Profile = "graduate" })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Application.Interviews.Start(Options with { Level = 4 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Application.Interviews.Start(Options with { Minutes = 0 }));
        Assert.Contains("no question for the profile 'nlp'", Assert.Throws<SittingStateException>(() => bench.Application.Interviews.Start(Options with { Profile = "nlp" })).Message, StringComparison.Ordinal);
        Assert.Throws<UnknownIdException>(() => bench.Application.Interviews.Get("nothing"));
    }
}
