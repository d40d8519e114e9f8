using Gradus.Hosting.Services;
using Gradus.Hosting.Tests.Exchange;
using Gradus.Interview.Log;
using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Calibration;
using Gradus.Interview.Schedule.Fitting;
using Gradus.Labs.Figures;

namespace Gradus.Hosting.Tests.Services;

public sealed class ReviewMemoryTests
{
    [Fact]
    public void Optimize_PersonUnlikeTheDefaults_KeepsWeightsAndMovesNoDate()
    {
        using Workbench bench = new();
        Forgetter.Live(bench, cards: 60, days: 120);
        Dictionary<string, CardState> before = Cards(bench);

        FitReport report = bench.Application.Memory.Optimize(TestContext.Current.CancellationToken);

        Assert.True(report.Better, $"{report.HeldOutBefore} before, {report.HeldOutAfter} after");
        Assert.Equal(report.Weights, bench.Reopen().Memory.Weights);
        Assert.Equal(report.HeldOutAfter, Assert.IsType<WeightsFitted>(bench.Application.Memory.LastFit!.Event).LossAfter);
        Dictionary<string, CardState> after = Cards(bench);
        Assert.All(before, pair => Assert.Equal(pair.Value, after[pair.Key] with { Memory = pair.Value.Memory }));
        Assert.Contains(before, pair => pair.Value.Memory != after[pair.Key].Memory);
        Assert.Empty(bench.Application.Verify());
    }

    [Fact]
    public void Optimize_FewReviews_KeepsNothing()
    {
        using Workbench bench = new();
        bench.Application.Reviews.Rate("question-1", Rating.Good);

        FitReport report = bench.Application.Memory.Optimize(TestContext.Current.CancellationToken);

        Assert.Equal((FitStage.None, false), (report.Stage, report.Better));
        Assert.Null(bench.Application.Memory.LastFit);
        Assert.Equal(Fsrs6.DefaultWeights, bench.Application.Memory.Weights);
    }

    [Fact]
    public void Reschedule_AfterAFit_MovesDatesWithoutAFlood()
    {
        using Workbench bench = new();
        Forgetter.Live(bench, cards: 60, days: 120);
        bench.Application.Memory.Optimize(TestContext.Current.CancellationToken);
        Dictionary<string, CardState> before = Cards(bench);
        ReschedulePlan planned = bench.Application.Memory.PlanReschedule();
        Assert.Equal(before, Cards(bench));

        ReschedulePlan plan = bench.Application.Memory.Reschedule();

        Assert.NotEmpty(plan.Moved);
        Assert.Equal(planned.Moved, plan.Moved);
        Assert.All(plan.Load, day => Assert.InRange(day, 0, plan.DailyLimit));
        Assert.All(plan.Moved, date => Assert.Equal(date.Day, DateOnly.FromDateTime(bench.Application.Reviews.Card(date.Question).Due!.Value.UtcDateTime)));
        Assert.Empty(bench.Reopen().Memory.PlanReschedule().Moved);
    }

    [Fact]
    public void Calibrate_Log_NamesEveryMethodOverTheSameReviews()
    {
        using Workbench bench = new();
        Forgetter.Live(bench, cards: 30, days: 60);

        IReadOnlyList<RecallCalibration> methods = bench.Application.Memory.Calibrate();
        Figure figure = CalibrationFigure.Make(methods);

        Assert.Equal(["FSRS-6, your weights", "FSRS-6, defaults", "moving average", "SM-2"], methods.Select(method => method.Name));
        Assert.Single(methods.Select(method => method.Reviews).Distinct());
        Assert.True(methods[0].Reviews > 50);
        Assert.Equal(5, figure.Marks.Count);
        Assert.Contains(methods[0].Name, figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ScheduledCards_AreCountedOnTheirDays()
    {
        using Workbench bench = new();
        CardState card = bench.Application.Reviews.Rate("question-1", Rating.Easy);
        bench.Application.Reviews.Rate("question-2", Rating.Again);

        IReadOnlyList<int> load = bench.Application.Memory.Load(card.IntervalDays + 1);

        Assert.Equal((1, 1, 2), (load[0], load[card.IntervalDays], load.Sum()));
    }

    private static Dictionary<string, CardState> Cards(Workbench bench) =>
        bench.Application.Reviews.Upcoming(36500).Concat(bench.Application.Reviews.Due()).ToDictionary(item => item.Card.Id, item => item.Card, StringComparer.Ordinal);
}
