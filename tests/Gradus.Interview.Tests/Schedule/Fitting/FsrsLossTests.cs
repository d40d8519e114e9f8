using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Interview.Tests.Schedule.Fitting;

public sealed class FsrsLossTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sum_Gradient_IsThatOfSmallDifferences(ulong seed)
    {
        SeededChoice choice = new(seed);
        double[] w = [.. Fsrs6.DefaultWeights.Select((weight, i) => Math.Clamp(weight * (0.8 + (0.4 * choice.NextDouble())), Fsrs6.Bounds[i].Low + 1e-3, Fsrs6.Bounds[i].High))];
        ReviewLog log = SimulatedLog.Make(Fsrs6.DefaultWeights, 60, 12, seed);
        double[] shares = log.Share(long.MinValue, long.MaxValue);
        FsrsLoss loss = new(log);
        double[] gradient = new double[w.Length];
        loss.Sum(w, shares, gradient);

        Assert.All(Enumerable.Range(0, w.Length), i =>
        {
            double step = 1e-6 * Math.Max(0.01, Math.Abs(w[i]));
            double[] up = [.. w];
            double[] down = [.. w];
            up[i] += step;
            down[i] -= step;
            double slope = (loss.Sum(up, shares, []) - loss.Sum(down, shares, [])) / (2 * step);
            Assert.Equal(slope, gradient[i], 2e-4 * Math.Max(1, Math.Abs(slope)));
        });
        Assert.All(gradient, slope => Assert.NotEqual(0, slope));
    }

    [Fact]
    public void Recalls_Log_AreThoseOfTheModelStepByStep()
    {
        ReviewLog log = ReviewLog.Of([[(Rating.Again, -1, 1L), (Rating.Good, 0, 1L), (Rating.Good, 1, 2L), (Rating.Easy, 3, 5L), (Rating.Again, 30, 35L), (Rating.Hard, 2, 37L)]]);
        Fsrs6 model = new();
        MemoryState state = model.Next(model.First(Rating.Again), Rating.Good, 0);
        double first = model.Retrievability(state.Stability, 1);
        state = model.Next(state, Rating.Good, 1);
        double second = model.Retrievability(state.Stability, 3);

        double[] recalls = new FsrsLoss(log).Recalls([.. Fsrs6.DefaultWeights]);

        Assert.Equal([double.NaN, double.NaN, first, second], recalls[..4], (a, b) => (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) < 1e-12);
        Assert.Equal((6, 4), (log.Count, log.Scored));
    }
}
