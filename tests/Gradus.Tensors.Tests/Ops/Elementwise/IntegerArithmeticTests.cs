namespace Gradus.Tensors.Tests.Ops.Elementwise;

/// <summary>Integers stay integers where PyTorch keeps them. Values are those of PyTorch 1.13.</summary>
public sealed class IntegerArithmeticTests
{
    private static readonly long[] Left = [7, -7, 0, 5], Right = [2, 2, 3, -3];

    [Theory]
    [InlineData(DType.Int64)]
    [InlineData(DType.Int32)]
    public void Functions_OfIntegers_StayIntegers(DType dtype)
    {
        Tensor a = Tensor.From(Left).To(dtype), b = Tensor.From(Right).To(dtype);

        Assert.Equal([9, -5, 3, 2], Whole(a + b));
        Assert.Equal([5, -9, -3, 8], Whole(a - b));
        Assert.Equal([14, -14, 0, -15], Whole(a * b));
        Assert.Equal([3, -4, 0, -2], Whole(a.FloorDivide(b)));
        Assert.Equal([1, 1, 0, -1], Whole(a.Remainder(b)));
        Assert.Equal([1, -1, 0, 2], Whole(a.Fmod(b)));
        Assert.Equal([7, 2, 3, 5], Whole(Tensor.Maximum(a, b)));
        Assert.Equal([2, -7, 0, -3], Whole(Tensor.Minimum(a, b)));
        Assert.Equal([7, 7, 0, 5], Whole(a.Abs()));
        Assert.Equal([-7, 7, 0, -5], Whole(-a));
        Assert.Equal([49, 49, 0, 25], Whole(a.Pow(2)));
        Assert.Equal([343, -343, 0, 125], Whole(a.Pow(3)));
        Assert.Equal([1, -1, 0, 1], Whole(a.Sign()));
        Assert.Equal([3, -2, 0, 3], Whole(a.Clamp(-2, 3)));
        Assert.Equal([10, -4, 3, 8], Whole(a + 3));
        Assert.Equal([-4, 10, 3, -2], Whole(3 - a));
        Assert.Equal([21, -21, 0, 15], Whole(a * 3));
        Assert.Equal([3, -4, 0, 2], Whole(a.FloorDivide(2)));
        Assert.Equal(DType.Float32, (a + 0.5).DType);
        Assert.Equal(DType.Float32, (a / 2).DType);
        Assert.Equal(DType.Float32, a.Exp().DType);

        long[] Whole(Tensor y)
        {
            Assert.Equal(dtype, y.DType);
            return y.ToArray<long>();
        }
    }

    [Fact]
    public void Division_OfIntegersByZero_Throws()
    {
        Tensor one = Tensor.From([1L]), zero = Tensor.From([0L]);

        Assert.Throws<DivideByZeroException>(() => one.FloorDivide(zero));
        Assert.Throws<DivideByZeroException>(() => one.Remainder(zero));
        Assert.Throws<DivideByZeroException>(() => one.Fmod(zero));
        Assert.Contains("negative power", Assert.Throws<ArgumentException>(() => one.Pow(Tensor.From([-1L]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Division_OfTheLeastInteger_WrapsAround()
    {
        Tensor least = Tensor.From([long.MinValue]), minus = Tensor.From([-1L]);

        Assert.Equal([long.MinValue], least.FloorDivide(minus).ToArray<long>());
        Assert.Equal([0L], least.Remainder(minus).ToArray<long>());
        Assert.Equal([0L], least.Fmod(minus).ToArray<long>());
    }

    [Fact]
    public void Rounding_OfIntegers_LeavesThem()
    {
        Tensor x = Tensor.From([3L, -4L]);

        Assert.All([x.Floor(), x.Ceil(), x.Round(), x.Trunc()], y => Assert.Equal([3L, -4L], y.ToArray<long>()));
    }
}
