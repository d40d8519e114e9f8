namespace Gradus.Tensors.Tests.Ops;

public sealed class SplittingTests
{
    /// <summary>What flows back to the pieces lies side by side, zeros where a piece went nowhere, the sum where it went to two places.</summary>
    [Fact]
    public void Split_PiecesUsedTwiceOnceAndNever_GathersTheirGradients()
    {
        Tensor x = Tensor.From([1f, 2, 3, 4, 5, 6, 7, 8], 2, 4);
        x.RequiresGrad = true;

        Tensor[] pieces = x.Split([1, 2, 1], 1);
        Tensor sum = (pieces[0] * 3).Sum() + (pieces[1] * pieces[1]).Sum() + pieces[0].Sum();

        Assert.Equal([4f, 4, 6, 0, 4, 12, 14, 0], Gradient.Of(sum, [x])[0].ToArray<float>());
    }

    [Fact]
    public void Split_SecondGradient_IsThatOfItsPieces()
    {
        Tensor x = Tensor.From([1.0, 2, 3], 3);
        x.RequiresGrad = true;
        Tensor[] pieces = x.Split(2);

        Tensor slope = Gradient.Of((pieces[0] * pieces[0] * pieces[0]).Sum() + (pieces[1] * pieces[1]).Sum(), [x], createGraph: true)[0];

        Assert.Equal([6.0, 12, 2], Gradient.Of(slope.Sum(), [x])[0].ToArray<double>());
    }
}
