namespace Gradus.Tensors.Tests.Ops;

public sealed class DropoutTests
{
    [Fact]
    public void Dropout_ManyElements_KeepsTheShareAndTheMean()
    {
        float[] y = Tensor.Ones(100_000).Dropout(0.3, new Rng(1)).ToArray<float>();

        Assert.InRange(y.Count(value => value == 0) / 100_000.0, 0.2927, 0.3073); // five standard errors
        Assert.All(y.Where(value => value != 0), value => Assert.Equal(1 / 0.7, value, 1e-6));
    }

    [Fact]
    public void Dropout_SameStreamAgain_GivesAnotherMaskAndAReplayTheSame()
    {
        Rng rng = new(1);
        RngState state = rng.State;
        float[] first = Tensor.Ones(101).Dropout(0.5, rng).ToArray<float>(), second = Tensor.Ones(101).Dropout(0.5, rng).ToArray<float>();

        Assert.NotEqual(first, second);
        Assert.Equal(first, Tensor.Ones(101).Dropout(0.5, new Rng(state)).ToArray<float>());
    }

    [Fact]
    public void Dropout_AtZeroAndOne_IsTheIdentityAndZero()
    {
        Tensor x = Tensor.Ones(5);

        Assert.Same(x, x.Dropout(0, new Rng(1)));
        Assert.Equal(new float[5], x.Dropout(1, new Rng(1)).ToArray<float>());
    }

    [Fact]
    public void AlphaDropout_OfStandardNormalNumbers_KeepsMeanAndVariance()
    {
        double[] y = Tensor.Randn(new Rng(4), 100_000).AlphaDropout(0.2, new Rng(1)).ToArray<double>();

        Assert.Equal(0, y.Average(), 0.02);
        Assert.Equal(1, y.Average(value => value * value), 0.03);
    }

    [Fact]
    public void FeatureDropout_OfImages_DropsWholeChannels()
    {
        float[] y = Tensor.Ones(50, 40, 3, 2).FeatureDropout(0.3, new Rng(1)).ToArray<float>();

        float[][] channels = [.. y.Chunk(6)];
        Assert.All(channels, channel => Assert.Single(channel.Distinct()));
        Assert.InRange(channels.Count(channel => channel[0] == 0) / 2000.0, 0.249, 0.351); // five standard errors
    }
}
