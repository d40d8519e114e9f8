namespace Gradus.Tensors.Tests.Autograd;

public sealed class CustomFunctionTests
{
    [Fact]
    public void Apply_Cube_PassesBothGradientChecks()
    {
        Tensor x = Leaves.Wide(1, 3, 2);

        Assert.Null(GradientChecker.Check(points => new Cube().Apply(points[0]), [x]));
        Assert.Null(GradientChecker.CheckSecond(points => new Cube().Apply(points[0]), [x]));
    }

    [Fact]
    public void ApplyAll_SeveralInputsAndResults_PassesBothGradientChecks()
    {
        Tensor a = Leaves.Wide(1, 4), b = Leaves.Wide(2, 4);

        Assert.Null(GradientChecker.CheckAll(points => new SumAndProduct().ApplyAll(points[0], points[1]), [a, b]));
        Assert.Null(GradientChecker.CheckSecond(points => new SumAndProduct().ApplyAll(points[0], points[1])[1] * points[0], [a, b]));
    }

    [Fact]
    public void ApplyAll_OnlyOneResultUsed_GetsZerosForTheOther()
    {
        Tensor a = Leaves.Of(2), b = Leaves.Of(5);

        new SumAndProduct().ApplyAll(a, b)[1].Sum().Backward();

        Assert.Equal([5f], a.Grad!.ToArray<float>());
        Assert.Equal([2f], b.Grad!.ToArray<float>());
    }

    [Fact]
    public void ApplyAll_OneInputWithoutGradient_IsNotAskedFor()
    {
        Tensor a = Leaves.Of(2), b = Tensor.From([5f]);
        SumAndProduct function = new();

        function.ApplyAll(a, b)[1].Sum().Backward();

        Assert.Equal([5f], a.Grad!.ToArray<float>());
        Assert.Equal([true, false], function.Needed);
    }

    [Fact]
    public void ApplyAll_IntegerInputAndMarkedResult_RequireNoGradient()
    {
        Tensor x = Leaves.Demanding(Tensor.From([1f, 5f, 3f, 2f], 2, 2));

        Tensor[] results = new LargestOfRows().ApplyAll(x, Tensor.From([1L, 0L]));
        results[0].Sum().Backward();

        Assert.True(results[0].RequiresGrad);
        Assert.False(results[1].RequiresGrad);
        Assert.False(results[2].RequiresGrad);
        Assert.Equal([0f, 1f, 1f, 0f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Apply_UnderNoGrad_RecordsNothing()
    {
        using NoGrad none = NoGrad.Enter();

        Assert.False(new Cube().Apply(Leaves.Of(1)).RequiresGrad);
    }

    [Fact]
    public void Apply_ForwardThatReturnsItsInput_LeavesTheInputALeaf()
    {
        Tensor x = Leaves.Of(1, 2);

        Tensor y = new ScaledGradient(-3).Apply(x);
        y.Sum().Backward();

        Assert.True(x.IsLeaf);
        Assert.Equal([-3f, -3f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Backward_WrongShape_NamesFunctionInputAndShapes() => Refuses(_ => [Tensor.Ones(3)], "Broken gave float32 [3] as the gradient of input 0, which is float32 [2]");

    [Fact]
    public void Backward_WrongType_NamesBothTypes() => Refuses(_ => [Tensor.Ones(DType.Float64, 2)], "Broken gave float64 [2] as the gradient of input 0, which is float32 [2]");

    [Fact]
    public void Backward_WrongCount_SaysHowMany() => Refuses(gradients => [gradients[0], null], "Broken gave 2 gradients for 1 inputs");

    [Fact]
    public void Backward_Null_IsAZeroGradient()
    {
        Tensor x = Leaves.Of(1, 2);

        (new Broken(_ => [null]).Apply(x) + x).Sum().Backward();

        Assert.Equal([1f, 1f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Of_CreateGraphThroughAOnceDifferentiableFunction_IsRefused()
    {
        Tensor x = Leaves.Of(1, 2);
        Tensor y = new Broken(gradients => [gradients[0]], once: true).Apply(x).Sum();

        NotSupportedException error = Assert.Throws<NotSupportedException>(() => Gradient.Of(y, [x], createGraph: true));

        Assert.Contains("Broken is once differentiable", error.Message, StringComparison.Ordinal);
        Assert.Equal([1f, 1f], Gradient.Of(y, [x])[0].ToArray<float>());
    }

    [Fact]
    public void Of_CreateGraphWithASavedIntermediate_IsRefusedInsteadOfWrong()
    {
        Tensor x = Leaves.Of(1, 2);
        Tensor y = new SavesIntermediate().Apply(x).Sum();

        NotSupportedException error = Assert.Throws<NotSupportedException>(() => Gradient.Of(y, [x], createGraph: true));

        Assert.Contains("neither an input nor a result", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saved_TensorChangedInPlace_RefusesWithTheFunctionNamed()
    {
        Tensor x = Leaves.Of(1, 2);
        Tensor y = new Cube().Apply(x).Sum();
        using (NoGrad.Enter())
        {
            x.Fill(0);
        }

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => y.Backward());

        Assert.Contains("the gradient of Cube needs was changed in place", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_Twice_SaysRetainGraph()
    {
        Tensor y = new Cube().Apply(Leaves.Of(1, 2)).Sum();
        y.Backward();

        Assert.Contains("retainGraph", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_ForwardThatChangesItsInput_IsRefused()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new ChangesInput().Apply(Leaves.Of(1)));

        Assert.Contains("changed input 0 in place", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_ForwardWithSeveralResults_SaysApplyAll()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new SumAndProduct().Apply(Leaves.Of(1), Leaves.Of(2)));

        Assert.Contains("ApplyAll", error.Message, StringComparison.Ordinal);
    }

    private static void Refuses(Func<IReadOnlyList<Tensor>, Tensor?[]> backward, string message)
    {
        Tensor y = new Broken(backward).Apply(Leaves.Of(1, 2)).Sum();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => y.Backward());

        Assert.Contains(message, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Cube : CustomFunction
    {
        protected override Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs)
        {
            context.Save(inputs[0]);
            return [inputs[0] * inputs[0] * inputs[0]];
        }

        protected override Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients) => [gradients[0] * context.Saved(0).Square() * 3];
    }

    private sealed class SumAndProduct : CustomFunction
    {
        internal bool[] Needed { get; private set; } = [];

        protected override Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs)
        {
            context.Save(inputs[0], inputs[1]);
            return [inputs[0] + inputs[1], inputs[0] * inputs[1]];
        }

        protected override Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients)
        {
            Needed = [context.Needs(0), context.Needs(1)];
            return [gradients[0] + (gradients[1] * context.Saved(1)), Needed[1] ? gradients[0] + (gradients[1] * context.Saved(0)) : null];
        }
    }

    /// <summary>The element of each row at an index, the index itself, and a float that is marked as constant.</summary>
    private sealed class LargestOfRows : CustomFunction
    {
        protected override Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs)
        {
            context.Save(inputs[1]);
            context.State = inputs[0].Shape.ToArray();
            Tensor constant = inputs[0] * 0;
            context.MarkNonDifferentiable(constant);
            return [inputs[0].Gather(1, inputs[1].Unsqueeze(1)), inputs[1] * Tensor.Scalar(1, DType.Int64), constant];
        }

        protected override Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients)
        {
            int[] shape = (int[])context.State!;
            Tensor hot = (Tensor.Arange(shape[1]).Unsqueeze(0) - context.Saved(0).Unsqueeze(1)).To(DType.Float32).Equal(0).To(DType.Float32);
            return [hot * gradients[0], null];
        }
    }

    private sealed class ScaledGradient(double scale) : CustomFunction
    {
        protected override Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs) => [inputs[0]];

        protected override Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients) => [gradients[0] * scale];
    }

    private sealed class SavesIntermediate : CustomFunction
    {
        protected override Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs)
        {
            Tensor square = inputs[0].Square();
            context.Save(square);
            return [square * inputs[0]];
        }

        protected override Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients) => [gradients[0] * context.Saved(0) * 3];
    }

    private sealed class ChangesInput : CustomFunction
    {
        protected override Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs) => [inputs[0].MultiplyInPlace(2) + 1];

        protected override Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients) => [gradients[0]];
    }

    private sealed class Broken(Func<IReadOnlyList<Tensor>, Tensor?[]> backward, bool once = false) : CustomFunction
    {
        protected override bool OnceDifferentiable => once;

        protected override Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs) => [inputs[0] + 0];

        protected override Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients) => backward(gradients);
    }
}
