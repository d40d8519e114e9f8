using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

public sealed class DropoutTests
{
    [Fact]
    public void Forward_Training_ZeroesItsShareAndScalesTheRest()
    {
        Dropout dropout = new(0.3);
        dropout.Initialize(5);

        float[] output = dropout.Forward(Tensor.Ones(20_000)).ToArray<float>();

        Assert.All(output, value => Assert.True(value == 0 || Math.Abs(value - (1 / 0.7)) < 1e-6));
        Assert.InRange(output.Count(value => value == 0) / 20_000.0, 0.285, 0.315);
        Assert.InRange(output.Average(), 0.98f, 1.02f);
    }

    [Fact]
    public void Forward_Evaluation_IsTheIdentity()
    {
        Dropout dropout = new(0.9);
        dropout.Eval();
        Tensor input = Tensor.Randn(new Rng(1), 4, 4);

        Assert.Same(input, dropout.Forward(input));
    }

    [Fact]
    public void Forward_Twice_DrawsAnotherMask()
    {
        Dropout dropout = new();
        Tensor ones = Tensor.Ones(256);

        Assert.NotEqual(dropout.Forward(ones).ToArray<float>(), dropout.Forward(ones).ToArray<float>());
    }

    [Fact]
    public void Forward_InitializedAgain_RepeatsItsMasks()
    {
        Dropout dropout = new();
        Tensor ones = Tensor.Ones(256);
        dropout.Initialize(3);
        float[] first = dropout.Forward(ones).ToArray<float>();

        dropout.Initialize(3);

        Assert.Equal(first, dropout.Forward(ones).ToArray<float>());
    }

    [Fact]
    public void Forward_TwoLayers_DoNotShareMasks()
    {
        Sequential model = new(new Dropout(), new Dropout());
        model.Initialize(3);
        Tensor ones = Tensor.Ones(256);

        Assert.NotEqual(model[0].Forward(ones).ToArray<float>(), model[1].Forward(ones).ToArray<float>());
    }

    [Fact]
    public void Forward_GradientOfTheMask_FollowsTheMask()
    {
        Dropout dropout = new();
        Tensor input = Tensor.Ones(64);
        input.RequiresGrad = true;

        Tensor output = dropout.Forward(input);
        output.Sum().Backward();

        Assert.Equal(output.ToArray<float>(), input.Grad!.ToArray<float>());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Constructor_NoProbability_Throws(double probability) => Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(probability));

    [Fact]
    public void Forward_ProbabilityOne_DropsAllAsInPyTorch()
    {
        Tensor x = Tensor.Randn(new Rng(1), 3, 4, 6), mask = new AlphaDropout(1).Forward(x), attended = new MultiheadAttention(6, 2, dropout: 1, bias: false, batchFirst: true).Forward(x, x, x).Output;

        Assert.All(mask.ToArray<float>(), value => Assert.Equal(0f, value));
        Assert.All(attended.ToArray<float>(), value => Assert.Equal(0f, value));
    }

    [Fact]
    public void Forward_WithoutABatch_DropsWholeChannels()
    {
        float[] one = new Dropout1d().Forward(Tensor.Ones(64, 5)).ToArray<float>(), two = new Dropout2d().Forward(Tensor.Ones(64, 2, 3)).ToArray<float>();

        Assert.All(one.Chunk(5).Concat(two.Chunk(6)), channel => Assert.True(channel.All(value => value == channel[0]) && channel[0] is 0 or 2));
        Assert.Equal([0f, 2], one.Distinct().Order());
        Assert.Equal([0f, 2], two.Distinct().Order());
        Assert.Throws<ArgumentException>(() => new Dropout2d().Forward(Tensor.Ones(4, 4)));
    }
}
