using Gradus.Tensors.Tests.Autograd;

namespace Gradus.Tensors.Tests.Ops;

/// <summary>Tensors of no dimensions, and empty ones, where a dimension is asked for. What comes out is what PyTorch 1.13 gives.</summary>
public sealed class SingleNumberTests
{
    [Theory]
    [InlineData("topk 0")]
    [InlineData("topk 1")]
    [InlineData("kth")]
    [InlineData("kth keep")]
    [InlineData("sort")]
    public void Orders_OfASingleNumber_GiveItAndPlaceZero(string name)
    {
        Tensor x = Tensor.Scalar(3);
        x.RequiresGrad = true;

        (Tensor values, Tensor indices) = name switch
        {
            "topk 0" => x.TopK(0),
            "topk 1" => x.TopK(1, 0),
            "kth" => x.KthValue(1),
            "kth keep" => x.KthValue(1, 0, true),
            _ => x.Sort(),
        };
        (values * 5).Backward();

        Assert.Equal((0, 3), (values.Rank, values.Item()));
        Assert.Equal((0, 0, DType.Int64), (indices.Rank, indices.Item(), indices.DType));
        Assert.Equal(5, x.Grad!.Item());
        Assert.NotSame(x, values);
    }

    [Fact]
    public void Orders_OfASingleNumberBeyondIt_Throw()
    {
        Tensor x = Tensor.Scalar(3);

        Assert.Contains("must lie from 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => x.TopK(2)).Message, StringComparison.Ordinal);
        Assert.Contains("must lie from 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => x.TopK(-1)).Message, StringComparison.Ordinal);
        Assert.Contains("must lie from 1 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => x.KthValue(0)).Message, StringComparison.Ordinal);
        Assert.Contains("got dimension 1", Assert.Throws<ArgumentOutOfRangeException>(() => x.TopK(1, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gather_SingleNumbers_StandForVectorsOfOne()
    {
        Tensor x = Tensor.Scalar(3), line = Leaves.Of(1, 2), zero = Tensor.Scalar(0, DType.Int64);
        x.RequiresGrad = true;

        Tensor one = x.Gather(0, zero), two = x.Gather(-1, Tensor.From([0L, 0L])), last = line.Gather(0, zero + 1);
        (one + two.Sum() + last).Backward();

        Assert.Equal((0, 3), (one.Rank, one.Item()));
        Assert.Equal([3f, 3], two.ToArray<float>());
        Assert.Equal((0, 2), (last.Rank, last.Item()));
        Assert.Equal(3, x.Grad!.Item());
        Assert.Equal(0, x.Grad.Rank);
        Assert.Equal([0f, 1], line.Grad!.ToArray<float>());
        Assert.Contains("must lie from 0 to 0", Assert.Throws<ArgumentOutOfRangeException>(() => x.Gather(0, zero + 1)).Message, StringComparison.Ordinal);
        Assert.Contains("as many dimensions", Assert.Throws<ArgumentException>(() => Tensor.Ones(1, 2).Gather(0, zero)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scatter_SingleNumbers_StandForVectorsOfOne()
    {
        Tensor x = Tensor.Scalar(3), zero = Tensor.Scalar(0, DType.Int64), source = Tensor.Scalar(5);
        x.RequiresGrad = source.RequiresGrad = true;

        Tensor written = x.Scatter(0, zero, source), number = x.Scatter(0, Tensor.From([0L]), 7.0), added = x.ScatterAdd(0, zero, source);
        (written + added).Backward();

        Assert.Equal((0, 5), (written.Rank, written.Item()));
        Assert.Equal((0, 7), (number.Rank, number.Item()));
        Assert.Equal((0, 8), (added.Rank, added.Item()));
        Assert.Equal((1, 2), (x.Grad!.Item(), source.Grad!.Item()));
        Assert.Equal([1f, 5], Tensor.From([1f, 2]).Scatter(0, zero + 1, source.Detach()).ToArray<float>());
    }

    [Fact]
    public void Cat_SingleNumber_IsRefusedWithItsPlace()
    {
        Tensor x = Tensor.Scalar(3), line = Tensor.Ones(1);

        foreach ((Tensor[] parts, int place) in new (Tensor[], int)[] { ([x, x], 0), ([line, x], 1), ([x, line], 0) })
        {
            Assert.Contains($"a single number at place {place}", Assert.Throws<ArgumentException>(() => Tensor.Cat(parts)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cat_EmptyOfOneDimension_IsSkippedButItsTypeCounts()
    {
        Tensor empty = Tensor.Zeros(0), matrix = Tensor.Ones(2, 3), noRows = Tensor.Zeros(0, 3);
        Tensor demanding = Leaves.Demanding(Tensor.Zeros(0)), leaf = Leaves.Normal(1, 2, 3);

        Tensor[] gradients = Gradient.Of((Tensor.Cat([demanding, leaf, empty], 1) * 2).Sum(), [demanding, leaf]);

        Assert.Equal([2, 3], Tensor.Cat([empty, matrix, empty], 1).Shape.ToArray());
        Assert.Equal([4, 3], Tensor.Cat([matrix, empty, matrix]).Shape.ToArray());
        Assert.Equal([2, 3], Tensor.Cat([noRows, matrix]).Shape.ToArray());
        Assert.Equal([0, 3], Tensor.Cat([empty, noRows], 1).Shape.ToArray());
        Assert.Equal([0], Tensor.Cat([empty, empty], 1).Shape.ToArray());
        Assert.Equal(DType.Float32, Tensor.Cat([matrix.To(DType.Int64), empty]).DType);
        Assert.Equal(DType.Float32, Tensor.Cat([empty.To(DType.Int64), empty]).DType);
        Assert.True(Tensor.Cat([demanding, matrix]).RequiresGrad);
        Assert.Equal([0], gradients[0].Shape.ToArray());
        Assert.All(gradients[1].ToArray<float>(), value => Assert.Equal(2, value));
        Assert.Contains("[2, 3] and [0, 0]", Assert.Throws<ArgumentException>(() => Tensor.Cat([matrix, Tensor.Zeros(0, 0)])).Message, StringComparison.Ordinal);
        Assert.Contains("got dimension 2", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Cat([empty, matrix], 2)).Message, StringComparison.Ordinal);
    }
}
