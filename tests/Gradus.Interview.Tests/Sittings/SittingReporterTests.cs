using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Interview.Tests.Sittings;

public sealed class SittingReporterTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    private static readonly Question[] Bank = [Verdicts.Question("a", "t1"), Verdicts.Question("b", "t2"), Verdicts.Question("c", "t1")];
    private static readonly SittingReporter Reporter = new(id => Bank.FirstOrDefault(question => question.Id == id), id => id == "a" ? Start.AddDays(2) : null);

    [Fact]
    public void Report_Rounds_MeansOverQuestionsTopicsAndFacets()
    {
        SittingReport report = Report(
            Round(1, "a", Verdicts.Of("a", 0.75, ["p1", "p2"])),
            Round(2, "b", Verdicts.Of("b", 0.5, ["p1"])),
            Round(3, "c", null));

        Assert.Equal((0.75 + 0.5 + 0) / 3, report.Score, 1e-12);
        Assert.Equal([new TopicScore("t1", 0.375, 2), new TopicScore("t2", 0.5, 1)], report.Topics);
        Assert.Equal([(Facet.Principle, 2 / 3.0), (Facet.Reason, 1 / 3.0), (Facet.Pitfall, 0)], report.Facets.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([false, false, true], report.Rounds.Select(round => round.Skipped));
        Assert.Equal((3, 3, 180), (report.Asked, report.Planned, report.AnswerSeconds));
        Assert.Equal(new RoundScore(1, "a", "About a", "t1", null, 0.75, false, 60, 100, Start.AddDays(2)), report.Rounds[0]);
    }

    [Fact]
    public void Report_FollowUp_CountsHalfForWhatItBroughtOut()
    {
        // p1 weighs 2 of 4, p2 and p3 1 each: the follow-up brings out p3, and repeats p1, which counted before.
        SittingReport report = Report(
            Round(1, "a", Verdicts.Of("a", 0.5, ["p1"])),
            Round(2, "a", Verdicts.Of("a", 1, ["p1", "p3"])) with { FollowUpOf = 1 });

        Assert.Equal(0.5 + (0.5 * 0.25), report.Score, 1e-12);
        Assert.Equal(1, report.Asked);
        Assert.Equal(["p2"], report.Fixes.Select(fix => fix.Item));
    }

    [Fact]
    public void Report_Fixes_WrongThenUnansweredThenMissedOneAQuestion()
    {
        SittingReport report = Report(
            Round(1, "a", Verdicts.Of("a", 0.25, ["p2"])),
            Round(2, "b", null),
            Round(3, "c", Verdicts.Of("c", 0.2, ["p3"], [("m1", "it is always so")])));

        Assert.Equal(
            [
                new Fix(FixKind.Misconception, "c", "About c", "m1", "it is always so", "Right is this.", "lab-c", null),
                new Fix(FixKind.Unanswered, "b", "About b", "p1", "b?", "One.", "lab-b", null),
                new Fix(FixKind.MissedPoint, "a", "About a", "p1", "Fact p1.", "Say p1.", "lab-a", Start.AddDays(2)),
            ],
            report.Fixes);
    }

    [Fact]
    public void Report_MissedPointWithASentenceThatCameNear_NamesIt()
    {
        Verdict verdict = Verdicts.Of("a", 0.5, ["p1"]);
        verdict = verdict with { Points = [.. verdict.Points.Select(point => point.Id == "p2" ? point with { Near = new Evidence("It is so because.", 3, 17), WrongWord = "so" } : point)] };

        SittingReport report = Report(Round(1, "a", verdict));

        Assert.Equal([("p2", "It is so because.", "so"), ("p3", null, null)], report.Fixes.Select(fix => (fix.Item, fix.Near, fix.WrongWord)));
    }

    [Fact]
    public void Report_OneQuestion_FillsUpWithItsOtherFaults()
    {
        SittingReport report = Report(Round(1, "a", Verdicts.Of("a", 0, [], [("m1", "x")])));

        Assert.Equal(["m1", "p1", "p2"], report.Fixes.Select(fix => fix.Item));
    }

    [Fact]
    public void Report_RefusedAnswer_IsUnanswered() =>
        Assert.Equal(FixKind.Unanswered, Assert.Single(Report(Round(1, "a", Verdicts.Of("a", 0, refusal: "empty"))).Fixes).Kind);

    [Fact]
    public void Report_MisconceptionInAFollowUp_IsNamed() =>
        Assert.Equal("m1", Report(
            Round(1, "a", Verdicts.Of("a", 1, ["p1", "p2", "p3"])),
            Round(2, "a", Verdicts.Of("a", 0, [], [("m1", "x")])) with { FollowUpOf = 1 }).Fixes[0].Item);

    [Fact]
    public void Report_QuestionThatLeftTheBank_IsKnownByItsId()
    {
        SittingReport report = Report(Round(1, "gone", Verdicts.Of("gone", 0.5, ["p1"])), Round(2, "gone", null));

        Assert.Equal(("gone", ""), (report.Rounds[0].Title, report.Rounds[0].Topic));
        Assert.Equal(0.25, report.Score);
        Assert.Null(report.Fixes[0].Lab);
    }

    [Fact]
    public void Report_Hints_CostATenthOfTheirRound()
    {
        Hint hint = new("p1", "", HintWriter.Cost);

        SittingReport report = Report(
            Round(1, "a", Verdicts.Of("a", 0.5, ["p1"])) with { Hints = [hint, hint] },
            Round(2, "a", Verdicts.Of("a", 1, ["p3"])) with { FollowUpOf = 1, Hints = [hint] });

        Assert.Equal((0.5 * 0.8) + (0.5 * 0.25 * 0.9), report.Score, 1e-12);
        Assert.Equal([(0.4, 2), (0.9, 1)], report.Rounds.Select(round => (Math.Round(round.Score, 12), round.Hints)));
    }

    [Fact]
    public void Report_RoundWithAStructure_NamesTheMissingPartNotTheFacts()
    {
        AnswerStructure structure = new(RoundKind.Unknown, 0.1, [new("known", "What you do know", 1, "", null), new("gap", "The gap", 0, "Name the gap.", null)], []);

        SittingReport report = Report(Round(1, "a", Verdicts.Of("a", 0.5) with { Structure = structure }) with { Kind = RoundKind.Unknown });

        Assert.Equal([new Fix(FixKind.MissingPart, "a", "About a", "gap", "The gap", "Name the gap.", "lab-a", Start.AddDays(2))], report.Fixes);
        Assert.Empty(report.Facets);
        Assert.Equal((RoundKind.Unknown, structure.Parts), (report.Rounds[0].Kind, report.Rounds[0].Parts));
    }

    [Fact]
    public void Report_Pauses_AreToldAndDoNotCount()
    {
        Sitting sitting = Sitting(Round(1, "a", Verdicts.Of("a", 1, ["p1", "p2", "p3"]))) with { Paused = TimeSpan.FromMinutes(2), PausedAt = Start.AddMinutes(29) };

        SittingReport report = Reporter.Report(sitting, Start.AddMinutes(30), null);

        Assert.Equal((180, 60), (report.PausedSeconds, report.AnswerSeconds));
    }

    [Fact]
    public void Report_NothingAsked_IsEmptyNotANumberThatIsNone()
    {
        SittingReport report = Report();

        Assert.Equal((0, 0), (report.Score, report.Asked));
        Assert.Empty(report.Fixes);
    }

    [Fact]
    public void Report_Previous_IsCompared()
    {
        SittingReport first = Report(Round(1, "a", Verdicts.Of("a", 0.25, ["p2"])));

        SittingReport second = Reporter.Report(Sitting(Round(1, "a", Verdicts.Of("a", 0.75, ["p1", "p2"]))), Start, first);

        Assert.Equal(new PreviousSitting("s", first.FinishedAt, 0.25, 0.5), second.Previous);
    }

    private static SittingReport Report(params SittingRound[] rounds) => Reporter.Report(Sitting(rounds), Start.AddMinutes(30), null);

    private static Sitting Sitting(params SittingRound[] rounds) => new()
    {
        Id = "s",
        Options = new InterviewOptions(),
        StartedAt = Start,
        LastActivity = Start,
        Plan = [new("a", "a?"), new("b", "b?"), new("c", "c?")],
        Rounds = rounds,
    };

    private static SittingRound Round(int number, string question, Verdict? verdict) => new()
    {
        Number = number,
        Question = question,
        Ask = question + "?",
        AskedAt = Start,
        AnswerId = verdict is null ? null : $"answer-{number}",
        Answer = verdict is null ? null : "text",
        Elapsed = TimeSpan.FromSeconds(60),
        Verdict = verdict,
        Skipped = verdict is null,
    };
}
