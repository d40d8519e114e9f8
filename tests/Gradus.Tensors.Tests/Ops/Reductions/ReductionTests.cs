using Gradus.Tensors.Tests.Autograd;

namespace Gradus.Tensors.Tests.Ops.Reductions;

public sealed class ReductionTests
{
    /// <summary>What PyTorch gives for dimensions without elements.</summary>
    [Fact]
    public void Reductions_OfNothing_GiveTheIdentity()
    {
        Tensor x = Tensor.Zeros(2, 0);

        Assert.Equal([0f, 0f], x.Sum(1).ToArray<float>());
        Assert.Equal([1f, 1f], x.Prod(1).ToArray<float>());
        Assert.Equal([float.NaN, float.NaN], x.Mean(1).ToArray<float>());
        Assert.Equal([float.NaN, float.NaN], x.Var([1]).ToArray<float>());
        Assert.Equal([0f, 0f], x.Norm(2, [1]).ToArray<float>());
        Assert.Equal([float.NegativeInfinity, float.NegativeInfinity], x.LogSumExp(1).ToArray<float>());
        Assert.Equal([false, false], x.Any([1]).ToArray<bool>());
        Assert.Equal([true, true], x.All([1]).ToArray<bool>());
        Assert.Equal([0L, 0L], x.CountNonzero([1]).ToArray<long>());
        Assert.Empty(x.Sum(0).ToArray<float>());
    }

    [Fact]
    public void Sum_OfIntegers_IsInt64AndDoesNotOverflow()
    {
        Tensor sum = Tensor.Full(int.MaxValue, DType.Int32, 3).Sum();

        Assert.Equal(DType.Int64, sum.DType);
        Assert.Equal(3L * int.MaxValue, sum.ToArray<long>()[0]);
        Assert.Equal(DType.Int32, Tensor.Full(2, DType.Int32, 3).Max().DType);
    }

    /// <summary>Ten million ones and a small rest: a single chain of float32 would stop at 2²⁴.</summary>
    [Fact]
    public void Sum_OfALongRowAndOfTallColumns_KeepsItsPrecision()
    {
        const int Length = 17_000_001;
        Tensor x = Tensor.Ones(Length);

        Assert.Equal(Length, x.Sum().Item(), 1.0);
        Assert.Equal(Length / 3, x.Narrow(0, 0, Length / 3 * 3).Reshape(-1, 3).Sum(0).ToArray<float>()[1], 0.5);
        Assert.Equal(1, x.Mean().Item(), 1e-6);
    }

    [Fact]
    public void Max_OfEqualElements_SharesTheGradientAsPyTorch()
    {
        Tensor x = Tensor.From([1f, 3f, 3f]), y = Tensor.From([1f, 3f, 3f]);
        x.RequiresGrad = y.RequiresGrad = true;

        x.Max().Backward();
        y.Max(0).Values.Backward();

        Assert.Equal([0f, 0.5f, 0.5f], x.Grad!.ToArray<float>());
        Assert.Equal([0f, 1f, 0f], y.Grad!.ToArray<float>());
    }

    /// <summary>PyTorch records the count too; its gradient is 0.</summary>
    [Fact]
    public void Norm_OfPowerZero_IsRecordedWithTheGradientZero()
    {
        Tensor x = Leaves.Demanding(Tensor.From([1, 0, 2, 0, 0, float.NaN], 2, 3));

        Tensor all = x.Norm(0), rows = x.Norm(0, [1]);
        (all + rows.Sum() + x.Norm(0, [0], true).Sum() + x.Sum()).Backward();

        Assert.True(all.RequiresGrad);
        Assert.Equal(3, all.Item());
        Assert.Equal([2f, 1], rows.ToArray<float>());
        Assert.All(x.Grad!.ToArray<float>(), value => Assert.Equal(1, value));
        Assert.All(Gradient.Of(x.Norm(0), [x])[0].ToArray<float>(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void NormAndStd_OfZeros_HaveTheGradientZero()
    {
        Tensor x = Tensor.Zeros(3);
        x.RequiresGrad = true;

        (x.Norm() + x.Std() + x.Norm(3)).Backward();

        Assert.Equal(new float[3], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void LogSumExp_OfHugeAndInfiniteNumbers_DoesNotOverflow()
    {
        Assert.Equal([1000f + MathF.Log(2), float.PositiveInfinity, float.NegativeInfinity], Tensor.From([1000f, 1000f, float.PositiveInfinity, 0f, float.NegativeInfinity, float.NegativeInfinity], 3, 2).LogSumExp(1).ToArray<float>());
        Assert.Equal(1000f + MathF.Log(2), Tensor.From([1000f, 1000f]).LogCumSumExp(0).ToArray<float>()[1]);
    }
}
