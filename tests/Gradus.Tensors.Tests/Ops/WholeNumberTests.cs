namespace Gradus.Tensors.Tests.Ops;

/// <summary>Integers keep all their digits, and sizes that no tensor can have are named.</summary>
public sealed class WholeNumberTests
{
    [Fact]
    public void MatMul_LargeIntegers_IsExact() =>
        Assert.Equal([16_777_217L * 3], Tensor.From([16_777_217L, 0], [1, 2]).MatMul(Tensor.From([3L, 5], [2, 1])).ToArray<long>());

    [Fact]
    public void MatMul_IntegersBatchedAndTransposed_IsThatOfDoubles()
    {
        Rng rng = new(3);
        Tensor a = (Tensor.Randn(rng, [2, 1, 3, 4]) * 10).To(DType.Int32), b = (Tensor.Randn(rng, [5, 2, 4]) * 10).To(DType.Int32);

        Tensor y = a.MatMul(b.Transpose(-1, -2));

        Assert.Equal(DType.Int32, y.DType);
        Assert.Equal(a.To(DType.Float64).MatMul(b.To(DType.Float64).Transpose(-1, -2)).ToArray<double>(), y.ToArray<double>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void MatMul_NoInnerPlaces_IsZero(int columns) => Assert.Equal(new long[2 * columns], Tensor.Zeros(DType.Int64, [2, 0]).MatMul(Tensor.Zeros(DType.Int64, [0, columns])).ToArray<long>());

    /// <summary>2^53 + 1 is the first whole number that a double does not hold.</summary>
    [Fact]
    public void Numbers_ThatADoubleDoesNotHold_KeepTheirDigits()
    {
        const long Odd = (1L << 53) + 1;
        Tensor x = Tensor.From([Odd - 1, Odd, Odd + 1]), index = Tensor.From([1L]);
        Tensor mask = Tensor.From([false, true, false]), zeros = Tensor.Zeros(DType.Int64, 3);

        Assert.Equal([Odd, Odd], Tensor.Full(Odd, DType.Int64, 2).ToArray<long>());
        Assert.Equal([Odd, Odd, Odd], Tensor.FullLike(x, Odd).ToArray<long>());
        Assert.Equal([Odd], Tensor.Scalar(Odd, DType.Int64).ToArray<long>());
        Assert.Equal([0, Odd, 0], zeros.MaskedFill(mask, Odd).ToArray<long>());
        Assert.Equal([0, Odd, 0], zeros.IndexFill(0, index, Odd).ToArray<long>());
        Assert.Equal([0, Odd, 0], zeros.Scatter(0, index, Odd).ToArray<long>());
        Assert.Equal([Odd, Odd, Odd], zeros.Clone().Fill(Odd).ToArray<long>());
        Assert.Equal([Odd, Odd], Tensor.Zeros(DType.Int64, 2, 2).Select(1, 0).Fill(Odd).ToArray<long>());
        Assert.Equal([Odd, Odd, Odd], zeros.Clone().AddInPlace(Odd).ToArray<long>());
        Assert.Equal([-Odd, -Odd, -Odd], zeros.Clone().SubtractInPlace(Odd).ToArray<long>());
        Assert.Equal([3 * Odd], Tensor.From([3L]).MultiplyInPlace(Odd).ToArray<long>());
        Assert.Equal([Odd, Odd, Odd], x.Clamp(Odd, Odd).ToArray<long>());
        Assert.Equal([Odd, Odd, Odd + 1], x.ClampMin(Odd).ToArray<long>());
        Assert.Equal([Odd - 1, Odd, Odd], x.ClampMax(Odd).ToArray<long>());
        Assert.Equal([Odd - 1, 0, 1], x.Remainder(Odd).ToArray<long>());
        Assert.Equal([Odd - 1, 0, 1], x.Fmod(Odd).ToArray<long>());
        Assert.Equal([0L, 1, 1], x.FloorDivide(Odd).ToArray<long>());
    }

    [Fact]
    public void Comparisons_WithNumbers_AreExact()
    {
        const long Odd = (1L << 53) + 1;
        const double Even = 1L << 53, Beyond = 9223372036854775808; // 2^63
        Tensor x = Tensor.From([Odd - 1, Odd, Odd + 1]), whole = Tensor.From([7]), ends = Tensor.From([long.MinValue, long.MaxValue]);

        Assert.Equal([false, true, false], x.Equal(Odd).ToArray<bool>());
        Assert.Equal([true, false, true], x.NotEqual(Odd).ToArray<bool>());
        Assert.Equal([false, false, true], (x > Odd).ToArray<bool>());
        Assert.Equal([false, true, true], (x >= Odd).ToArray<bool>());
        Assert.Equal([true, false, false], (x < Odd).ToArray<bool>());
        Assert.Equal([true, true, false], (x <= Odd).ToArray<bool>());
        Assert.Equal([false, false, true], (Odd < x).ToArray<bool>());
        Assert.Equal([true, false, false], x.Equal(Even).ToArray<bool>());
        Assert.Equal([false, true, true], x.Greater(Even).ToArray<bool>());
        Assert.Equal([false, false], ends.Equal(Beyond).ToArray<bool>());
        Assert.Equal([true, true], ends.Less(Beyond).ToArray<bool>());
        Assert.Equal([true, false], ends.Equal(-Beyond).ToArray<bool>());
        Assert.Equal([false, false], ends.Equal(double.NaN).ToArray<bool>());
        Assert.Equal([true], whole.Less(1L << 40).ToArray<bool>());
        Assert.Equal([false], whole.Equal((1L << 32) + 7).ToArray<bool>());
        Assert.Equal([true], whole.Greater(6.5).ToArray<bool>());
        Assert.Equal([true, false], Tensor.From([true, false]).Equal(1).ToArray<bool>());
    }

    /// <summary>PyTorch: "value cannot be converted to type int32_t without overflow".</summary>
    [Theory]
    [InlineData(DType.Int32, 3e9, "got 3000000000 for Int32, which holds -2147483648 to 2147483647")]
    [InlineData(DType.Int32, -2147483649.0, "got -2147483649 for Int32")]
    [InlineData(DType.Int64, 9223372036854775808.0, "which holds -2^63 to 2^63 - 1")]
    [InlineData(DType.Int64, double.NaN, "got NaN for Int64")]
    [InlineData(DType.Int64, double.NegativeInfinity, "for Int64")]
    [InlineData(DType.Int8, 128.0, "got 128 for Int8, which holds -128 to 127")]
    public void Fill_NumberThatTheTypeDoesNotHold_IsRefused(DType dtype, double value, string part)
    {
        Tensor x = Tensor.Zeros(dtype, 2), all = Tensor.From([true, true]);

        foreach ((string name, Func<object> call) in new (string, Func<object>)[]
        {
            ("Full", () => Tensor.Full(value, dtype, 2)), ("FullLike", () => Tensor.FullLike(x, value)), ("Scalar", () => Tensor.Scalar(value, dtype)),
            ("Fill", () => x.Fill(value)), ("Fill", () => Tensor.Zeros(dtype, 2, 2).T().Select(0, 0).Fill(value)), ("MaskedFill", () => x.MaskedFill(all, value)),
        })
        {
            string message = Assert.Throws<ArgumentOutOfRangeException>("value", call).Message;
            Assert.Contains($"{name} got", message, StringComparison.Ordinal);
            Assert.Contains(part, message, StringComparison.Ordinal);
        }

        Assert.Equal([0L, 0], x.ToArray<long>());
    }

    [Fact]
    public void Fill_FractionsAndEnds_AreCutAndFit()
    {
        Assert.Equal([-1], Tensor.Full(-1.5, DType.Int32, 1).ToArray<int>());
        Assert.Equal([int.MaxValue], Tensor.Full(int.MaxValue + 0.5, DType.Int32, 1).ToArray<int>());
        Assert.Equal([int.MinValue], Tensor.Full(int.MinValue - 0.5, DType.Int32, 1).ToArray<int>());
        Assert.Equal([long.MinValue], Tensor.Full(-9223372036854775808.0, DType.Int64, 1).ToArray<long>());
        Assert.Equal([5, 7], Tensor.From([5, 9]).Clamp(-1e30, 7).ToArray<int>());
        Assert.Equal([5L, 9], Tensor.From([5L, 9]).Clamp(0.0, 1e30).ToArray<long>());
    }

    [Fact]
    public void ToString_LargeIntegers_PrintsEveryDigit() =>
        Assert.Equal("tensor([   9007199254740993, 9223372036854775807,                  -1])", Tensor.From([9_007_199_254_740_993L, long.MaxValue, -1]).ToString());

    [Fact]
    public void ToString_LongRows_ShowsTheEnds()
    {
        Assert.Equal("tensor([   0,    1,    2, ..., 1997, 1998, 1999])", Tensor.Arange(0, 2000, 1).To(DType.Int64).ToString());
        Assert.Equal(43, Tensor.Zeros([100, 100]).ToString().Split(["0.", "..."], StringSplitOptions.None).Length - 1);
    }

    [Theory]
    [InlineData(131_071, 65_536)]
    [InlineData(100_000, 50_000)]
    public void Unfold_MoreElementsThanATensorHolds_IsRefused(int length, int window) =>
        Assert.Contains("elements", Assert.Throws<ArgumentException>(() => Tensor.Zeros([length]).Unfold(0, window, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Zeros_HugeButEmpty_IsEmpty() => Assert.Equal(0, Tensor.Zeros([65_536, 65_536, 0]).ElementCount);

    [Fact]
    public void CatAndPad_MorePlacesThanATensorHas_AreRefused()
    {
        Tensor empty = Tensor.Zeros([int.MaxValue, 0]);

        Assert.Contains("Cat", Assert.Throws<ArgumentException>(() => Tensor.Cat([empty, empty], 0)).Message, StringComparison.Ordinal);
        Assert.Contains("Pad", Assert.Throws<ArgumentException>(() => Tensor.Zeros([3]).Pad([int.MaxValue, 1])).Message, StringComparison.Ordinal);
    }
}
