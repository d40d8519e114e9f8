using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>Layers that draw while they run: what they draw, and that seeds rule it.</summary>
public sealed class RandomLayerTests
{
    private static readonly Dictionary<string, (Func<Module> Make, Func<Module, Tensor> Call)> Random = new()
    {
        ["Dropout"] = (() => new Dropout(), module => ((Layer)module).Forward(Tensor.Ones(16, 8))),
        ["Dropout1d"] = (() => new Dropout1d(), module => ((Layer)module).Forward(Tensor.Ones(8, 8, 3))),
        ["Dropout2d"] = (() => new Dropout2d(), module => ((Layer)module).Forward(Tensor.Ones(8, 8, 2, 3))),
        ["AlphaDropout"] = (() => new AlphaDropout(), module => ((Layer)module).Forward(Tensor.Ones(16, 8))),
        ["RReLU"] = (() => new RReLU(), module => ((Layer)module).Forward(Tensor.Full(-1, 16, 8))),
        ["LSTM"] = (() => new LSTM(3, 8, numLayers: 2, dropout: 0.5), module => ((LSTM)module).Forward(Tensor.Ones(4, 5, 3)).Output),
        ["MultiheadAttention"] = (() => new MultiheadAttention(8, 2, dropout: 0.5), module => ((MultiheadAttention)module).Forward(Tensor.Randn(new Rng(1), 9, 4, 8), Tensor.Randn(new Rng(2), 9, 4, 8), Tensor.Randn(new Rng(3), 9, 4, 8)).Output),
        ["MultiheadAttention fused"] = (() => new MultiheadAttention(8, 2, dropout: 0.5), module => Attend((MultiheadAttention)module, Tensor.Randn(new Rng(1), 9, 4, 8))),
        ["TransformerEncoderLayer"] = (() => new TransformerEncoderLayer(8, 2, 16, dropout: 0.5), module => ((Layer)module).Forward(Tensor.Randn(new Rng(1), 9, 4, 8))),
    };

    public static TheoryData<string> Names => [.. Random.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_Training_DrawsAnewAndRepeatsWithTheSeed(string name)
    {
        (Func<Module> make, Func<Module, Tensor> call) = Random[name];
        Module module = make();
        module.Initialize(7);
        float[] first = call(module).ToArray<float>(), second = call(module).ToArray<float>();

        module.Initialize(7);
        float[] again = call(module).ToArray<float>();

        Assert.NotEqual(first, second);
        Assert.Equal(first, again);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_Evaluation_AlwaysGivesTheSame(string name)
    {
        (Func<Module> make, Func<Module, Tensor> call) = Random[name];
        Module module = make();
        module.Eval();

        Assert.Equal(call(module).ToArray<float>(), call(module).ToArray<float>());
    }

    [Fact]
    public void Forward_Dropout2d_DropsWholeChannels()
    {
        Dropout2d dropout = new(0.3);

        float[] values = dropout.Forward(Tensor.Ones(50, 40, 3, 2)).ToArray<float>();
        float[][] planes = [.. values.Chunk(6)];

        Assert.All(planes, plane => Assert.All(plane, value => Assert.Equal(plane[0], value)));
        Assert.All(planes, plane => Assert.True(plane[0] == 0 || Math.Abs(plane[0] - (1 / 0.7f)) < 1e-6f));
        Assert.InRange(planes.Count(plane => plane[0] == 0) / (double)planes.Length, 0.26, 0.34);
    }

    [Fact]
    public void Forward_AlphaDropout_KeepsMeanAndVariance()
    {
        AlphaDropout dropout = new(0.2);

        float[] values = dropout.Forward(Tensor.Randn(new Rng(4), 200_000)).ToArray<float>();
        double mean = values.Average(), variance = values.Average(value => (value - mean) * (value - mean));

        Assert.InRange(mean, -0.015, 0.015);
        Assert.InRange(variance, 0.97, 1.03);
    }

    [Fact]
    public void Forward_RReLU_DrawsSlopesBetweenTheBounds()
    {
        RReLU relu = new(0.1, 0.5);

        float[] slopes = relu.Forward(Tensor.Full(-1, 20_000)).ToArray<float>();

        Assert.All(slopes, slope => Assert.InRange(-slope, 0.1f, 0.5f));
        Assert.InRange(-slopes.Average(), 0.295, 0.305);
        Assert.Equal(3f, relu.Forward(Tensor.Full(3, 1)).Item());
    }

    [Fact]
    public void Forward_RReLU_GradientIsTheSlope()
    {
        RReLU relu = new();
        Tensor input = Tensor.Full(-1, 32);
        input.RequiresGrad = true;

        Tensor output = relu.Forward(input);
        output.Sum().Backward();

        Assert.Equal((-output).ToArray<float>(), input.Grad!.ToArray<float>());
    }

    [Fact]
    public void Forward_FractionalMaxPool2d_DrawsWindowsOfTheChosenCount()
    {
        FractionalMaxPool2d pool = new(2, outputRatio: (0.5, 0.6));
        Tensor input = Tensor.Randn(new Rng(5), 3, 4, 9, 10);

        Tensor first = pool.Forward(input), second = pool.Forward(input);

        Assert.Equal([3, 4, 4, 6], first.Shape.ToArray());
        Assert.NotEqual(first.ToArray<float>(), second.ToArray<float>());
    }

    [Fact]
    public void Forward_MultiheadAttentionWithDropout_KeepsTheMean()
    {
        MultiheadAttention plain = new(8, 2), dropping = new(8, 2, dropout: 0.4);
        Tensor input = Tensor.Randn(new Rng(6), 5, 3, 8);
        plain.Initialize(1);
        dropping.Initialize(1);
        float[] expected = Attend(plain, input).ToArray<float>();

        double[] sums = new double[expected.Length];
        const int Draws = 3000;
        for (int draw = 0; draw < Draws; draw++)
        {
            float[] values = Attend(dropping, input).ToArray<float>();
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += values[i] / Draws;
            }
        }

        Assert.All(expected.Zip(sums), pair => Assert.Equal(pair.First, pair.Second, 0.03));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Constructor_NoProbability_Throws(double probability)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout2d(probability));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlphaDropout(probability));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LSTM(2, 2, dropout: probability));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultiheadAttention(4, 2, dropout: probability));
    }

    private static Tensor Attend(MultiheadAttention attention, Tensor input) => attention.Forward(input, input, input, needWeights: false).Output;
}
