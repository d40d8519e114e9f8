using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>Where power pooling is no plain formula; the values are PyTorch's.</summary>
public sealed class PowerPoolingTests
{
    [Fact]
    public void Forward_PowerOne_IsTheSumOfAWindowWithItsSign()
    {
        Tensor x = Tensor.From([-1f, -2, 3, -4, 5, 6], 1, 1, 6);
        x.RequiresGrad = true;

        Tensor y = new LPPool1d(1, 2).Forward(x);
        y.Sum().Backward();

        Assert.Equal([-3f, -1, 11], y.ToArray<float>());
        Assert.Equal([1f, 1, 1, 1, 1, 1], x.Grad!.ToArray<float>());
        Assert.Equal([-4f], new LPPool2d(1, (2, 3)).Forward(Tensor.From([-1f, -2, 3, -4, 5, -5], 1, 1, 2, 3)).ToArray<float>());
    }

    [Fact]
    public void Forward_OddPowerOfANegativeSum_HasNoRoot() => Assert.Equal([float.NaN], new LPPool1d(3, 2).Forward(Tensor.From([-1f, -2], 1, 1, 2)).ToArray<float>());

    [Fact]
    public void Backward_WindowOfZeros_HasGradientZero()
    {
        Tensor x = Tensor.From([0f, 0, 3, 4], 1, 1, 4);
        x.RequiresGrad = true;

        Tensor y = new LPPool1d(2, 2).Forward(x);
        y.Sum().Backward();

        Assert.Equal([0f, 5], y.ToArray<float>());
        Assert.Equal([0f, 0, 0.6f, 0.8f], x.Grad!.ToArray<float>().Select(value => MathF.Round(value, 6)));
    }
}
