namespace Gradus.Tensors.Tests;

public sealed class GradientNormTests
{
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Clip_AboveTheLimit_ScalesAllGradientsToIt(DType dtype)
    {
        Tensor a = Parameter(dtype, 3), b = Parameter(dtype, 4), none = Tensor.Ones(dtype, 2);

        double norm = GradientNorm.Clip([a, none, b], 1);

        Assert.Equal(5, norm, 1e-6);
        Assert.Equal(0.6, a.Grad!.Item(), 1e-6);
        Assert.Equal(0.8, b.Grad!.Item(), 1e-6);
    }

    [Fact]
    public void Clip_BelowTheLimit_ChangesNoBit()
    {
        Tensor a = Parameter(DType.Float32, 0.3);

        GradientNorm.Clip([a], 1);

        Assert.Equal(0.3f, (float)a.Grad!.Item());
    }

    [Fact]
    public void Clip_GradientThatIsNotFinite_StaysVisible()
    {
        Tensor a = Parameter(DType.Float32, double.NaN);

        Assert.True(double.IsNaN(GradientNorm.Clip([a], 1)));
        Assert.True(double.IsNaN(a.Grad!.Item()));
    }

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 7.071067811865475)]
    [InlineData(3, 6)]
    [InlineData(double.PositiveInfinity, 5)]
    public void OfGradients_OtherOrders_AreOneVectorsNorms(double order, double expected)
    {
        Tensor[] parameters = [Parameter(DType.Float64, -3), Parameter(DType.Float64, 4), Parameter(DType.Float64, -5), Tensor.Ones(3)];

        Assert.Equal(expected, GradientNorm.OfGradients(parameters, order), 1e-12);
        Assert.Equal(expected, GradientNorm.Of([Tensor.From([3.0, 4.0]), Tensor.From([5.0])], order), 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Of_OrderNotAboveZero_IsRefused(double order) => Assert.Throws<ArgumentOutOfRangeException>(() => GradientNorm.Of([Tensor.Ones(2)], order));

    [Fact]
    public void ClipValues_LimitsEachElement()
    {
        Tensor a = Parameter(DType.Float32, -3), b = Parameter(DType.Float32, 0.25), none = Tensor.Ones(2), wrong = Parameter(DType.Float32, double.NaN);

        GradientValues.Clip([a, none, b, wrong], 0.5);

        Assert.Equal(-0.5, a.Grad!.Item());
        Assert.Equal(0.25, b.Grad!.Item());
        Assert.True(double.IsNaN(wrong.Grad!.Item()));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientValues.Clip([a], 0));
    }

    private static Tensor Parameter(DType dtype, double gradient)
    {
        Tensor parameter = Tensor.Ones(dtype, 1);
        parameter.RequiresGrad = true;
        parameter.Grad = Tensor.Full(gradient, dtype, 1);
        return parameter;
    }
}
