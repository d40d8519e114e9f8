namespace Gradus.Tensors.Tests.Ops.Convolution;

public sealed class NormalizedConvolutionTests
{
    /// <summary>One pass has the bits of two, for rows longer and shorter than a vector, strides, groups, and images that are cut into bands.</summary>
    [Theory]
    [InlineData(5, 3, 8, 32, 32, 1, 1)]
    [InlineData(1, 3, 8, 33, 19, 1, 1)]
    [InlineData(4, 16, 20, 8, 8, 1, 1)]
    [InlineData(2, 6, 10, 17, 21, 2, 2)]
    [InlineData(1, 40, 4, 90, 70, 1, 1)]
    public void Conv2dBatchNorm_WithoutGradients_HasTheBitsOfBothParts(int images, int channels, int filters, int height, int width, int stride, int groups)
    {
        Rng rng = new(1);
        Tensor x = Tensor.Randn(rng, images, channels, height, width), weight = Tensor.Randn(rng, filters, channels / groups, 3, 3), bias = Tensor.Randn(rng, filters);
        Tensor mean = Tensor.Randn(rng, filters), variance = Tensor.Rand(rng, filters) + 0.1, scale = Tensor.Randn(rng, filters), shift = Tensor.Randn(rng, filters);
        Tensor convolved = x.Conv2d(weight, bias, stride, 1, groups: groups), residual = Tensor.Randn(rng, convolved.Shape);

        Tensor plain = x.Conv2dBatchNorm(weight, bias, mean, variance, scale, shift, stride, 1, groups: groups);
        Tensor whole = x.Conv2dBatchNorm(weight, bias, mean, variance, scale, shift, stride, 1, groups: groups, residual: residual, relu: true);

        Tensor normalized = convolved.BatchNorm(mean, variance, scale, shift);
        Assert.Equal(normalized.ToArray<float>(), plain.ToArray<float>());
        Assert.Equal((normalized + residual).Relu().ToArray<float>(), whole.ToArray<float>());
    }

    [Fact]
    public void Conv2dBatchNorm_OneImageWithoutBatch_IsThatOfABatch()
    {
        Rng rng = new(2);
        Tensor x = Tensor.Randn(rng, 3, 6, 6), weight = Tensor.Randn(rng, 2, 3, 3, 3), residual = Tensor.Randn(rng, 2, 4, 4);

        Tensor y = x.Conv2dBatchNorm(weight, null, Tensor.Zeros(2), Tensor.Ones(2), residual: residual);

        Assert.Equal((x.Conv2d(weight).Unsqueeze(0).BatchNorm(Tensor.Zeros(2), Tensor.Ones(2)).Squeeze(0) + residual).ToArray<float>(), y.ToArray<float>());
    }

    [Fact]
    public void Conv2dBatchNorm_WhatDoesNotFit_IsNamed()
    {
        Tensor x = Tensor.Zeros(1, 3, 4, 4), weight = Tensor.Zeros(2, 3, 3, 3);

        Assert.Contains("needs runningMean to be Float32 [2]", Assert.Throws<ArgumentException>(() => x.Conv2dBatchNorm(weight, null, Tensor.Zeros(3), Tensor.Ones(2))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "gives Float32 [1, 2, 2, 2] and needs a residual like it; got Float32 [1, 2, 4, 4]",
            Assert.Throws<ArgumentException>(() => x.Conv2dBatchNorm(weight, null, Tensor.Zeros(2), Tensor.Ones(2), residual: Tensor.Zeros(1, 2, 4, 4))).Message,
            StringComparison.Ordinal);
    }
}
