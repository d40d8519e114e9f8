using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Tests.Data.Generated;

public sealed class RegressionRowsTests
{
    [Fact]
    public void NoisySine_ManyRows_HaveTheTrueMeanAndVariance()
    {
        RegressionRows rows = new NoisySine { Rows = 20_000, Noise = 0.3 }.Generate(1);
        double[] residuals = [.. rows.Targets.Zip(rows.TrueMeans, (target, mean) => target - mean)];

        Assert.All(rows.Inputs.Zip(rows.TrueMeans), pair => Assert.Equal(Math.Sin(2 * Math.PI * pair.First), pair.Second, 1e-12));
        Assert.All(rows.Inputs, x => Assert.InRange(x, 0f, 1f));
        Assert.Equal(0, residuals.Average(), 0.01);
        Assert.Equal(rows.NoiseVariance, residuals.Average(residual => residual * residual), 0.004);
    }

    [Fact]
    public void NoisySine_Even_SpreadsItsPlaces() => Assert.Equal([0.125f, 0.375f, 0.625f, 0.875f], new NoisySine { Rows = 4, Even = true }.Generate(1).Inputs);

    [Fact]
    public void LinearSparse_Rows_AreMadeByTheTrueWeights()
    {
        LinearSparseRows rows = new LinearSparse { Rows = 8000, Features = 30, Relevant = 4, Correlation = 0.5, Noise = 0.7 }.Generate(2);

        Assert.Equal(4, rows.Relevant.Count);
        Assert.All(rows.Relevant, feature => Assert.InRange(Math.Abs(rows.TrueWeights[feature]), 1, 2));
        for (int row = 0; row < 20; row++)
        {
            Assert.Equal(rows.Inputs[(row * 30)..((row + 1) * 30)].Zip(rows.TrueWeights, (x, w) => x * w).Sum(), rows.TrueMeans[row], 1e-10);
        }

        Assert.Equal(0.49, rows.Targets.Zip(rows.TrueMeans, (target, mean) => Math.Pow(target - mean, 2)).Average(), 0.03);

        // Two features: variance 1 each, covariance 0.5.
        double[] first = Column(rows, 3), second = Column(rows, 17);
        Assert.Equal(1, first.Average(x => x * x), 0.06);
        Assert.Equal(0.5, first.Zip(second, (x, y) => x * y).Average(), 0.05);
    }

    [Fact]
    public void LinearSparse_MoreRows_AreOfTheSameProblem()
    {
        Assert.Equal(new LinearSparse { Rows = 10 }.Generate(5).TrueWeights, new LinearSparse { Rows = 99 }.Generate(5).TrueWeights);
        Assert.NotEqual(new LinearSparse().Generate(5).TrueWeights, new LinearSparse().Generate(6).TrueWeights);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearSparse { Relevant = 51 }.Generate(1));
    }

    [Fact]
    public void SeasonalSeries_Change_MovesLevelAndSlope()
    {
        SeasonalSeriesRows series = new SeasonalSeries { Length = 400, ChangeAt = 200, LevelChange = -40, SlopeAfter = -0.5, Noise = 2 }.Generate(3);

        Assert.Equal(100.0 + (0.5 * 199), series.Trend[199]);
        Assert.Equal(100.0 + (0.5 * 200) - 40, series.Trend[200]);
        Assert.Equal(series.Trend[200] - 1, series.Trend[202]);
        Assert.All(Enumerable.Range(12, 388), step => Assert.Equal(series.Season[step - 12], series.Season[step], 1e-9));
        Assert.Equal(0, series.Season[..12].Sum(), 1e-9);
        Assert.Equal(4, Enumerable.Range(0, 400).Average(step => Math.Pow(series.Values[step] - series.TrueMean(step), 2)), 0.9);
        Assert.Equal(series.Values, new SeasonalSeries { Length = 400, ChangeAt = 200, LevelChange = -40, SlopeAfter = -0.5, Noise = 2 }.Generate(3).Values);
        Assert.Null(new SeasonalSeries().Generate(1).ChangeAt);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeasonalSeries { ChangeAt = 144 }.Generate(1));
    }

    private static double[] Column(LinearSparseRows rows, int feature) => [.. Enumerable.Range(0, rows.Rows).Select(row => (double)rows.Inputs[(row * rows.Features) + feature])];
}
