namespace Gradus.Tensors.Tests.Ops;

public sealed class AttentionTests
{
    [Fact]
    public void Dropout_OfEqualWeights_DropsTheShareAndKeepsTheMean()
    {
        // All scores are 0, so each of the 100 keys weighs 0.01; the values tell the keys apart.
        Tensor query = Tensor.Zeros(1, 50, 4), key = Tensor.Zeros(1, 100, 4), value = Tensor.From([.. Enumerable.Range(0, 10_000).Select(i => i % 101 == 0 ? 1f : 0f)], 1, 100, 100);

        float[] weights = query.ScaledDotProductAttention(key, value, dropout: 0.3, rng: new Rng(1)).ToArray<float>();

        Assert.InRange(weights.Count(weight => weight == 0) / 5000.0, 0.268, 0.332); // five standard errors
        Assert.All(weights.Where(weight => weight != 0), weight => Assert.Equal(0.01 / 0.7, weight, 1e-6));
    }

    [Fact]
    public void Dropout_OfFusedAndComposedAttention_DropsTheSame()
    {
        Rng rng = new(2);
        Tensor query = Tensor.Randn(rng, 2, 3, 40, 8), key = Tensor.Randn(rng, 2, 3, 41, 8), value = Tensor.Randn(rng, 2, 3, 41, 5);

        Tensor fused = query.ScaledDotProductAttention(key, value, dropout: 0.5, rng: new Rng(3));
        Tensor composed = query.To(DType.Float64).ScaledDotProductAttention(key.To(DType.Float64), value.To(DType.Float64), dropout: 0.5, rng: new Rng(3));

        Assert.All(composed.ToArray<double>().Zip(fused.ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    /// <summary>More scores than are kept for the gradient: the backward pass computes them again.</summary>
    [Fact]
    public void Backward_OfManyScores_AgreesWithSmallerParts()
    {
        Rng rng = new(4);
        Tensor query = Leaf(rng, 1, 4200, 2), key = Leaf(rng, 1, 4200, 2), value = Leaf(rng, 1, 4200, 2);
        Tensor whole = query.ScaledDotProductAttention(key, value);
        Tensor[] expected = [.. Gradient.Of(whole.Sum(), [query, value])];

        Tensor half = query.Narrow(1, 0, 2100).ScaledDotProductAttention(key, value), other = query.Narrow(1, 2100, 2100).ScaledDotProductAttention(key, value);
        Tensor[] actual = [.. Gradient.Of(half.Sum() + other.Sum(), [query, value])];

        for (int i = 0; i < 2; i++)
        {
            Assert.All(expected[i].ToArray<double>().Zip(actual[i].ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    [Fact]
    public void Attention_OfAPackedProjection_ReadsTheViewAndGivesHeadsSideBySide()
    {
        Tensor packed = Tensor.Randn(new Rng(5), 2, 7, 3 * 4 * 6).Reshape(2, 7, 3, 4, 6).Permute(2, 0, 3, 1, 4);
        Tensor query = packed.Select(0, 0), key = packed.Select(0, 1), value = packed.Select(0, 2);

        Tensor fromViews = query.ScaledDotProductAttention(key, value), fromCopies = query.Contiguous().ScaledDotProductAttention(key.Contiguous(), value.Contiguous());

        Assert.Equal(fromCopies.ToArray<float>(), fromViews.ToArray<float>());
        Assert.True(fromViews.Transpose(-3, -2).IsContiguous);
    }

    [Fact]
    public void Attention_DropoutOfOne_IsZeroWithGradientsOfZero()
    {
        Tensor x = Tensor.Randn(new Rng(6), 2, 3, 4);
        x.RequiresGrad = true;

        Tensor y = x.ScaledDotProductAttention(x, x, dropout: 1, rng: new Rng(1));
        y.Sum().Backward();

        Assert.All(y.ToArray<float>().Concat(x.Grad!.ToArray<float>()), value => Assert.Equal(0f, value));
    }

    [Theory]
    [InlineData("key", "[.., T, D], [.., S, D] and [.., S, Dv]")]
    [InlineData("both", "a mask and causal")]
    [InlineData("mask", "do not broadcast")]
    [InlineData("rng", "needs rng")]
    [InlineData("dropout", "from 0 to 1")]
    public void Attention_BadCalls_SayWhatIsWrong(string what, string message)
    {
        Tensor x = Tensor.Zeros(2, 3, 4), mask = Tensor.Zeros(3, 5);

        Exception error = Assert.ThrowsAny<ArgumentException>(() => what switch
        {
            "key" => x.ScaledDotProductAttention(Tensor.Zeros(2, 3, 5), x),
            "both" => x.ScaledDotProductAttention(x, x, Tensor.Zeros(3, 3), causal: true),
            "mask" => x.ScaledDotProductAttention(x, x, mask),
            "rng" => x.ScaledDotProductAttention(x, x, dropout: 0.5),
            _ => x.ScaledDotProductAttention(x, x, dropout: 1.5, rng: new Rng(1)),
        });

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static Tensor Leaf(Rng rng, params int[] shape)
    {
        Tensor leaf = Tensor.Randn(rng, shape);
        leaf.RequiresGrad = true;
        return leaf;
    }
}
