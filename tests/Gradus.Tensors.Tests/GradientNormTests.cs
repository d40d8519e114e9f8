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

    private static Tensor Parameter(DType dtype, double gradient)
    {
        Tensor parameter = Tensor.Ones(dtype, 1);
        parameter.RequiresGrad = true;
        parameter.Grad = Tensor.Full(gradient, dtype, 1);
        return parameter;
    }
}
