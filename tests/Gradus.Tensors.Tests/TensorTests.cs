namespace Gradus.Tensors.Tests;

public sealed class TensorTests
{
    [Fact]
    public void Views_OfATensor_ShareItsMemory()
    {
        Tensor x = Tensor.Arange(12, DType.Float32).Reshape(3, 4);

        x.T().Select(0, 1).Fill(-1);
        x.Narrow(0, 2, 1).Slice(1, 0, step: 2).Fill(7);

        Assert.Equal([0f, -1f, 2f, 3f, 4f, -1f, 6f, 7f, 7f, -1f, 7f, 11f], x.ToArray<float>());
    }

    [Fact]
    public void Reshape_OfATransposedView_CopiesInTheOrderOfIndices()
    {
        Tensor x = Tensor.Arange(6).Reshape(2, 3).T();

        Assert.False(x.IsContiguous);
        Assert.Equal([0L, 3L, 1L, 4L, 2L, 5L], x.Reshape(-1).ToArray<long>());
        Assert.Contains("Use Reshape", Assert.Throws<ArgumentException>(() => x.View(6)).Message, StringComparison.Ordinal);
    }

    /// <summary>What PyTorch 1.13 prints for the same tensors, but for the names of types.</summary>
    [Fact]
    public void ToString_SmallTensors_PrintsAsPyTorch()
    {
        Assert.Equal("tensor(3.5000)", Tensor.Scalar(3.5).ToString());
        Assert.Equal("tensor([1., 2., 3.])", Tensor.From([1f, 2f, 3f]).ToString());
        Assert.Equal("tensor([[1, 2],\n        [3, 4]])", Tensor.From([1L, 2L, 3L, 4L], 2, 2).ToString());
        Assert.Equal("tensor([[ 0.1000, -2.0000],\n        [ 3.2500,     nan]])", Tensor.From([0.1f, -2f, 3.25f, float.NaN], 2, 2).ToString());
        Assert.Equal("tensor([ True, False])", Tensor.From([true, false]).ToString());
        Assert.Equal("tensor([[[0., 0.]],\n\n        [[0., 0.]]])", Tensor.Zeros(2, 1, 2).ToString());
        Assert.Equal("tensor([1.0000e-06, 1.0000e+00])", Tensor.From([1e-6f, 1f]).ToString());
        Assert.Equal("tensor([], size=(0))", Tensor.Zeros(0).ToString());
        Assert.Contains("..., ", Tensor.Zeros(2000).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Item_OfSeveralElements_SaysWhatIsNeeded() =>
        Assert.Contains("one element", Assert.Throws<InvalidOperationException>(() => Tensor.Ones(2).Item()).Message, StringComparison.Ordinal);

    [Fact]
    public void To_BetweenTypes_ConvertsAsPyTorch()
    {
        Tensor x = Tensor.From([-1.7f, 0f, 2.9f]);

        Assert.Equal([-1L, 0L, 2L], x.To(DType.Int64).ToArray<long>());
        Assert.Equal([-1, 0, 2], x.To(DType.Int32).ToArray<int>());
        Assert.Equal([true, false, true], x.To(DType.Bool).ToArray<bool>());
        Assert.Equal([1.0, 0.0, 1.0], x.To(DType.Bool).ToArray<double>());
        Assert.Same(x, x.To(DType.Float32));
    }

    [Fact]
    public void AsWritableSpan_OfATransposedView_SaysContiguous()
    {
        Assert.Throws<InvalidOperationException>(() => { _ = Tensor.Ones(2, 3).T().AsWritableSpan<float>().Length; });
        Assert.Throws<InvalidOperationException>(() => { _ = Tensor.Ones(2, 3).AsSpan<double>().Length; });
        Assert.Throws<NotSupportedException>(() => { _ = Tensor.Ones(2, 3).AsSpan<short>().Length; });
    }

    [Fact]
    public void Factories_SameSeed_GiveTheSameBits()
    {
        Assert.Equal(Tensor.Randn(new Rng(3), 5, 7).ToArray<float>(), Tensor.Randn(new Rng(3), 5, 7).ToArray<float>());
        Assert.NotEqual(Tensor.Rand(new Rng(3), 5).ToArray<float>(), Tensor.Rand(new Rng(4), 5).ToArray<float>());
        Assert.Equal([1f, 1.5f, 2f], Tensor.Arange(1, 2.5, 0.5).ToArray<float>());
        Assert.Equal([2L, 2L], Tensor.Full(2, DType.Int64, 2).ToArray<long>());
    }

    public static TheoryData<string, string> BadCalls => new()
    {
        { "from", "holds 4" },
        { "negative", "negative size" },
        { "reshape", "[2, 3], which has 6 elements" },
        { "expand", "must be equal or 1" },
        { "permute", "named once" },
        { "narrow", "must lie in 0 to 3" },
        { "select", "from -2 to 1" },
        { "dim", "from -2 to 1" },
        { "sum twice", "twice" },
        { "matmul", "Is a transpose missing?" },
        { "linear", "[.., in], [out, in] and [out]" },
        { "cat", "all other dimensions must be equal" },
        { "stack", "all must be equal" },
        { "index", "from 0 to 1" },
        { "index type", "For a bool mask use Where" },
        { "gather", "as many dimensions" },
        { "argmax", "empty dimension" },
        { "batch norm", "more than one value" },
        { "batch norm shape", "[N, C]" },
        { "batch norm eval", "running mean" },
        { "dropout", "0 to 1" },
        { "cross entropy", "int64 labels [N]" },
        { "label", "from 0 to 2" },
        { "bce", "Did you forget Squeeze" },
        { "mse", "shapes must be equal" },
        { "rank", "at most 8" },
        { "grad of integers", "Only floating-point" },
        { "clip", "above 0" },
        { "unary", "float32 and float64" },
    };

    [Theory]
    [MemberData(nameof(BadCalls))]
    public void BadCall_OfEachOperator_SaysWhatCameAndWhatIsNeeded(string name, string part)
    {
        Tensor x = Tensor.Ones(2, 3);

        Exception? error = Record.Exception(() => _ = name switch
        {
            "from" => Tensor.From([1f, 2f], 2, 2),
            "negative" => Tensor.Zeros(-1),
            "reshape" => x.Reshape(4),
            "expand" => x.Expand(2, 4),
            "permute" => x.Permute(0, 0),
            "narrow" => x.Narrow(1, 2, 2),
            "select" => x.Select(0, 2),
            "dim" => x.Sum(2),
            "sum twice" => x.Sum([0, -2]),
            "matmul" => x.MatMul(x),
            "linear" => x.Linear(Tensor.Ones(4, 2)),
            "cat" => Tensor.Cat([x, Tensor.Ones(2)]),
            "stack" => Tensor.Stack([x, Tensor.Ones(2)]),
            "index" => x.IndexSelect(0, Tensor.From([2L])),
            "index type" => x.IndexSelect(0, Tensor.From([true, false])),
            "gather" => x.Gather(0, Tensor.From([0L])),
            "argmax" => Tensor.Zeros(0, 2).ArgMax(0),
            "batch norm" => Tensor.Ones(1, 3).BatchNorm(null, null, training: true),
            "batch norm shape" => Tensor.Ones(3).BatchNorm(null, null, training: true),
            "batch norm eval" => x.BatchNorm(null, null),
            "dropout" => x.Dropout(1.5, new Rng(0)),
            "cross entropy" => x.CrossEntropy(Tensor.From([0L, 1L, 2L])),
            "label" => x.CrossEntropy(Tensor.From([0L, 3L])),
            "bce" => Tensor.Ones(2, 1).BinaryCrossEntropyWithLogits(Tensor.Ones(2)),
            "mse" => x.MseLoss(Tensor.Ones(3)),
            "rank" => Tensor.Ones(1, 1, 1, 1, 1, 1, 1, 1, 1),
            "grad of integers" => Require(Tensor.From([1L])),
            "clip" => Tensor.Scalar(GradientNorm.Clip([x], 0)),
            "unary" => Tensor.Rand(new Rng(0), DType.Int64, 2),
            _ => throw new InvalidOperationException(name),
        });

        Assert.NotNull(error);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    private static Tensor Require(Tensor x)
    {
        x.RequiresGrad = true;
        return x;
    }
}
