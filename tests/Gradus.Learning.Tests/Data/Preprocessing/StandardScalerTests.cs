using Gradus.Learning.Data.Preprocessing;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Preprocessing;

public sealed class StandardScalerTests
{
    private static readonly Tensor Rows = Tensor.From([1.0, 10, 5, 2, 20, 5, 3, 60, 5], [3, 3]);

    [Fact]
    public void Transform_FittedRows_HaveMeanZeroAndDeviationOne()
    {
        StandardScaler scaler = StandardScaler.Fit(Rows);

        double[] scaled = scaler.Transform(Rows).ToArray<double>();

        Assert.Equal([2, 30, 5], scaler.Mean);
        Assert.Equal(1, scaler.Scale[2]);
        Assert.Equal(Math.Sqrt(2.0 / 3), scaler.Scale[0], 14);
        Assert.Equal(-Math.Sqrt(1.5), scaled[0], 14);
        Assert.Equal(0, scaled.Sum(), 12);
        Assert.Equal([0, 0, 0], scaled.Where((_, place) => place % 3 == 2));
    }

    [Fact]
    public void Transform_OtherRows_UsesTheFittedFigures()
    {
        Tensor scaled = StandardScaler.Fit(Rows).Transform(Tensor.From([2f, 30f, 6f], [1, 3]));

        Assert.Equal([0f, 0f, 1f], scaled.ToArray<float>());
    }

    [Fact]
    public void Inverse_OfTransform_IsTheInput()
    {
        StandardScaler scaler = StandardScaler.Fit(Rows);

        double[] back = scaler.Inverse(scaler.Transform(Rows)).ToArray<double>();

        Assert.All(back.Zip(Rows.ToArray<double>()), pair => Assert.Equal(pair.Second, pair.First, 12));
    }

    [Fact]
    public void Fit_ConstantColumnThatIsNoBinaryFraction_IsOnlyShifted()
    {
        StandardScaler scaler = StandardScaler.Fit(Tensor.From([.. Enumerable.Repeat(0.1, 30)], [30, 1]));

        Assert.Equal(1, scaler.Scale[0]);
    }

    [Fact]
    public void Fit_MissingValue_NamesItsPlace()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => StandardScaler.Fit(Tensor.From([1.0, 2, double.NaN, 4], [2, 2])));

        Assert.Contains("NaN in row 1, column 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Transform_OtherWidth_NamesBoth()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => StandardScaler.Fit(Rows).Transform(Tensor.Zeros(1, 2)));

        Assert.Contains("fitted on 3 columns and got 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1, 10_000)]
    [InlineData(98.6, 10_000)]
    [InlineData(36.6, 100_000)]
    [InlineData(-0.7, 99_999)]
    public void Fit_ManyEqualRows_OnlyShiftsTheColumn(double value, int rows)
    {
        StandardScaler scaler = StandardScaler.Fit(Tensor.From([.. Enumerable.Repeat(value, rows)], rows, 1));

        Assert.Equal((value, 1.0), (scaler.Mean[0], scaler.Scale[0]));
    }
}
