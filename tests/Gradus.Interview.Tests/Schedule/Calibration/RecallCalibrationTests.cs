using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Calibration;
using Gradus.Interview.Schedule.Fitting;
using Gradus.Interview.Tests.Schedule.Fitting;

namespace Gradus.Interview.Tests.Schedule.Calibration;

public sealed class RecallCalibrationTests
{
    [Fact]
    public void Of_SmallExample_IsWhatAHandWorksOut()
    {
        // Two alike reviews make one group (foretold 0.7, observed 0.5), a third, after a lapse, another (foretold 0.5, observed 1).
        Foretold[] forecasts = [new(0.8, true, 1, 2, 0), new(0.6, false, 1, 2, 0), new(0.5, true, 9, 4, 1)];

        RecallCalibration calibration = RecallCalibration.Of("x", forecasts);

        Assert.Equal(-(Math.Log(0.8) + Math.Log(0.4) + Math.Log(0.5)) / 3, calibration.LogLoss, 1e-12);
        Assert.Equal(Math.Sqrt(((2 * 0.04) + 0.25) / 3), calibration.RmseBins, 1e-12);
        Assert.Equal([new RecallGroup(0.5, 1, 1), new RecallGroup(0.6, 0, 1), new RecallGroup(0.8, 1, 1)], calibration.Reliability);
    }

    [Fact]
    public void Of_NoForecasts_IsNotANumber() => Assert.True(double.IsNaN(RecallCalibration.Of("x", []).LogLoss));

    [Fact]
    public void MovingAverage_Reviews_LooksOnlyBack()
    {
        ReviewLog log = ReviewLog.Of([[(Rating.Good, -1, 0L), (Rating.Again, 1, 1L), (Rating.Good, 2, 3L)], [(Rating.Good, -1, 0L), (Rating.Good, 2, 2L)]]);

        IReadOnlyList<Foretold> forecasts = RecallForecast.MovingAverage(log);

        // In the order of time: 0.9 of ten, then with one forgotten, then with one remembered too.
        Assert.Equal([9.0 / 10, 9.0 / 11, 10.0 / 12], forecasts.Select(one => one.Recall), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([false, true, true], forecasts.Select(one => one.Remembered));
    }

    [Fact]
    public void Sm2_Card_FollowsItsIntervals()
    {
        ReviewLog log = ReviewLog.Of([[(Rating.Good, -1, 0L), (Rating.Good, 1, 1L), (Rating.Easy, 6, 7L), (Rating.Again, 15, 22L), (Rating.Good, 2, 24L)]]);

        IReadOnlyList<Foretold> forecasts = RecallForecast.Sm2(log);

        // Intervals 1, 6, then 6 times the ease 2.5 + 0.1 of the Easy before; after Again 1 once more.
        Assert.Equal([0.9, 0.9, Math.Pow(0.9, 15 / (6 * 2.6)), Math.Pow(0.9, 2)], forecasts.Select(one => one.Recall), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([(2, 0), (3, 0), (4, 0), (5, 1)], forecasts.Select(one => (one.Number, one.Lapses)));
    }

    [Fact]
    public void Fsrs_SimulatedPerson_TruthIsBetterCalibratedThanTheBaselines()
    {
        ReviewLog log = SimulatedLog.Make(Fsrs6.DefaultWeights, 300, 12, 21);

        RecallCalibration truth = RecallCalibration.Of("truth", RecallForecast.Fsrs(log, Fsrs6.DefaultWeights));
        RecallCalibration average = RecallCalibration.Of("average", RecallForecast.MovingAverage(log));
        RecallCalibration sm2 = RecallCalibration.Of("SM-2", RecallForecast.Sm2(log));

        Assert.True(truth.LogLoss < average.LogLoss && truth.LogLoss < sm2.LogLoss);
        Assert.True(truth.RmseBins < average.RmseBins && truth.RmseBins < sm2.RmseBins);
        Assert.All(truth.Reliability, group => Assert.Equal(group.Foretold, group.Observed, 0.08));
        Assert.Equal(log.Scored, truth.Reliability.Sum(group => group.Reviews));
        Assert.Equal(WeightFitter.LogLoss(log, Fsrs6.DefaultWeights), truth.LogLoss, 1e-9);
    }
}
