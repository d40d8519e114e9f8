using Gradus.Tensors.Ops.Optimizers;
using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Tests.Autograd;

public sealed class CheckpointTests
{
    /// <summary>Six blocks with dropout and residual connections; weights are shared by pairs, so that gradients of several uses meet.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_Blocks_GivesTheBitsOfThePlainRun(bool scoped)
    {
        float[] plain = Train(scoped, (block, x) => block(x));
        float[] checkpointed = Train(scoped, Checkpoint.Run);
        float[] nested = Train(scoped, (block, x) => Checkpoint.Run(outer => Checkpoint.Run(block, outer * 1) * 1, x * 1) * 1);
        float[] plainNested = Train(scoped, (block, x) => block(x * 1 * 1) * 1 * 1);

        Assert.Equal(plain, checkpointed);
        Assert.Equal(plainNested, nested);
    }

    [Fact]
    public void Run_InputUsedInsideTwiceAndOutside_AddsInTheOrderOfThePlainRun()
    {
        static float[] Compute(Func<Func<Tensor, Tensor>, Tensor, Tensor> call)
        {
            Tensor x = Leaves.Normal(5, 200);
            Tensor h = x * 1.1;
            Tensor y = (h * 0.3) + call(p => (p.Exp() * p.Tanh()) + p.Sigmoid(), h) + (h * 0.7);
            y.Sum().Backward();
            return x.Grad!.ToArray<float>();
        }

        Assert.Equal(Compute((function, x) => function(x)), Compute(Checkpoint.Run));
    }

    [Fact]
    public void Run_SeveralInputsAndResults_GivesTheGradientsOfThePlainRun()
    {
        Tensor a = Leaves.Of(2), b = Leaves.Of(5), constant = Tensor.From([3f]);

        Tensor[] results = Checkpoint.Run(p => [p[0] * p[1], p[1] * p[2], p[0].Exp()], a, b, constant);
        (results[0] + (results[1] * 10)).Sum().Backward();

        Assert.Equal([5f], a.Grad!.ToArray<float>());
        Assert.Equal([32f], b.Grad!.ToArray<float>());
    }

    [Fact]
    public void Run_OnDataWithParametersInside_ReachesTheParameters()
    {
        Tensor weight = Leaves.Normal(1, 3, 4);

        Tensor y = Checkpoint.Run(x => x.Linear(weight), Tensor.Ones(2, 4));
        y.Sum().Backward();

        Assert.True(y.RequiresGrad);
        Assert.All(weight.Grad!.ToArray<float>(), value => Assert.Equal(2, value));
    }

    [Fact]
    public void Run_NothingRequiresAGradient_RecordsNothing() => Assert.False(Checkpoint.Run(x => x.Exp(), Tensor.Ones(2)).RequiresGrad);

    [Fact]
    public void Run_GradientOfChosenTensors_GoesThrough()
    {
        Tensor x = Leaves.Of(2), weight = Leaves.Of(3);
        Tensor y = Checkpoint.Run(p => p.Square() * weight, x * 1).Sum();

        Tensor[] gradients = Gradient.Of(y, [weight, x]);

        Assert.Equal([4f], gradients[0].ToArray<float>());
        Assert.Equal([12f], gradients[1].ToArray<float>());
        Assert.Null(weight.Grad);
    }

    [Fact]
    public void Run_GradientOfTheGradient_PassesTheCheck()
    {
        Tensor x = Leaves.Wide(1, 3), weight = Leaves.Wide(2, 3);

        Assert.Null(GradientChecker.CheckSecond(points => Checkpoint.Run(p => [(p[0] * p[1]).Tanh() * p[0]], points[0], points[1])[0], [x, weight]));
    }

    [Fact]
    public void Run_RetainedGraph_RunsTwice()
    {
        Tensor x = Leaves.Of(3);
        Tensor y = Checkpoint.Run(p => p * p, x * 1).Sum();

        y.Backward(retainGraph: true);
        y.Backward();

        Assert.Equal([12f], x.Grad!.ToArray<float>());
        Assert.Contains("retainGraph", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_RandomStreams_GoOnAfterwardsAsInThePlainRun()
    {
        static (uint Next, float[] Gradient) Compute(Func<Func<Tensor, Tensor>, Tensor, Tensor> call)
        {
            Rng rng = new(3);
            rng.NextUInt();
            Tensor x = Leaves.Normal(5, 100);
            Tensor y = call(p => p.Dropout(0.5, rng) * (rng.NextFloat() + 1), x);
            Tensor z = y.Dropout(0.5, rng);
            z.Sum().Backward();
            return (rng.NextUInt(), x.Grad!.ToArray<float>());
        }

        (uint next, float[] gradient) = Compute((function, x) => function(x));
        (uint nextAgain, float[] gradientAgain) = Compute(Checkpoint.Run);

        Assert.Equal(next, nextAgain);
        Assert.Equal(gradient, gradientAgain);
    }

    [Fact]
    public void Run_ResultsOfAnotherShapeTheSecondTime_IsReported()
    {
        int calls = 0;
        Tensor x = Leaves.Of(1, 2, 3);
        Tensor y = Checkpoint.Run(p => p.Narrow(0, 0, ++calls), x).Sum();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => y.Backward());

        Assert.Contains("[1] first and [2] the second time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_InputChangedInPlace_Refuses()
    {
        Tensor x = Leaves.Of(1, 2);
        Tensor y = Checkpoint.Run(p => p.Exp(), x).Sum();
        using (NoGrad.Enter())
        {
            x.Fill(0);
        }

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => y.Backward());

        Assert.Contains("Checkpoint needs was changed in place", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Each is read by the function without being an input, in different ways; without a checkpoint the same change is refused.</summary>
    [Theory]
    [InlineData("parameter")]
    [InlineData("view")]
    [InlineData("detached")]
    [InlineData("constant")]
    [InlineData("nested")]
    [InlineData("by an optimizer")]
    public void Run_CapturedTensorChangedInPlace_Refuses(string kind)
    {
        Tensor x = Leaves.Of(1, 2), captured = kind == "constant" ? Tensor.From([3f, 4f]) : Leaves.Of(3, 4);
        Tensor Compute(Tensor p) => kind switch
        {
            "view" => p * captured.Narrow(0, 1, 1),
            "detached" => p * captured.Detach(),
            "nested" => Checkpoint.Run(q => q * captured, p * 1),
            _ => p * captured,
        };
        Tensor plain = Compute(x).Sum(), y = Checkpoint.Run(Compute, x).Sum();
        if (kind == "by an optimizer")
        {
            captured.Grad = Tensor.Ones(2);
            new SgdStep(0.1, 0, 0, false).Apply([new ParameterState(captured, 1)], GradientTerms.None);
        }
        else
        {
            using NoGrad none = NoGrad.Enter();
            captured.Narrow(0, 0, 1).Fill(9);
        }

        Assert.Contains("was changed in place", Assert.Throws<InvalidOperationException>(() => plain.Backward()).Message, StringComparison.Ordinal);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => y.Backward());

        Assert.Contains("Checkpoint needs was changed in place", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CapturedTensorsThatTheFunctionChangesItselfOrThatItMade_MayChange()
    {
        Tensor x = Leaves.Of(1, 2, 3, 5), mean = Tensor.Zeros(2), variance = Tensor.Ones(2), buffer = Tensor.Zeros(2);
        Tensor? stash = null;
        Func<Tensor, Tensor> function = p =>
        {
            stash = (p * 3).Detach().Keep();
            buffer.Fill(2);
            return p.Reshape(2, 2).BatchNorm(mean, variance, training: true) * buffer * stash.Reshape(2, 2);
        };

        Tensor first = Checkpoint.Run(function, x), second = Checkpoint.Run(function, x * 1);
        stash!.Fill(0);
        buffer.Fill(7);
        (first + second).Sum().Backward(retainGraph: true);
        (first + second).Sum().Backward();

        Assert.True(x.Grad!.IsFinite().ToArray<bool>().All(finite => finite));
    }

    [Fact]
    public void Run_CapturedParameterChangedAfterBackward_Trains()
    {
        Tensor x = Leaves.Of(2), weight = Leaves.Of(3);
        for (int step = 0; step < 3; step++)
        {
            Checkpoint.Run(p => p * weight, x).Sum().Backward();
            using NoGrad none = NoGrad.Enter();
            weight.SubtractInPlace(weight.Grad!, 0.5);
            weight.ZeroGrad();
        }

        Assert.Equal([0f], weight.ToArray<float>());
        Assert.Equal([3f + 2 + 1], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Run_FunctionThatThrowsTheSecondTime_LeavesNoScopeOpenAndNoGradientBehind()
    {
        bool fail = true;
        int calls = 0;
        Tensor x = Leaves.Of(2);
        Tensor y = Checkpoint.Run(p => ++calls == 2 && fail ? throw new InvalidDataException("planted") : p * p, x);
        Tensor z = (y + x).Sum();
        TensorScope? before = ThreadContext.Current.Scope;

        Assert.Throws<InvalidDataException>(() => z.Backward(retainGraph: true));
        TensorScope? after = ThreadContext.Current.Scope;
        fail = false;
        z.Backward();

        Assert.Same(before, after);
        Assert.Equal([5f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Run_TensorFromOutsideWhoseGradientIsDone_IsRefusedInsteadOfLost()
    {
        Tensor x = Leaves.Of(2);
        Tensor outside = x * 3;
        Tensor y = x;
        for (int i = 0; i < 2; i++)
        {
            y = Checkpoint.Run(p => p * outside, y);
        }

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => y.Sum().Backward());

        Assert.Contains("Pass it to Checkpoint.Run as an input", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_HookInside_SeesAGradientThatOutlivesTheBlock()
    {
        using TensorScope scope = new();
        Tensor x = Leaves.Of(2);
        Tensor? seen = null;
        Tensor y = Checkpoint.Run(
            p =>
            {
                Tensor square = p * p;
                if (square.RequiresGrad)
                {
                    square.RegisterHook(gradient => seen = gradient);
                }

                return square * 5;
            },
            x * 1);

        y.Sum().Backward();

        Assert.Equal([5f], seen!.ToArray<float>());
    }

    private static float[] Train(bool scoped, Func<Func<Tensor, Tensor>, Tensor, Tensor> call)
    {
        Rng rng = new(9);
        Tensor[] weights = [.. Enumerable.Range(0, 3).Select(i => Leaves.Demanding((Tensor.Randn(new Rng((ulong)i), 16, 16) * 0.3).Detach()))];
        for (int step = 0; step < 2; step++)
        {
            using TensorScope? scope = scoped ? new TensorScope() : null;
            Tensor x = Tensor.Randn(new Rng(7), 8, 16);
            for (int i = 0; i < 6; i++)
            {
                Tensor weight = weights[i % 3];
                x = call(p => (p.Linear(weight, relu: true).Dropout(0.2, rng) + p).Tanh(), x);
            }

            x.Square().Mean().Backward();
        }

        return [.. weights.SelectMany(weight => weight.Grad!.ToArray<float>())];
    }
}
