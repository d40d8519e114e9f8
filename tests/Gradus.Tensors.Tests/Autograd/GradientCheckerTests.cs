namespace Gradus.Tensors.Tests.Autograd;

public sealed class GradientCheckerTests
{
    [Fact]
    public void Check_WrongGradient_NamesInputElementAndBothValues()
    {
        Tensor x = Leaves.Demanding(Tensor.From([0.5, 2.0]));

        string? report = GradientChecker.Check(points => points[0].Detach() * points[0], [x]);

        Assert.Contains("input 0, element 1: autograd gives", report, StringComparison.Ordinal);
        Assert.Contains("differences give", report, StringComparison.Ordinal);
        Assert.Equal([0.5, 2.0], x.ToArray<double>());
    }

    [Fact]
    public void Check_WrongGradientInDirections_IsReportedAndValuesAreSetBack()
    {
        Tensor x = Leaves.Wide(1, 2000);
        double[] before = x.ToArray<double>();

        string? report = GradientChecker.Check(points => points[0].Detach() * points[0], [x], directions: 3);

        Assert.StartsWith("direction ", report, StringComparison.Ordinal);
        Assert.Equal(before, x.ToArray<double>());
    }

    [Fact]
    public void Check_LargeInputInDirections_Passes()
    {
        Tensor x = Leaves.Wide(1, 40, 50);

        Assert.Null(GradientChecker.Check(points => points[0].Tanh().MatMul(points[0].T()), [x], directions: 4));
        Assert.Null(GradientChecker.CheckSecond(points => points[0].Tanh(), [x], directions: 4));
    }

    [Fact]
    public void CheckAll_WrongGradientOfOneResult_IsReported()
    {
        Tensor x = Leaves.Demanding(Tensor.From([0.5, 2.0]));

        Assert.Null(GradientChecker.CheckAll(points => [points[0].Exp(), points[0].Greater(1), points[0].Sin()], [x]));
        Assert.NotNull(GradientChecker.CheckAll(points => [points[0].Exp(), points[0].Detach().Sin() + points[0]], [x]));
    }

    [Fact]
    public void Check_FunctionOfRandomNumbers_SaysSo()
    {
        Rng rng = new(1);
        Tensor x = Leaves.Wide(1, 20);

        string? report = GradientChecker.Check(points => points[0].Dropout(0.5, rng), [x]);

        Assert.Contains("Make the Rng anew", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_GradientThatIsWrongForStridedInputs_SaysSo()
    {
        Tensor x = Leaves.Wide(1, 3, 2);

        string? report = GradientChecker.Check(points => new ForgetsStrides().Apply(points[0]), [x]);

        Assert.Contains("as a strided view", report, StringComparison.Ordinal);
        Assert.Null(GradientChecker.Check(points => new ForgetsStrides().Apply(points[0]), [x], layouts: false));
    }

    [Fact]
    public void Check_GradientThatIsWrongForExpandedInputs_SaysSo()
    {
        Tensor x = Leaves.Wide(1, 3, 2);

        string? report = GradientChecker.Check(points => new ForgetsExpansion().Apply(points[0]), [x]);

        Assert.Contains("as an expanded view", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Float32_IsRefusedWithTheWayOut()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => GradientChecker.Check(points => points[0], [Leaves.Of(1)]));

        Assert.Contains("float32 is too coarse for differences", error.Message, StringComparison.Ordinal);
        Assert.Contains("To(DType.Float64)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_InputWithoutGradient_SaysWhatItIs()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => GradientChecker.Check(points => points[0], [Tensor.Ones(DType.Float64, 2)]));

        Assert.Contains("requires no gradient", error.Message, StringComparison.Ordinal);
    }

    private sealed class ForgetsStrides : CustomFunction
    {
        protected override Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs)
        {
            context.State = inputs[0].IsContiguous || inputs[0].Strides[0] == 0 ? 2 : 3;
            return [inputs[0] * 2];
        }

        protected override Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients) => [gradients[0] * (int)context.State!];
    }

    private sealed class ForgetsExpansion : CustomFunction
    {
        protected override Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs)
        {
            context.State = inputs[0].Strides[0] == 0 ? 3 : 2;
            return [inputs[0] * 2];
        }

        protected override Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients) => [gradients[0] * (int)context.State!];
    }
}
