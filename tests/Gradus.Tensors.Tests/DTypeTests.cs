namespace Gradus.Tensors.Tests;

public sealed class DTypeTests
{
    [Theory]
    [InlineData(DType.Float32, 4, true)]
    [InlineData(DType.Float64, 8, true)]
    [InlineData(DType.Int64, 8, false)]
    [InlineData(DType.Int32, 4, false)]
    [InlineData(DType.Bool, 1, false)]
    [InlineData(DType.BFloat16, 2, false)]
    [InlineData(DType.Int8, 1, false)]
    public void SizeInBytes_EachType_IsItsSize(DType dtype, int size, bool real)
    {
        Assert.Equal(size, dtype.SizeInBytes());
        Assert.Equal(real, dtype.IsFloatingPoint());
    }

    /// <summary>As torch.tensor(..).to(torch.int8) gives them.</summary>
    [Fact]
    public void To_Int8_WrapsAround()
    {
        Tensor x = Tensor.From([300f, -300f, 127.9f, -128.9f, 200f, float.NaN, float.PositiveInfinity]).To(DType.Int8);

        Assert.Equal([44, -44, 127, -128, -56, 0, 0], x.ToArray<sbyte>());
        Assert.Equal([44, -44, 5], Tensor.From([300L, -300L, (1L << 40) + 5]).To(DType.Int8).ToArray<sbyte>());
        Assert.Equal([-56.0, 1.0], Tensor.From([(sbyte)-56, (sbyte)1]).ToArray<double>());
    }

    /// <summary>Halfway between two numbers the even one is taken, and every bfloat16 comes back as it was.</summary>
    [Fact]
    public void To_BFloat16_RoundsToTheNearestEven()
    {
        float step = MathF.Pow(2, -7);

        Assert.Equal([1f, 1f + (2 * step), 1f + step, float.PositiveInfinity], Tensor.From([1f + (step / 2), 1f + (1.5f * step), 1f + (step * 0.51f), float.MaxValue]).To(DType.BFloat16).ToArray<float>());
        float[] all = [.. Enumerable.Range(0, 1 << 16).Select(bits => (float)BFloat16.FromBits((ushort)bits))];
        Assert.Equal(all, Tensor.From(all).To(DType.BFloat16).ToArray<float>());
    }

    [Fact]
    public void StorageTypes_CreationCopiesAndPrinting_KeepTheType()
    {
        foreach (DType dtype in (DType[])[DType.BFloat16, DType.Int8])
        {
            Tensor x = Tensor.Arange(6).To(dtype).Reshape(2, 3);

            Tensor joined = Tensor.Cat([x.T().Clone(), Tensor.Full(3, dtype, 3, 1)], 1);

            Assert.Equal(dtype, joined.DType);
            Assert.Equal([0.0, 3, 3, 1, 4, 3, 2, 5, 3], joined.ToArray<double>());
            Assert.Equal(4, x[1, 1].Item());
            Assert.Contains($"dtype={dtype}", x.ToString(), StringComparison.Ordinal);
            Assert.Equal(DType.Float32, Tensor.Cat([x, Tensor.Ones(2, 1)], 1).DType);
        }

        Assert.Equal("tensor([1.5000, 2.2500], dtype=BFloat16)", Tensor.From([1.5f, 2.25f]).To(DType.BFloat16).ToString());
        Assert.Equal("tensor([1, 2], dtype=Int8)", Tensor.From([(sbyte)1, (sbyte)2]).ToString());
    }

    public static TheoryData<string> Arithmetic => ["+", "number", "unary", "compare", "sum", "max", "sort", "cumsum", "matmul", "index add", "grad"];

    [Theory]
    [MemberData(nameof(Arithmetic))]
    public void StorageTypes_Arithmetic_NamesTheTypeAndTheWayOut(string name)
    {
        foreach (DType dtype in (DType[])[DType.BFloat16, DType.Int8])
        {
            Tensor x = Tensor.Ones(dtype, 2, 2);

            Exception? error = Record.Exception(() => _ = name switch
            {
                "+" => x + x,
                "number" => x * 2,
                "unary" => x.Exp(),
                "compare" => x.Greater(x),
                "sum" => x.Sum(),
                "max" => x.Max(),
                "sort" => x.Sort().Values,
                "cumsum" => x.CumSum(0),
                "matmul" => x.MatMul(x),
                "index add" => x.IndexAdd(0, Tensor.From([0L]), x.Narrow(0, 0, 1)),
                _ => Require(x),
            });

            Assert.True(error is NotSupportedException or InvalidOperationException);
            Assert.Contains(dtype.ToString(), error.Message, StringComparison.Ordinal);
            Assert.Contains("To(DType.Float32)", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void To_BFloat16AndBack_LetsGradientsThrough()
    {
        Tensor x = Tensor.From([1.01f, 2f]);
        x.RequiresGrad = true;

        Tensor half = x.To(DType.BFloat16);
        (half.To(DType.Float32).Square() + half.Flip(0).To(DType.Float32)).Sum().Backward();

        Assert.Equal([(2 * 1.0078125f) + 1, 5f], x.Grad!.ToArray<float>());
    }

    private static Tensor Require(Tensor x)
    {
        x.RequiresGrad = true;
        return x;
    }
}
