namespace Gradus.Tensors.Tests.Autograd;

public sealed class BackwardTests
{
    [Fact]
    public void Backward_Twice_AccumulatesIntoTheGradient()
    {
        Tensor x = Leaf(1, 2);

        (x * x).Sum().Backward();
        (x * x).Sum().Backward();

        Assert.Equal([4f, 8f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void ZeroGrad_BeforeBackward_WritesIntoTheSameMemory()
    {
        Tensor x = Leaf(1, 2);
        (x * x).Sum().Backward();
        Tensor first = x.Grad!;

        x.ZeroGrad();
        bool gone = x.Grad is null;
        (x * 3).Sum().Backward();

        Assert.True(gone);
        Assert.Same(first, x.Grad);
        Assert.Equal([3f, 3f], first.ToArray<float>());
    }

    [Fact]
    public void Linear_AccumulatedOverTwoUses_AddsBothParts()
    {
        Tensor weight = Leaf(2, 3).Detach().Reshape(1, 2);
        weight.RequiresGrad = true;
        Tensor bias = Leaf(0.5f);
        Tensor x = Tensor.From([1f, 2f], 1, 2);

        (x.Linear(weight, bias) + (x * 2).Linear(weight, bias)).Sum().Backward();
        x.Linear(weight, bias).Sum().Backward();

        Assert.Equal([4f, 8f], weight.Grad!.ToArray<float>());
        Assert.Equal([3f], bias.Grad!.ToArray<float>());
    }

    [Fact]
    public void Backward_TensorUsedTwice_SumsBothPaths()
    {
        Tensor x = Leaf(3);
        Tensor y = x * 2;

        (y + (y * y)).Sum().Backward();

        Assert.Equal([2 + (8 * 3f)], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Backward_SharedGradientOfALeaf_IsNotAliased()
    {
        Tensor a = Leaf(1), b = Leaf(2);
        (a + b).Sum().Backward();

        a.Grad!.MultiplyInPlace(5);

        Assert.Equal([1f], b.Grad!.ToArray<float>());
    }

    [Fact]
    public void Backward_SecondTimeThroughAFreedGraph_SaysRetainGraph()
    {
        Tensor loss = (Leaf(1, 2) * 2).Sum();
        loss.Backward();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => loss.Backward());

        Assert.Contains("retainGraph: true", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_WithRetainGraph_RunsAgain()
    {
        Tensor x = Leaf(1, 2);
        Tensor loss = (x * x).Sum();

        loss.Backward(retainGraph: true);
        loss.Backward();

        Assert.Equal([4f, 8f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Backward_SavedTensorChangedInPlace_SaysSo()
    {
        Tensor x = Leaf(1, 2);
        Tensor y = x.Exp();
        Tensor loss = y.Sum();
        using (NoGrad.Enter())
        {
            y.MultiplyInPlace(2);
        }

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => loss.Backward());

        Assert.Contains("changed in place", error.Message, StringComparison.Ordinal);
        Assert.Contains("Exp", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fill_OfALeafWhileRecording_IsRefused()
    {
        Tensor x = Leaf(1, 2);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => x.Fill(0));

        Assert.Contains("NoGrad.Enter()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_OfAVector_NeedsAGradient()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => (Leaf(1, 2) * 2).Backward());

        Assert.Contains("Did you forget Mean() or Sum()?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_NothingRecorded_SaysWhy()
    {
        Tensor x = Leaf(1);
        Tensor y;
        using (NoGrad.Enter())
        {
            y = x * 2;
        }

        Assert.False(y.RequiresGrad);
        Assert.Throws<InvalidOperationException>(() => y.Backward());
        Assert.False((x.Detach() * 2).RequiresGrad);
    }

    [Fact]
    public void Of_IntermediateTensor_GivesItsGradientAndTouchesNoLeaf()
    {
        Tensor x = Leaf(3);
        Tensor y = x * x;

        Tensor[] gradients = Gradient.Of((y * y).Sum(), [y, x]);

        Assert.Equal([18f], gradients[0].ToArray<float>());
        Assert.Equal([108f], gradients[1].ToArray<float>());
        Assert.Null(x.Grad);
    }

    [Fact]
    public void Of_ThirdDerivative_OfTheFourthPower_Is24X()
    {
        Tensor x = Leaf(2);
        Tensor y = x.Pow(4);
        for (int order = 0; order < 3; order++)
        {
            y = Gradient.Of(y.Sum(), [x], createGraph: true)[0];
        }

        Assert.Equal(48, y.Item(), 1e-3);
    }

    [Fact]
    public void Backward_ChainOfAHundredThousandOperators_DoesNotOverflowTheStack()
    {
        Tensor x = Leaf(1);
        Tensor y = x;
        for (int i = 0; i < 100_000; i++)
        {
            y += 0;
        }

        y.Sum().Backward();

        Assert.Equal([1f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Check_WrongGradient_IsReported()
    {
        Tensor x = Tensor.From([0.5, 2.0]);
        x.RequiresGrad = true;

        string? report = GradientChecker.Check(points => points[0].Detach() * points[0], [x]);

        Assert.Contains("input 0, element 1", report, StringComparison.Ordinal);
    }

    private static Tensor Leaf(params float[] values)
    {
        Tensor leaf = Tensor.From(values);
        leaf.RequiresGrad = true;
        return leaf;
    }
}
