using Gradus.Learning.Training;
using Gradus.Learning.Training.Statistics;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training.Statistics;

public sealed class StatisticsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_KnownValues_GivesTheirFigures()
    {
        TensorStatistics figures = TensorStatistics.Of("x", Tensor.From([1f, 0, -2, 0, float.NaN, 6, float.PositiveInfinity], 7));

        Assert.Equal(("x", 7L, 1.0, -2.0, 6.0, 0.4, 2L), (figures.Name, figures.Count, figures.Mean, figures.Least, figures.Greatest, figures.ZeroShare, figures.NotFinite));
        Assert.Equal(Math.Sqrt(41), figures.Norm, 12);
        Assert.Equal(Math.Sqrt(36.0 / 5), figures.StandardDeviation, 12);
    }

    [Fact]
    public void Of_NothingFinite_GivesZeros() => Assert.Equal(new TensorStatistics("y", 2, 0, 0, 0, 0, 0, 0, 2), TensorStatistics.Of("y", Tensor.Full(double.NaN, DType.Float64, 2)));

    [Fact]
    public void Of_FarFromZero_KeepsItsDigits()
    {
        // The mean of squares less the square of the mean would leave nothing of a spread of 1 at 1e9.
        TensorStatistics figures = TensorStatistics.Of("z", Tensor.From([1e9 - 1, 1e9 + 1], 2));

        Assert.Equal((1e9, 1.0), (figures.Mean, figures.StandardDeviation));
    }

    [Fact]
    public void Fit_EverySoManySteps_ShowsEachParameterAndLayer()
    {
        SmallTraining training = new(new TrainerOptions { Epochs = 2, StatisticsEvery = 5 });
        List<(int Step, StepStatistics Statistics)> seen = [];

        training.Fit(new Watcher(progress => seen.AddRange(progress.Statistics is { } statistics ? [(((progress.Epoch - 1) * SmallTraining.Batches) + progress.Step, statistics)] : Array.Empty<(int, StepStatistics)>())), Token);

        Assert.Equal([1, 6, 11], seen.Select(each => each.Step));
        Assert.All(seen, each => Assert.Equal(training.Model.NamedParameters().Select(entry => entry.Name), each.Statistics.Gradients.Select(entry => entry.Name)));
        Assert.All(seen, each => Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7"], each.Statistics.Activations.Select(entry => entry.Name)));
        TensorStatistics rectified = seen[0].Statistics.Activations[2], dropped = seen[0].Statistics.Activations[3];
        Assert.Equal(0, rectified.Least);
        Assert.InRange(rectified.ZeroShare, 0.2, 0.8);
        Assert.True(dropped.ZeroShare > rectified.ZeroShare);
    }

    [Fact]
    public void Fit_Statistics_ChangeNoBitAndShowGradientsAsTheStepSeesThem()
    {
        TrainerOptions options = new() { Epochs = 1, Accumulation = 6, StatisticsEvery = 1, RestoreBest = false };
        List<StepStatistics> seen = [];
        List<double> norms = [];
        SmallTraining watched = new(options), plain = new(options with { StatisticsEvery = null });

        TrainingHistory history = watched.Fit(new Watcher(progress => seen.AddRange(progress.Statistics is { } statistics ? [statistics] : Array.Empty<StepStatistics>())), Token);
        plain.Fit(cancellationToken: Token);

        norms.AddRange(seen.Select(each => Math.Sqrt(each.Gradients.Sum(gradient => gradient.Norm * gradient.Norm))));
        Assert.Equal(plain.Bits(), watched.Bits());
        Assert.Equal([0, 0, 0, 0, 0], norms[..5]);
        Assert.Equal(history.Epochs[0].GradientNorm!.Value, norms[5], 6);
    }

    [Fact]
    public void Fit_Accumulation_LooksWhereTheGradientsAreWhole()
    {
        SmallTraining training = new(new TrainerOptions { Epochs = 2, StatisticsEvery = 4, Accumulation = 2 });
        List<(int Step, StepStatistics Statistics)> seen = [];

        training.Fit(new Watcher(progress => seen.AddRange(progress.Statistics is { } statistics ? [(((progress.Epoch - 1) * SmallTraining.Batches) + progress.Step, statistics)] : Array.Empty<(int, StepStatistics)>())), Token);

        Assert.Equal([1, 2, 5, 6, 9, 10], seen.Select(each => each.Step));
        Assert.All(seen, each => Assert.Equal(each.Step % 2 == 0 ? training.Model.NamedParameters().Select(entry => entry.Name) : [], each.Statistics.Gradients.Select(entry => entry.Name)));
        Assert.All(seen, each => Assert.Equal(8, each.Statistics.Activations.Count));
    }
}
