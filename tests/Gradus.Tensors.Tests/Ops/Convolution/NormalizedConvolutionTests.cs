namespace Gradus.Tensors.Tests.Ops.Convolution;

public sealed class NormalizedConvolutionTests
{
    /// <summary>One pass has the bits of two, for rows longer and shorter than a vector, strides, groups, and images that are cut into bands.</summary>
    [Theory]
    [InlineData(5, 3, 8, 32, 32)]
    [InlineData(1, 3, 8, 33, 19)]
    [InlineData(4, 16, 20, 8, 8)]
    [InlineData(2, 6, 10, 17, 21, 2, 2)]
    [InlineData(1, 40, 4, 90, 70)]
    [InlineData(3, 12, 12, 14, 24, 1, 12)]
    [InlineData(2, 8, 16, 9, 24, 2, 8)]
    [InlineData(2, 24, 40, 7, 24, 1, 1, 1, 0)]
    [InlineData(3, 16, 32, 16, 16, 2, 1, 1, 0)]
    [InlineData(2, 5, 9, 20, 24, 1, 1, 3, 2, 2)]
    [InlineData(1, 4, 6, 23, 25, 2, 2, 5, 3, 2)]
    [InlineData(1, 3, 16, 45, 47, 2, 1, 7, 3)]
    public void Conv2dBatchNorm_WithoutGradients_HasTheBitsOfBothParts(
        int images, int channels, int filters, int height, int width, int stride = 1, int groups = 1, int kernel = 3, int padding = 1, int dilation = 1)
    {
        Rng rng = new(1);
        Tensor x = Tensor.Randn(rng, images, channels, height, width), weight = Tensor.Randn(rng, filters, channels / groups, kernel, kernel), bias = Tensor.Randn(rng, filters);
        Tensor mean = Tensor.Randn(rng, filters), variance = Tensor.Rand(rng, filters) + 0.1, scale = Tensor.Randn(rng, filters), shift = Tensor.Randn(rng, filters);
        Tensor convolved = x.Conv2d(weight, bias, stride, padding, dilation, groups), residual = Tensor.Randn(rng, convolved.Shape);

        Tensor plain = x.Conv2dBatchNorm(weight, bias, mean, variance, scale, shift, stride, padding, dilation, groups);
        Tensor whole = x.Conv2dBatchNorm(weight, bias, mean, variance, scale, shift, stride, padding, dilation, groups, residual: residual, relu: true);

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
