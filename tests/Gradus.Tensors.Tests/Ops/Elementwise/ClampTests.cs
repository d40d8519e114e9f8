using Gradus.Tensors.Tests.Autograd;

namespace Gradus.Tensors.Tests.Ops.Elementwise;

/// <summary>Bounds that are NaN. PyTorch says: where a bound is NaN, so is the result; no gradient flows there.</summary>
public sealed class ClampTests
{
    private const float NaN = float.NaN;

    [Theory]
    [InlineData(double.NaN, 2)]
    [InlineData(0, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.NaN, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    public void Clamp_NumberThatIsNaN_MakesAllNaN(double min, double max)
    {
        foreach (DType dtype in (DType[])[DType.Float32, DType.Float64])
        {
            Tensor x = Leaves.Demanding(Tensor.From([1f, NaN, -3, 5, 0, 0, 0, 0, 0]).To(dtype)), changed = x.Detach().Clone(), column = Tensor.Ones(dtype, 4, 2).Select(1, 0);

            Tensor y = x.Clamp(min, max);
            y.Sum().Backward();

            Assert.Equal(dtype, y.DType);
            Assert.All(y.ToArray<double>(), value => Assert.True(double.IsNaN(value)));
            Assert.All(x.Grad!.ToArray<double>(), value => Assert.Equal(0, value));
            Assert.All(x.Hardtanh(min, max).ToArray<double>(), value => Assert.True(double.IsNaN(value)));
            Assert.All(changed.ClampInPlace(min, max).ToArray<double>(), value => Assert.True(double.IsNaN(value)));
            Assert.All(column.ClampInPlace(min, max).ToArray<double>(), value => Assert.True(double.IsNaN(value)));
        }
    }

    [Fact]
    public void Clamp_IntegersWithNaN_BecomeFloat32NaN()
    {
        Tensor x = Tensor.From([1L, 2]);

        Assert.Equal(DType.Float32, x.Clamp(double.NaN, 2).DType);
        Assert.All(x.Clamp(double.NaN, 2).ToArray<float>(), value => Assert.True(float.IsNaN(value)));
        Assert.Contains("put Float32 into a tensor of Int64", Assert.Throws<ArgumentException>(() => x.ClampInPlace(max: double.NaN)).Message, StringComparison.Ordinal);
    }

    /// <summary>Results and gradients of PyTorch 1.13.</summary>
    [Fact]
    public void Clamp_TensorsWithNaN_AreNaNThereWithoutGradients()
    {
        Tensor x = Leaves.Of(1, 1, 1, NaN), low = Leaves.Of(0, NaN, 0, NaN), high = Leaves.Of(2, 2, NaN, 2);

        Tensor both = x.Clamp(low, high), lower = x.Clamp(low, null), upper = x.Clamp(null, high);
        Tensor[] gradients = Gradient.Of(both.Sum(), [x, low, high]);

        Assert.Equal([1, NaN, NaN, NaN], both.ToArray<float>());
        Assert.Equal([1, NaN, 1, NaN], lower.ToArray<float>());
        Assert.Equal([1, 1, NaN, NaN], upper.ToArray<float>());
        Assert.Equal([1f, 0, 0, 0], gradients[0].ToArray<float>());
        Assert.Equal([0f, 0, 0, 0], gradients[1].ToArray<float>());
        Assert.Equal([0f, 0, 0, 0], gradients[2].ToArray<float>());
        Assert.Equal([1f, 0, 1, 0], Gradient.Of(lower.Sum(), [x])[0].ToArray<float>());
    }
}
