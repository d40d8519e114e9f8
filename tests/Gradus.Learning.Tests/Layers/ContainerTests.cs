using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

public sealed class ContainerTests
{
    [Fact]
    public void ModuleList_Modules_BelongToTheTreeInOrder()
    {
        ModuleList list = new(new Linear(2, 3), new ReLU());
        list.Add(new Linear(3, 1, bias: false));

        Assert.Equal(["0.weight", "0.bias", "2.weight"], list.NamedParameters().Select(entry => entry.Name));
        Assert.Equal(3, list.Count);
        Assert.IsType<ReLU>(list[1]);
        Assert.Equal(list.Children.Select(child => child.Module), list);
    }

    [Fact]
    public void ModuleDictionary_Modules_AreFoundByNameAndListedInOrder()
    {
        ModuleDictionary layers = new();
        layers.Add("second", new Linear(2, 1));
        layers.Add("first", new Tanh());

        Assert.Equal(["second", "first"], layers.Keys);
        Assert.Equal(["second.weight", "second.bias"], layers.NamedParameters().Select(entry => entry.Name));
        Assert.True(layers.ContainsKey("first") && layers.TryGetValue("first", out Layer? tanh) && ReferenceEquals(tanh, layers["first"]));
        Assert.Equal(2, layers.Count);
        Assert.Equal(["second", "first"], layers.Select(entry => entry.Key));
    }

    [Fact]
    public void ModuleDictionary_UnknownTakenOrBadName_Throws()
    {
        ModuleDictionary layers = new();
        layers.Add("one", new Tanh());

        KeyNotFoundException unknown = Assert.Throws<KeyNotFoundException>(() => layers["two"]);

        Assert.Contains("no module 'two'; there are [one]", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => layers.Add("one", new Tanh()));
        Assert.Throws<ArgumentException>(() => layers.Add("a.b", new Tanh()));
        Assert.Single(layers);
    }

    [Fact]
    public void TransformerEncoder_Layers_BeginApart()
    {
        TransformerEncoder encoder = new(new TransformerEncoderLayer(4, 2, 8), 2);

        Assert.NotEqual(encoder.Layers[0].Parameters()[0].ToArray<float>(), encoder.Layers[1].Parameters()[0].ToArray<float>());
        Assert.Equal(2 * encoder.Layers[0].ParameterCount, encoder.ParameterCount);
    }

    [Fact]
    public void RotaryEmbedding_Products_DependOnTheDistanceAlone()
    {
        RotaryEmbedding rotary = new(8);
        Tensor query = Tensor.Randn(new Rng(1), DType.Float64, 1, 8), key = Tensor.Randn(new Rng(2), DType.Float64, 1, 8);

        double near = rotary.Forward(query, 3).MatMul(rotary.Forward(key, 1).T()).Item(), far = rotary.Forward(query, 503).MatMul(rotary.Forward(key, 501).T()).Item();
        double other = rotary.Forward(query, 4).MatMul(rotary.Forward(key, 1).T()).Item();

        Assert.Equal(near, far, 1e-10);
        Assert.NotEqual(near, other, 1e-3);
    }

    [Fact]
    public void RotaryEmbedding_Offset_GoesOnWhereTheTextStopped()
    {
        RotaryEmbedding rotary = new(4);
        Tensor text = Tensor.Randn(new Rng(3), 2, 7, 4);

        float[] whole = rotary.Forward(text).ToArray<float>(), parts = Tensor.Cat([rotary.Forward(text.Narrow(1, 0, 5)), rotary.Forward(text.Narrow(1, 5, 2), 5)], 1).ToArray<float>();

        Assert.Equal(whole, parts);
    }

    [Fact]
    public void MultiheadAttention_RowWithoutAKey_GivesTheBiasOfTheProjection()
    {
        MultiheadAttention attention = new(4, 2, batchFirst: true);
        Tensor input = Tensor.Randn(new Rng(4), 2, 3, 4), hidden = Tensor.From([false, false, false, true, true, true], 2, 3);

        (Tensor output, Tensor? weights) = attention.Forward(input, input, input, hidden);
        (Tensor fused, _) = attention.Forward(input, input, input, hidden, needWeights: false);

        Assert.All(output.Select(0, 1).ToArray<float>(), value => Assert.Equal(0, value));
        Assert.All(weights!.Select(0, 1).ToArray<float>(), value => Assert.Equal(0, value));
        Assert.All(output.ToArray<float>().Zip(fused.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Constructors_WrongNumbers_Throw()
    {
        Assert.Throws<ArgumentException>(() => new Conv2d(3, 4, 3, groups: 2));
        Assert.Throws<ArgumentException>(() => new Conv2d(4, 4, 3, stride: 2, padding: Padding.Same));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Conv1d(0, 4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2d(1, 4, (3, 0)));
        Assert.Throws<ArgumentException>(() => new ConvTranspose2d(1, 1, 3, stride: 2, outputPadding: 2));
        Assert.Throws<ArgumentException>(() => new MaxPool2d(2, padding: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AvgPool2d(2, divisorOverride: 0));
        Assert.Throws<ArgumentException>(() => new FractionalMaxPool2d(2));
        Assert.Throws<ArgumentException>(() => new GroupNorm(4, 6));
        Assert.Throws<ArgumentException>(() => new LayerNorm([]));
        Assert.Throws<ArgumentException>(() => new MultiheadAttention(6, 4));
        Assert.Throws<ArgumentException>(() => new TransformerEncoderLayer(4, 2, activation: "swish"));
        Assert.Throws<ArgumentException>(() => new RNN(2, 2, nonlinearity: "sigmoid"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Embedding(4, 2, paddingIndex: 4));
        Assert.Throws<ArgumentException>(() => new RotaryEmbedding(5));
        Assert.Throws<ArgumentException>(() => new GELU("sigmoid"));
        Assert.Throws<ArgumentException>(() => new Unflatten(1));
    }

    [Fact]
    public void Embedding_IndexOutOfRange_NamesIndexAndRows()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new Embedding(4, 2).Forward(Tensor.From([0L, 7])));

        Assert.Contains("index 7", error.Message, StringComparison.Ordinal);
        Assert.Contains("4 rows", error.Message, StringComparison.Ordinal);
    }
}
