using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Interview.Tests.Schedule.Fitting;

public sealed class WeightFitterTests
{
    private static readonly double[] Forgetful = [.. Fsrs6.DefaultWeights.Select((weight, i) => i switch { < 4 => weight * 0.4, 8 => 1.4, 20 => 0.35, _ => weight })];
    private static readonly double[] Lasting = [.. Fsrs6.DefaultWeights.Select((weight, i) => i switch { < 4 => weight * 3, 8 => 2.3, 11 => 2.2, 20 => 0.12, _ => weight })];

    [Fact]
    public void Fit_PublicLog_IsBetterThanThePublishedOptimum()
    {
        ReviewLog log = PublicLog.Read();

        IReadOnlyList<double> fitted = WeightFitter.Fit(log, TestContext.Current.CancellationToken);

        Assert.Equal(5329, log.Scored);
        Assert.Equal(0.458662, WeightFitter.LogLoss(log, Fsrs6.DefaultWeights), 5e-6);
        Assert.InRange(WeightFitter.LogLoss(log, fitted), 0.40, 0.4390);
    }

    public static TheoryData<string, double[]> People => new() { { "forgetful", Forgetful }, { "lasting", Lasting }, { "average", [.. Fsrs6.DefaultWeights] } };

    [Theory]
    [MemberData(nameof(People))]
    public void Fit_SimulatedPerson_ForetellsTheirOtherReviewsAsTheTruthDoes(string name, double[] truth)
    {
        ReviewLog log = SimulatedLog.Make(truth, 800, 15, 11);
        ReviewLog other = SimulatedLog.Make(truth, 800, 15, 12);

        IReadOnlyList<double> fitted = WeightFitter.Fit(log, TestContext.Current.CancellationToken);

        double limit = 1.01 * WeightFitter.LogLoss(other, truth);
        Assert.True(WeightFitter.LogLoss(other, fitted) <= limit, $"{name}: {WeightFitter.LogLoss(other, fitted)} > {limit}");
        Assert.True(WeightFitter.LogLoss(log, fitted) <= 1.01 * WeightFitter.LogLoss(log, truth), name);
    }

    [Fact]
    public void Fit_SameLog_GivesTheSameWeights()
    {
        ReviewLog log = SimulatedLog.Make(Forgetful, 60, 8, 5);

        Assert.Equal(WeightFitter.Fit(log, TestContext.Current.CancellationToken), WeightFitter.Fit(log, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(3, FitStage.None)]
    [InlineData(7, FitStage.None)]
    [InlineData(8, FitStage.FirstStabilities)]
    [InlineData(63, FitStage.FirstStabilities)]
    [InlineData(64, FitStage.All)]
    public void StageFor_NumberOfReviews_DecidesWhatIsFitted(int scored, FitStage stage) => Assert.Equal(stage, WeightFitter.StageFor(scored));

    [Fact]
    public void Fit_FewReviews_MovesOnlyTheFirstStabilities()
    {
        ReviewLog log = SimulatedLog.Make(Forgetful, 15, 4, 9);
        Assert.Equal(FitStage.FirstStabilities, WeightFitter.StageFor(log.Scored));

        IReadOnlyList<double> fitted = WeightFitter.Fit(log, TestContext.Current.CancellationToken);

        Assert.Equal(Fsrs6.DefaultWeights.Skip(4), fitted.Skip(4));
        Assert.NotEqual(Fsrs6.DefaultWeights.Take(4), fitted.Take(4));
    }

    [Theory]
    [InlineData(Rating.Again)]
    [InlineData(Rating.Easy)]
    public void Fit_OneSidedLog_StaysWithinTheBounds(Rating always)
    {
        ReviewLog log = ReviewLog.Of(Enumerable.Range(0, 50).Select(card => Enumerable.Range(0, 10).Select(i => (always, i == 0 ? -1 : 1 + (card % 3), (long)i))));

        IReadOnlyList<double> fitted = WeightFitter.Fit(log, TestContext.Current.CancellationToken);

        Assert.Equal(fitted, new Fsrs6(fitted).Weights);
        Assert.True(double.IsFinite(WeightFitter.LogLoss(log, fitted)));
    }

    [Fact]
    public void Fit_NoReviews_GivesTheDefaults() => Assert.Equal(Fsrs6.DefaultWeights, WeightFitter.Fit(ReviewLog.Of(Array.Empty<CardReviews>()), TestContext.Current.CancellationToken));

    [Fact]
    public void Make_PersonUnlikeTheDefaults_IsBetterOnHeldOutDays()
    {
        FitReport report = FitReport.Make(SimulatedLog.Make(Forgetful, 200, 12, 3), Fsrs6.DefaultWeights, TestContext.Current.CancellationToken);

        Assert.True(report.Better);
        Assert.True(report.LossAfter < report.LossBefore);
        Assert.InRange(report.HeldOut, report.Scored / 2, report.Scored);
    }

    [Fact]
    public void Make_WeightsInForceAreTheTruth_IsNotBetter()
    {
        FitReport report = FitReport.Make(SimulatedLog.Make(Lasting, 25, 6, 4), Lasting, TestContext.Current.CancellationToken);

        Assert.False(report.Better);
    }

    [Fact]
    public void Make_FewReviews_KeepsWhatIsInForce()
    {
        FitReport report = FitReport.Make(SimulatedLog.Make(Lasting, 2, 3, 4), Forgetful, TestContext.Current.CancellationToken);

        Assert.Equal((FitStage.None, false), (report.Stage, report.Better));
        Assert.Equal(Forgetful, report.Weights);
    }
}
