namespace Gradus.Tensors.Tests.Ops.Indexing;

public sealed class TensorIndexTests
{
    [Fact]
    public void Brackets_OfNumbersAndRuns_AreViewsOfTheSameMemory()
    {
        Tensor x = Tensor.Zeros(3, 4);

        x[1].Fill(2);
        x[^1, 1..3].Fill(5);

        Assert.Equal([0f, 0, 0, 0, 2, 2, 2, 2, 0, 5, 5, 0], x.ToArray<float>());
    }

    [Fact]
    public void Brackets_Set_WriteInPlaceAndBroadcast()
    {
        Tensor x = Tensor.Zeros(3, 4);

        x[.., TensorIndex.Slice(0, int.MaxValue, 2)] = Tensor.From([1.0, 2.0]);
        x[Tensor.From([2L, 0L]), ^1] = Tensor.From([7f, 8f]);
        x[x.Equal(2)] = Tensor.Scalar(-1);

        Assert.Equal([1f, 0, -1, 8, 1, 0, -1, 0, 1, 0, -1, 7], x.ToArray<float>());
    }

    [Fact]
    public void Brackets_SetOnALeafThatRequiresAGradient_Refuses()
    {
        Tensor x = Tensor.Zeros(3);
        x.RequiresGrad = true;

        Assert.Throws<InvalidOperationException>(() => x[0] = Tensor.Ones());
    }

    [Fact]
    public void OneHot_OfLabels_HasOneInEachRow()
    {
        Tensor hot = Tensor.From([1L, 0L, 2L]).OneHot();

        Assert.Equal([0L, 1, 0, 1, 0, 0, 0, 0, 1], hot.ToArray<long>());
        Assert.Equal([2, 1, 4], Tensor.From([3, 0], 2, 1).OneHot(4).Shape.ToArray());
    }
}
