using Gradus.Learning.Layers;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Schedules;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Schedules;

/// <summary>On a quadratic the theory is known: gradient descent falls below 2 / c, where c is the largest curvature, and falls apart above.</summary>
public sealed class LearningRateRangeTests
{
    [Fact]
    public void Run_Quadratic_FindsWhereDescentFallsApart()
    {
        (Linear model, Sgd optimizer, Func<double> step) = Quadratic(curvature: 4);
        double[] before = Weights(model);

        LearningRateRange range = new LearningRateRangeTest { Start = 1e-4, End = 10, Smoothing = 0 }.Run(model, optimizer, step);

        Assert.InRange(range.Lowest!.Value, 0.05, 0.75);
        Assert.InRange(range.Steepest!.Value, 1e-3, range.Lowest.Value);
        Assert.True(range.Rates[^1] < 10, "it should have ended before the last rate");
        Assert.True(range.Losses[^1] > 4 * range.Losses.Min());
        Assert.Equal(before, Weights(model));
        Assert.Equal(0.0625, optimizer.LearningRate);
    }

    [Fact]
    public void Run_LossThatIsNotFinite_EndsThere()
    {
        (Linear model, Sgd optimizer, _) = Quadratic(curvature: 1);
        int calls = 0;

        LearningRateRange range = new LearningRateRangeTest { Smoothing = 0 }.Run(model, optimizer, () => ++calls == 5 ? double.NaN : 1);

        Assert.Equal(4, range.Rates.Count);
        Assert.Null(range.Steepest);
        Assert.Equal(5, calls);
    }

    [Fact]
    public void Run_Throws_PutsModelAndOptimizerBack()
    {
        (Linear model, Sgd optimizer, Func<double> step) = Quadratic(curvature: 1);
        double[] before = Weights(model);
        int calls = 0;

        Assert.Throws<TimeoutException>(() => new LearningRateRangeTest { Start = 0.1 }.Run(model, optimizer, () => calls++ < 3 ? step() : throw new TimeoutException()));

        Assert.Equal(before, Weights(model));
        Assert.Equal(0.0625, optimizer.LearningRate);
    }

    [Fact]
    public void Run_BadOptions_AreRefused()
    {
        (Linear model, Sgd optimizer, Func<double> step) = Quadratic(curvature: 1);

        Assert.Contains("0 < Start < End", Assert.Throws<ArgumentException>(() => new LearningRateRangeTest { Start = 0 }.Run(model, optimizer, step)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new LearningRateRangeTest { Steps = 2 }.Run(model, optimizer, step));
    }

    // The loss c w² / 2.
    private static (Linear Model, Sgd Optimizer, Func<double> Step) Quadratic(double curvature)
    {
        Linear model = new(3, 1, bias: false, dtype: DType.Float64);
        Sgd optimizer = new(model.Parameters(), 0.0625);
        return (model, optimizer, () => optimizer.Step(() =>
        {
            optimizer.ZeroGrad();
            Tensor loss = model.Weight.Square().Sum() * (curvature / 2);
            loss.Backward();
            return loss;
        }).Item());
    }

    private static double[] Weights(Linear model) => model.Weight.ToArray<double>();

    [Fact]
    public void Run_NegativeLosses_EndsOnlyWhereTheyRise()
    {
        (Linear model, Sgd optimizer, _) = Quadratic(curvature: 1);
        int calls = 0;

        LearningRateRange range = new LearningRateRangeTest { Smoothing = 0 }.Run(model, optimizer, () => ++calls <= 20 ? -calls : 41);

        Assert.Equal(21, range.Rates.Count);
        Assert.Equal(-20, range.Losses[^2]);
    }
}
