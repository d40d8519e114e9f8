using Gradus.Hosting.Services.Mastery;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Tests.Services.Mastery;

public sealed class MasteryMapTests
{
    [Fact]
    public void Concepts_NothingDone_AreNew()
    {
        using Workbench bench = new();

        MasteryReport report = bench.Application.Mastery.Read();

        Assert.All(report.Concepts, concept => Assert.Equal((MasteryState.New, 0.0), (concept.State, concept.Mastery)));
        Assert.Equal((0, 0, 0), (report.Streak, report.LongestStreak, report.DaysOfLast28));
        Assert.Empty(report.Strongest);
        Assert.Empty(report.Weakest);
        Assert.Equal(28, report.Load.Count);
    }

    [Fact]
    public void Concepts_GoodAnswer_IsMasteredAndFadesWithTime()
    {
        using Workbench bench = new();
        bench.Application.Practice.Answer("question-1", "p1 p2 p3", default);

        ConceptMastery fresh = Concept(bench, "question-1");
        bench.Clock.Advance(TimeSpan.FromDays(4000));
        ConceptMastery faded = Concept(bench, "question-1");

        Assert.Equal((MasteryState.Mastered, 1.0, 1.0, 1), (fresh.State, fresh.Mastery, fresh.Quality, fresh.Answers));
        Assert.True(faded.Recall < 0.65);
        Assert.Equal(faded.Recall!.Value * 1.0, faded.Mastery, 12);
        Assert.NotEqual(MasteryState.Mastered, faded.State);
    }

    [Fact]
    public void Concepts_RatedWithoutAnswer_CountsByItsRating()
    {
        using Workbench bench = new();
        bench.Application.Reviews.Rate("question-1", Rating.Again);
        bench.Application.Reviews.Rate("question-2", Rating.Easy);

        Assert.Equal(MasteryState.Weak, Concept(bench, "question-1").State);
        Assert.Equal(MasteryState.Mastered, Concept(bench, "question-2").State);
    }

    [Fact]
    public void Concepts_Needs_AreMissingUntilMastered()
    {
        using Workbench bench = new() { Bank = Bank.Of([Workbench.Question("a"), Workbench.Question("b") with { Needs = ["a", "gone"] }]) };

        Assert.Equal(["a"], Concept(bench, "b").Missing.Select(need => need.Id));
        Assert.Equal(["a"], bench.Application.Mastery.Read().Ready.Select(concept => concept.Question.Id));
        bench.Application.Practice.Answer("a", "p1 p2 p3", default);

        Assert.Empty(Concept(bench, "b").Missing);
        Assert.Equal(["b"], bench.Application.Mastery.Read().Ready.Select(concept => concept.Question.Id));
    }

    [Fact]
    public void Read_Topics_AreMeansAndRestOnOtherTopics()
    {
        using Workbench bench = new() { Bank = Bank.Of([Workbench.Question("a", "vision"), Workbench.Question("b", "vision") with { Needs = ["c", "a"] }, Workbench.Question("c", "foundations")]) };
        bench.Application.Practice.Answer("a", "p1 p2 p3", default);

        TopicMastery vision = bench.Application.Mastery.Read().Topics.Single(topic => topic.Topic == "vision");

        Assert.Equal((0.5, 2, 1, 1), (vision.Mastery, vision.Questions, vision.Met, vision.Mastered));
        Assert.Equal(["foundations"], vision.Needs);
    }

    [Fact]
    public void Read_StrongestAndWeakest_AreInOrder()
    {
        using Workbench bench = new();
        bench.Application.Practice.Answer("question-1", "p2", default);
        bench.Application.Practice.Answer("question-2", "p1 p2 p3", default);
        bench.Application.Practice.Answer("question-3", "p1 p2", default);

        MasteryReport report = bench.Application.Mastery.Read();

        Assert.Equal(["question-2", "question-3"], report.Strongest.Select(concept => concept.Question.Id));
        Assert.Equal("question-1", report.Weakest[0].Question.Id);
    }

    [Fact]
    public void Read_DaysOfPractice_CountByStudyDayAndBearAnEmptyToday()
    {
        using Workbench bench = new();
        foreach (int days in (int[])[1, 1, 2, 1, 1])
        {
            bench.Application.Practice.Answer("question-1", "p1", default);
            bench.Application.Reviews.Rate("question-2", Rating.Good);
            bench.Clock.Advance(TimeSpan.FromDays(days));
        }

        // Days 0, 1, 2, 4 and 5 were used, and day 6 has only begun.
        MasteryReport report = bench.Application.Mastery.Read(daysBack: 7);

        Assert.Equal((2, 3, 5), (report.Streak, report.LongestStreak, report.DaysOfLast28));
        Assert.Equal([2, 2, 2, 0, 2, 2, 0], report.Done.Select(day => day.Total));
        Assert.Equal((1, 1, 0), (report.Done[0].Answers, report.Done[0].Reviews, report.Done[0].Labs));
        Assert.Equal(report.Today, report.Done[^1].Day);
    }

    [Fact]
    public void Read_Load_HoldsWhatIsOverdueToday()
    {
        using Workbench bench = new();
        bench.Application.Practice.Answer("question-1", "p1 p2 p3", default);
        int interval = bench.Application.Reviews.Card("question-1").IntervalDays;

        Assert.Equal(1, bench.Application.Mastery.Read(daysAhead: interval + 1).Load[interval].Reviews);
        bench.Clock.Advance(TimeSpan.FromDays(interval + 3));

        Assert.Equal(1, bench.Application.Mastery.Read().Load[0].Reviews);
    }

    [Fact]
    public void Concepts_EventsOfAnEarlierTime_AreToldInTheOrderOfTime()
    {
        using Workbench bench = new();
        bench.Application.Practice.Answer("question-1", "p1 p2 p3", default);
        Assert.Equal(1.0, Concept(bench, "question-1").Quality);
        bench.Clock.Advance(TimeSpan.FromDays(-1));
        bench.Application.Practice.Answer("question-1", "p1", default);
        bench.Clock.Advance(TimeSpan.FromDays(1));

        // The answer of yesterday, half right, came into the log later; the one of today still weighs more.
        Assert.Equal((0.6 * 1) + (0.4 * 0.5), Concept(bench, "question-1").Quality!.Value, 12);
    }

    [Fact]
    public void Read_OtherProcess_IsSeen()
    {
        using Workbench bench = new();
        _ = bench.Application.Mastery.Read();
        using (Gradus.Hosting.Services.GradusApplication other = bench.Another())
        {
            other.Practice.Answer("question-1", "p1 p2 p3", default);
        }

        Assert.Equal(MasteryState.Mastered, Concept(bench, "question-1").State);
    }

    private static ConceptMastery Concept(Workbench bench, string id) => bench.Application.Mastery.Concepts().Single(concept => concept.Question.Id == id);
}
