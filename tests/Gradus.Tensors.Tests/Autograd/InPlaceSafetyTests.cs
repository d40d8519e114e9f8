using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Tensors.Tests.Autograd;

public sealed class InPlaceSafetyTests
{
    [Fact]
    public void Backward_BaseChangedThroughAView_RefusesWithTheOperatorNamed()
    {
        Tensor data = Tensor.From([1f, 2f, 3f]), x = Leaves.Of(1, 1, 1);
        Tensor loss = (x * data).Sum();

        data.Narrow(0, 1, 1).Fill(9);

        Refuses(loss, "Multiply");
    }

    [Fact]
    public void Backward_ViewThatWasSavedAndBaseChanged_Refuses()
    {
        Tensor data = Tensor.From([1f, 2f, 3f, 4f], 2, 2), x = Leaves.Of(1, 1);
        Tensor loss = (x * data.T().Select(0, 1)).Sum();

        data.AddInPlace(Tensor.Ones(2, 2));

        Refuses(loss, "Multiply");
    }

    [Fact]
    public void Backward_DetachedTensorChanged_Refuses()
    {
        Tensor x = Leaves.Of(1, 2);
        Tensor y = x.Exp(), loss = y.Sum();

        y.Detach().MultiplyInPlace(3);

        Refuses(loss, "Exp");
    }

    [Fact]
    public void Backward_ChangedThroughASpan_Refuses()
    {
        Tensor data = Tensor.From([1f, 2f]), x = Leaves.Of(1, 2);
        Tensor loss = (x * data).Sum();

        data.AsWritableSpan<float>()[0] = 5;

        Refuses(loss, "Multiply");
    }

    [Fact]
    public void Backward_LeafChangedInNoGradAfterUse_Refuses()
    {
        Tensor x = Leaves.Of(1, 2);
        Tensor loss = (x * x).Sum();
        using (NoGrad.Enter())
        {
            x.AddInPlace(Tensor.Ones(2));
        }

        Refuses(loss, "Multiply");
    }

    [Fact]
    public void Backward_LeafChangedInNoGradBeforeUse_UsesTheNewValues()
    {
        Tensor x = Leaves.Of(1, 2);
        using (NoGrad.Enter())
        {
            x.MultiplyInPlace(10);
        }

        (x * x).Sum().Backward();

        Assert.Equal([20f, 40f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Backward_ChangeOfWhatNoGradientNeeds_IsAllowed()
    {
        Tensor x = Leaves.Of(1, 2);
        Tensor y = x + 1, loss = y.Sum();
        y.Detach().Fill(7);

        loss.Backward();

        Assert.Equal([1f, 1f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Fill_OfAViewOfALeafWhileRecording_IsRefused()
    {
        Tensor x = Leaves.Of(1, 2, 3);

        Assert.Throws<InvalidOperationException>(() => x.Narrow(0, 0, 2).Fill(0));
        Assert.Throws<InvalidOperationException>(() => x.Reshape(3, 1).AddInPlace(Tensor.Ones(3, 1)));
        Assert.Equal([1f, 2f, 3f], x.ToArray<float>());
    }

    [Fact]
    public void InPlace_OnAnExpandedView_IsRefused()
    {
        Tensor expanded = Tensor.From([1f, 2f]).Unsqueeze(0).Expand(3, 2);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => expanded.AddInPlace(Tensor.Ones(3, 2)));

        Assert.Contains("Clone()", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => expanded.MultiplyInPlace(2));
        Assert.Throws<InvalidOperationException>(() => expanded.Fill(2));
        Assert.Throws<InvalidOperationException>(() => expanded.CopyFrom(Tensor.Ones(3, 2)));
    }

    [Fact]
    public void Backward_OptimizerStepBetween_Refuses()
    {
        Tensor weight = Leaves.Normal(1, 2, 2), x = Leaves.Normal(2, 3, 2);
        Tensor loss = x.Linear(weight).Sum();
        loss.Backward(retainGraph: true);
        new AdamStep(0.1, 0.9, 0.999, 1e-8, false).Apply([new ParameterState(weight, 3)], GradientTerms.None);

        Refuses(loss, "Linear");
    }

    private static void Refuses(Tensor loss, string name)
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => loss.Backward());

        Assert.Contains($"the gradient of {name} needs was changed in place", error.Message, StringComparison.Ordinal);
        Assert.Contains("Clone() it before the change", error.Message, StringComparison.Ordinal);
    }
}
