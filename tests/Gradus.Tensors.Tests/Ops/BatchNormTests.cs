namespace Gradus.Tensors.Tests.Ops;

public sealed class BatchNormTests
{
    /// <summary>running ← 0.9 running + 0.1 batch, with the unbiased variance: values of torch.nn.functional.batch_norm worked out by hand.</summary>
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void BatchNorm_Training_MovesRunningStatisticsByTheUnbiasedVariance(DType dtype)
    {
        Tensor mean = Tensor.Zeros(dtype, 1), variance = Tensor.Ones(dtype, 1);
        Tensor x = Tensor.From([1.0, 2.0, 3.0, 6.0], 4, 1).To(dtype); // mean 3, sum of squares 14

        Tensor y = x.BatchNorm(mean, variance, training: true);

        Assert.Equal(0.3, mean.Item(), 1e-6);
        Assert.Equal(0.9 + (0.1 * 14 / 3), variance.Item(), 1e-6);
        Assert.Equal(-2 / Math.Sqrt(3.5 + 1e-5), y.ToArray<double>()[0], 1e-6);
    }

    /// <summary>The kernels of images and those of matrices say the same, running statistics too.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void BatchNorm_OfImages_AgreesWithTheMatrixOfTheirPixels(bool training)
    {
        Rng rng = new(6);
        Tensor images = Leaf(Tensor.Randn(rng, 3, 5, 7, 6) + 3), pixels = images.Permute(0, 2, 3, 1).Reshape(126, 5);
        Tensor[] means = [Tensor.Zeros(5), Tensor.Zeros(5)], variances = [Tensor.Ones(5), Tensor.Ones(5)];
        Tensor weight = Leaf(Tensor.Randn(rng, 5)), bias = Leaf(Tensor.Randn(rng, 5));

        Tensor y = images.BatchNorm(means[0], variances[0], weight, bias, training), expected = pixels.BatchNorm(means[1], variances[1], weight, bias, training);
        Tensor[] gradients = [.. Gradient.Of(y.Square().Sum(), [images, weight, bias])], wanted = [.. Gradient.Of(expected.Square().Sum(), [images, weight, bias])];

        Close(expected.Reshape(3, 7, 6, 5).Permute(0, 3, 1, 2), y);
        Close(means[1], means[0]);
        Close(variances[1], variances[0]);
        for (int i = 0; i < 3; i++)
        {
            Close(wanted[i], gradients[i]);
        }
    }

    /// <summary>What is fused has the bits of its parts, gradients and running statistics too.</summary>
    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, true)]
    public void BatchNorm_WithResidualAndRelu_HasTheBitsOfItsParts(bool training, bool residual, bool relu)
    {
        Rng rng = new(8);
        Tensor x = Leaf(Tensor.Randn(rng, 3, 5, 7, 6)), around = Leaf(Tensor.Randn(rng, 3, 5, 7, 6)), weight = Leaf(Tensor.Randn(rng, 5)), bias = Leaf(Tensor.Randn(rng, 5));
        Tensor[] means = [Tensor.Zeros(5), Tensor.Zeros(5)], variances = [Tensor.Ones(5), Tensor.Ones(5)];
        Tensor gradient = Tensor.Randn(rng, 3, 5, 7, 6);
        Tensor[] inputs = residual ? [x, weight, bias, around] : [x, weight, bias];

        Tensor fused = x.BatchNorm(means[0], variances[0], weight, bias, training, residual: residual ? around : null, relu: relu);
        Tensor parts = x.BatchNorm(means[1], variances[1], weight, bias, training);
        parts = residual ? parts + around : parts;
        parts = relu ? parts.Relu() : parts;

        Assert.Equal(parts.ToArray<float>(), fused.ToArray<float>());
        Assert.Equal(means[1].ToArray<float>(), means[0].ToArray<float>());
        Assert.Equal(variances[1].ToArray<float>(), variances[0].ToArray<float>());
        Assert.Equal(
            Gradient.Of((parts * gradient).Sum(), inputs).SelectMany(part => part.ToArray<float>()),
            Gradient.Of((fused * gradient).Sum(), inputs).SelectMany(part => part.ToArray<float>()));
    }

    [Fact]
    public void BatchNorm_ResidualOfAnotherShape_NamesBoth()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Tensor.Zeros(2, 3, 4).BatchNorm(null, null, training: true, residual: Tensor.Zeros(2, 3, 1)));

        Assert.Contains("BatchNorm of Float32 [2, 3, 4] needs a residual like it; got Float32 [2, 3, 1]", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Instances of a batch of one are its channels; running statistics move as those of batch normalization.</summary>
    [Fact]
    public void InstanceNorm_OfOneExample_IsBatchNorm()
    {
        Tensor x = Tensor.Randn(new Rng(7), 1, 3, 11);
        Tensor[] means = [Tensor.Zeros(3), Tensor.Zeros(3)], variances = [Tensor.Ones(3), Tensor.Ones(3)];

        Tensor instance = x.InstanceNorm(means[0], variances[0]), batch = x.BatchNorm(means[1], variances[1], training: true);

        Close(batch, instance);
        Close(means[1], means[0]);
        Close(variances[1], variances[0]);
        Close(x.BatchNorm(means[1], variances[1]), x.InstanceNorm(means[0], variances[0], useInputStats: false));
    }

    [Fact]
    public void BatchNorm_LongBatchFarFromZero_KeepsItsVariance()
    {
        Tensor x = Tensor.Randn(new Rng(2), 20_000, 3) + 1000;

        double[] y = x.BatchNorm(null, null, training: true).ToArray<double>();

        for (int channel = 0; channel < 3; channel++)
        {
            double[] values = [.. y.Where((_, i) => i % 3 == channel)];
            Assert.Equal(0, values.Average(), 1e-3);
            Assert.Equal(1, values.Average(value => value * value), 1e-3);
        }
    }

    /// <summary>Channels in the vector part and in the tail, against the same layer in float64.</summary>
    [Fact]
    public void BatchNorm_WidthsWithTails_AgreesWithFloat64()
    {
        for (int width = 1; width <= 70; width += 3)
        {
            Rng rng = new((ulong)width);
            Tensor x = Leaf(Tensor.Randn(rng, 9, width)), w = Leaf(Tensor.Randn(rng, width)), b = Leaf(Tensor.Randn(rng, width));
            Tensor[] wide = [.. ((Tensor[])[x, w, b]).Select(tensor => Leaf(tensor.Detach().To(DType.Float64)))];

            Tensor y = x.BatchNorm(null, null, w, b, true), expected = wide[0].BatchNorm(null, null, wide[1], wide[2], true);
            (y * y).Sum().Backward();
            (expected * expected).Sum().Backward();

            Close(expected, y);
            Close(wide[0].Grad!, x.Grad!);
            Close(wide[1].Grad!, w.Grad!);
            Close(wide[2].Grad!, b.Grad!);
        }
    }

    private static Tensor Leaf(Tensor x)
    {
        x.RequiresGrad = true;
        return x;
    }

    private static void Close(Tensor expected, Tensor actual)
    {
        double[] want = expected.ToArray<double>(), have = actual.ToArray<double>();
        for (int i = 0; i < want.Length; i++)
        {
            Assert.Equal(want[i], have[i], 2e-4 * Math.Max(1, Math.Abs(want[i])));
        }
    }
}
