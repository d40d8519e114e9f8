namespace Gradus.Tensors.Tests.Autograd;

public sealed class HookTests
{
    [Fact]
    public void RegisterHook_OnAResultUsedTwice_SeesTheSumOnce()
    {
        Tensor x = Leaves.Of(3);
        Tensor y = x * 2;
        List<float> seen = [];
        y.RegisterHook(gradient =>
        {
            seen.Add(gradient.ToArray<float>()[0]);
            return null;
        });

        (y + (y * y)).Sum().Backward();

        Assert.Equal([13f], seen);
    }

    [Fact]
    public void RegisterHook_OnALeafThatOperatorsWriteDirectly_SeesTheSumOnce()
    {
        Tensor weight = Leaves.Demanding(Tensor.From([2f, 3f], 1, 2));
        Tensor x = Tensor.From([1f, 2f], 1, 2);
        List<float[]> seen = [];
        weight.RegisterHook(gradient =>
        {
            seen.Add(gradient.ToArray<float>());
            return null;
        });

        (x.Linear(weight) + (x * 2).Linear(weight)).Sum().Backward();

        Assert.Equal([3f, 6f], Assert.Single(seen));
        Assert.Equal([3f, 6f], weight.Grad!.ToArray<float>());
    }

    [Fact]
    public void RegisterHook_ThatGivesAnotherGradient_ReplacesItForAllBehind()
    {
        Tensor x = Leaves.Of(1, 2);
        Tensor y = x * 3;
        y.RegisterHook(gradient => gradient * 2);
        y.RegisterHook(gradient => gradient + 1);

        y.Sum().Backward();

        Assert.Equal([9f, 9f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void RegisterHook_OnALeaf_ChangesWhatIsAccumulated()
    {
        Tensor x = Leaves.Of(1, 2);
        x.RegisterHook(gradient => gradient * 10);

        (x * x).Sum().Backward();

        Assert.Equal([20f, 40f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Remove_Hook_IsNotCalledAgain()
    {
        Tensor x = Leaves.Of(1);
        int calls = 0;
        GradientHook hook = x.RegisterHook(_ =>
        {
            calls++;
            return null;
        });
        (x * 2).Sum().Backward();

        hook.Remove();
        hook.Dispose();
        (x * 2).Sum().Backward();

        Assert.Equal(1, calls);
    }

    [Fact]
    public void Remove_InsideTheHook_LetsTheOthersRun()
    {
        Tensor x = Leaves.Of(1);
        GradientHook? first = null;
        int calls = 0;
        first = x.RegisterHook(_ =>
        {
            first!.Remove();
            calls++;
            return null;
        });
        x.RegisterHook(_ =>
        {
            calls += 10;
            return null;
        });

        (x * 2).Sum().Backward();
        (x * 2).Sum().Backward();

        Assert.Equal(21, calls);
    }

    [Fact]
    public void RegisterHook_WrongShape_NamesTheOperatorAndBothShapes()
    {
        Tensor x = Leaves.Of(1, 2);
        Tensor y = x.Exp();
        y.RegisterHook(_ => Tensor.Ones(3));

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => y.Sum().Backward());

        Assert.Contains("Exp", error.Message, StringComparison.Ordinal);
        Assert.Contains("[3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("[2]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RegisterHook_OnATensorWithoutGradient_SaysWhatIsNeeded()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Tensor.Ones(1).RegisterHook(_ => null));

        Assert.Contains("RequiresGrad", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RegisterPostAccumulateGradHook_SeesTheAccumulatedGradientOncePerPass()
    {
        Tensor x = Leaves.Of(1);
        List<float> seen = [];
        x.RegisterPostAccumulateGradHook(leaf => seen.Add(leaf.Grad!.ToArray<float>()[0]));

        (x + (x * 2)).Sum().Backward();
        (x * 2).Sum().Backward();

        Assert.Equal([3f, 5f], seen);
    }

    [Fact]
    public void RegisterPostAccumulateGradHook_ThatStepsAndForgets_TrainsWithoutKeptGradients()
    {
        Tensor x = Leaves.Of(5);
        x.RegisterPostAccumulateGradHook(leaf =>
        {
            leaf.AddInPlace(leaf.Grad! * -0.25);
            leaf.ZeroGrad();
        });

        for (int step = 0; step < 3; step++)
        {
            (x * x).Sum().Backward();
        }

        Assert.Equal([0.625f], x.ToArray<float>());
        Assert.Null(x.Grad);
    }

    [Fact]
    public void RegisterPostAccumulateGradHook_OnAResult_IsRefused()
    {
        Tensor y = Leaves.Of(1) * 2;

        Assert.Throws<InvalidOperationException>(() => y.RegisterPostAccumulateGradHook(_ => { }));
    }

    [Fact]
    public void RetainGrad_OnAResult_AccumulatesItsGradientAfterItsHooks()
    {
        Tensor x = Leaves.Of(3);
        Tensor y = (x * 2).RetainGrad();
        y.RegisterHook(gradient => gradient * 10);
        Tensor z = (y * y).Sum();

        z.Backward(retainGraph: true);
        z.Backward();

        Assert.True(y.RetainsGrad);
        Assert.Equal([240f], y.Grad!.ToArray<float>());
        Assert.False(z.RetainsGrad);
        Assert.Null(z.Grad);
    }

    [Fact]
    public void RetainGrad_OfAGradientThatIsChangedLater_IsItsOwnCopy()
    {
        Tensor x = Leaves.Of(1);
        Tensor y = (x * 1).RetainGrad(), z = y + 0;
        z.RetainGrad();

        z.Sum().Backward();
        y.Grad!.MultiplyInPlace(7);

        Assert.Equal([1f], z.Grad!.ToArray<float>());
        Assert.Equal([1f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Of_InsideAHook_OnAnotherGraph_LeavesTheOuterPassAlone()
    {
        Tensor x = Leaves.Of(2), other = Leaves.Of(3);
        Tensor y = x * x;
        float inner = 0;
        y.RegisterHook(_ =>
        {
            using NoGrad recording = NoGrad.Exit();
            inner = Gradient.Of((other * other).Sum(), [other])[0].ToArray<float>()[0];
            return null;
        });

        y.Sum().Backward();

        Assert.Equal(6, inner);
        Assert.Equal([4f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Of_InsideAHook_ThroughTheSameGraph_IsRefused()
    {
        Tensor x = Leaves.Of(2);
        Tensor y = x * x;
        Tensor side = y * 2, main = y * 3;
        main.RegisterHook(_ =>
        {
            Gradient.Of(side, [x]);
            return null;
        });

        // The pass comes from the later operator to the earlier one, so a part of y's gradient waits while the hook runs.
        Tensor late = y * 5;

        Assert.Throws<InvalidOperationException>(() => (late + main).Sum().Backward());
    }
}
