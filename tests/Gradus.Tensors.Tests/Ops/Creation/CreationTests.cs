namespace Gradus.Tensors.Tests.Ops.Creation;

public sealed class CreationTests
{
    [Fact]
    public void Linspace_OddAndEvenCounts_EndExactly()
    {
        Assert.Equal([0f, 0.25f, 0.5f, 0.75f, 1f], Tensor.Linspace(0, 1, 5).ToArray<float>());
        Assert.Equal([2.0], Tensor.Linspace(2, 3, 1, DType.Float64).ToArray<double>());
        Assert.Equal(0.3, Tensor.Linspace(0.1, 0.3, 4, DType.Float64).ToArray<double>()[^1]);
        Assert.Empty(Tensor.Linspace(0, 1, 0).ToArray<float>());
    }

    [Fact]
    public void Eye_OfTwoSizes_HasOnesOnTheDiagonal()
    {
        Assert.Equal([1L, 0, 0, 0, 1, 0], Tensor.Eye(2, 3, DType.Int64).ToArray<long>());
        Assert.Equal([1f, 0, 0, 1, 0, 0], Tensor.Eye(3, 2).ToArray<float>());
    }

    [Fact]
    public void FromArray_OfEveryElementType_KeepsShapeAndValues()
    {
        (Array Array, DType DType)[] arrays =
        [
            (new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }, DType.Float32),
            (new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }, DType.Float64),
            (new long[,] { { 1, 2, 3 }, { 4, 5, 6 } }, DType.Int64),
            (new int[,] { { 1, 2, 3 }, { 4, 5, 6 } }, DType.Int32),
            (new sbyte[,] { { 1, 2, 3 }, { 4, 5, 6 } }, DType.Int8),
        ];
        foreach ((Array array, DType dtype) in arrays)
        {
            Tensor x = Tensor.FromArray(array);

            Assert.Equal(dtype, x.DType);
            Assert.Equal([2, 3], x.Shape.ToArray());
            Assert.Equal([1.0, 2, 3, 4, 5, 6], x.ToArray<double>());
        }

        Assert.Equal([true, false], Tensor.FromArray(new[] { true, false }).ToArray<bool>());
        Assert.Equal([1, 2, 0], Tensor.FromArray(new float[1, 2, 0]).Shape.ToArray());
    }

    [Fact]
    public void FullLike_AndEmpty_TakeShapeAndType()
    {
        Tensor x = Tensor.FullLike(Tensor.Zeros(DType.Int32, 2, 1), 7);

        Assert.Equal(DType.Int32, x.DType);
        Assert.Equal([7, 7], x.ToArray<int>());
        Assert.Equal([3, 2], Tensor.Empty(DType.Bool, 3, 2).Shape.ToArray());
    }

    [Fact]
    public void RandInt_ManyDraws_CoverTheRangeEvenly()
    {
        long[] drawn = Tensor.RandInt(new Rng(1), -2, 3, 50_000).ToArray<long>();

        foreach (IGrouping<long, long> group in drawn.GroupBy(value => value))
        {
            Assert.InRange(group.Key, -2, 2);
            Assert.InRange(group.Count(), 9553, 10_447); // five standard errors
        }

        Assert.Equal(drawn, Tensor.RandInt(new Rng(1), -2, 3, 50_000).ToArray<long>());
    }

    [Fact]
    public void Permutation_OfMany_HasEachOnce() => Assert.Equal(Enumerable.Range(0, 500).Select(i => (long)i), Tensor.Permutation(new Rng(3), 500).ToArray<long>().Order());

    [Fact]
    public void Bernoulli_OfProbabilities_HasTheirShares()
    {
        Tensor drawn = Tensor.From([0f, 0.3f, 1f]).Expand(40_000, 3).Bernoulli(new Rng(5));

        float[] means = drawn.Mean(0).ToArray<float>();
        Assert.Equal(0, means[0]);
        Assert.InRange(means[1], 0.2885, 0.3115); // five standard errors
        Assert.Equal(1, means[2]);
    }

    [Fact]
    public void Multinomial_WithReplacement_FollowsTheWeights()
    {
        Tensor drawn = Tensor.From([1.0, 0, 3]).Multinomial(new Rng(5), 40_000, true);

        double[] shares = drawn.OneHot(3).Mean(0).ToArray<double>();
        Assert.InRange(shares[0], 0.2391, 0.2609); // five standard errors
        Assert.Equal(0, shares[1]);
    }

    [Fact]
    public void Multinomial_WithoutReplacement_DrawsNoneTwice()
    {
        Tensor drawn = Tensor.Ones(20, 5).Multinomial(new Rng(5), 5);

        Assert.Equal([20, 5], drawn.Shape.ToArray());
        Assert.Equal(Enumerable.Repeat(1L, 100), drawn.OneHot(5).Sum(1).ToArray<long>());
    }
}
