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
