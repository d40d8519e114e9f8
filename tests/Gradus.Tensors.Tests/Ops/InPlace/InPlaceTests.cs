namespace Gradus.Tensors.Tests.Ops.InPlace;

/// <summary>Changes in place give what the operators give, on any layout, also where operands share memory.</summary>
public sealed class InPlaceTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor, Tensor> Change, Func<Tensor, Tensor, Tensor> Fresh)> Operators = new()
    {
        ["add"] = ((x, y) => x.AddInPlace(y), (x, y) => x + y),
        ["add scaled"] = ((x, y) => x.AddInPlace(y, -0.5), (x, y) => x + (y * -0.5)),
        ["add number"] = ((x, _) => x.AddInPlace(1.25), (x, _) => x + 1.25),
        ["subtract"] = ((x, y) => x.SubtractInPlace(y), (x, y) => x - y),
        ["subtract scaled"] = ((x, y) => x.SubtractInPlace(y, 3), (x, y) => x - (y * 3.0)),
        ["subtract number"] = ((x, _) => x.SubtractInPlace(1.25), (x, _) => x - 1.25),
        ["multiply"] = ((x, y) => x.MultiplyInPlace(y), (x, y) => x * y),
        ["multiply number"] = ((x, _) => x.MultiplyInPlace(-3), (x, _) => x * -3.0),
        ["divide"] = ((x, y) => x.DivideInPlace(y), (x, y) => x / y),
        ["divide number"] = ((x, _) => x.DivideInPlace(3), (x, _) => x / 3),
        ["clamp"] = ((x, _) => x.ClampInPlace(-0.5, 0.5), (x, _) => x.Clamp(-0.5, 0.5)),
        ["fill"] = ((x, _) => x.Fill(2), (x, _) => Tensor.Full(2, x.DType, x.Shape)),
        ["zero"] = ((x, _) => x.Zero(), (x, _) => Tensor.ZerosLike(x)),
    };

    public static TheoryData<string> Names => [.. Operators.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Change_AnyLayoutTypeAndBroadcast_GivesWhatTheOperatorGives(string name)
    {
        Rng rng = new Rng(7).Split(name);
        foreach (DType dtype in (DType[])[DType.Float32, DType.Float64])
        {
            foreach (int[] shape in (int[][])[[5, 7], [7], [5, 1], [1, 1], []])
            {
                foreach (bool transposed in (bool[])[false, true])
                {
                    Tensor x = transposed ? Tensor.Randn(rng, dtype, 7, 5).T() : Tensor.Randn(rng, dtype, 5, 7);
                    Tensor y = Tensor.Randn(rng, dtype, shape);
                    double[] expected = Operators[name].Fresh(x, y).ToArray<double>();

                    Tensor result = Operators[name].Change(x, y);

                    Assert.Same(x, result);
                    Assert.Equal(expected, x.ToArray<double>());
                }
            }
        }
    }

    /// <summary>Rows over themselves, shifted by one either way, backwards, transposed, and one row for all.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Change_WithAnOperandInTheSameMemory_GivesWhatACopyWouldGive(string name)
    {
        (Func<Tensor, Tensor>, Func<Tensor, Tensor>)[] pairs =
        [
            (x => x, x => x),
            (x => x.Narrow(0, 1, 50), x => x.Narrow(0, 0, 50)),
            (x => x.Narrow(0, 0, 50), x => x.Narrow(0, 1, 50)),
            (x => x.Narrow(0, 0, 49).Reshape(7, 7), x => x.Narrow(0, 0, 49).Reshape(7, 7).T()),
            (x => x.Narrow(0, 0, 49).Reshape(7, 7), x => x.Narrow(0, 14, 7)),
            (x => x.Narrow(0, 0, 40), x => x.Narrow(0, 0, 1)),
            (x => x.Narrow(0, 0, 40), x => x.Narrow(0, 39, 1)),
        ];
        foreach ((Func<Tensor, Tensor> target, Func<Tensor, Tensor> operand) in pairs)
        {
            Tensor memory = Tensor.Randn(new Rng(3), 51);
            double[] expected = Operators[name].Fresh(target(memory).Clone(), operand(memory).Clone()).ToArray<double>();

            Operators[name].Change(target(memory), operand(memory));

            Assert.Equal(expected, target(memory).ToArray<double>());
        }
    }

    [Fact]
    public void Change_OfIntegers_KeepsTheirType()
    {
        Tensor x = Tensor.From([1L, -2L, 3L]);

        x.AddInPlace(2).MultiplyInPlace(3).SubtractInPlace(Tensor.From([1, 1, 1])).ClampInPlace(0, 10);

        Assert.Equal(DType.Int64, x.DType);
        Assert.Equal([8L, 0L, 10L], x.ToArray<long>());
        Assert.Contains("Float32", Assert.Throws<ArgumentException>(() => x.DivideInPlace(2)).Message, StringComparison.Ordinal);
        Assert.Contains("Int64", Assert.Throws<ArgumentException>(() => x.AddInPlace(0.5)).Message, StringComparison.Ordinal);
        Assert.Equal([8L, 0L, 10L], x.ToArray<long>());
    }

    [Fact]
    public void Change_WhereTheResultDoesNotFit_SaysSoAndChangesNothing()
    {
        Tensor x = Tensor.Ones(3), wide = Tensor.Ones(2, 3);

        Assert.Contains("keeps its shape", Assert.Throws<ArgumentException>(() => x.AddInPlace(wide)).Message, StringComparison.Ordinal);
        Assert.Contains("Clone()", Assert.Throws<InvalidOperationException>(() => Tensor.Ones(1, 3).Expand(2, 3).AddInPlace(wide)).Message, StringComparison.Ordinal);
        Assert.Equal([1f, 1f, 1f], x.ToArray<float>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Change_OfWhatRequiresAGradient_IsRefusedOutsideNoGrad(string name)
    {
        Tensor x = Tensor.Ones(3);
        x.RequiresGrad = true;

        Assert.Throws<InvalidOperationException>(() => Operators[name].Change(x, Tensor.Ones(3)));
        using NoGrad none = NoGrad.Enter();
        Operators[name].Change(x, Tensor.Ones(3));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Change_OfASavedTensor_MakesTheGradientRefuse(string name)
    {
        Tensor x = Tensor.From([1f, 2f, 3f]);
        x.RequiresGrad = true;
        Tensor y = x.Square();
        using (NoGrad.Enter())
        {
            Operators[name].Change(x, Tensor.Ones(3));
        }

        Assert.Contains("changed in place", Assert.Throws<InvalidOperationException>(() => y.Sum().Backward()).Message, StringComparison.Ordinal);
    }
}
