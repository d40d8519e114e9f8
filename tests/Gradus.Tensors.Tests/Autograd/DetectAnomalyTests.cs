namespace Gradus.Tensors.Tests.Autograd;

public sealed class DetectAnomalyTests
{
    [Fact]
    public void Enter_ForwardMakesNaN_NamesOperatorShapeAndPlace()
    {
        using DetectAnomaly detect = DetectAnomaly.Enter();
        Tensor x = Leaves.Demanding(Tensor.From([1f, 2f, -3f, 4f], 2, 2));

        AnomalyException error = Assert.Throws<AnomalyException>(() => ((x * 2).Log() + 1).Exp());

        Assert.Equal("Log", error.OperatorName);
        Assert.False(error.InBackward);
        Assert.Contains("NaN at [1, 0]", error.Message, StringComparison.Ordinal);
        Assert.Contains("float32 [2, 2], from Multiply [2, 2]", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(nameof(DetectAnomalyTests), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enter_BackwardMakesNaN_NamesTheOperatorAndWhereItWasCalled()
    {
        using DetectAnomaly detect = DetectAnomaly.Enter();
        Tensor x = Leaves.Of(0, 1);
        Tensor loss = SquareRootOf(x * 0).Sum();

        AnomalyException error = Assert.Throws<AnomalyException>(() => loss.Backward());

        Assert.Equal("Sqrt", error.OperatorName);
        Assert.True(error.InBackward);
        Assert.Contains("infinity at [0]", error.Message, StringComparison.Ordinal);
        Assert.Contains("sent to the result of Multiply", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(SquareRootOf), error.Message, StringComparison.Ordinal);
        Assert.Null(x.Grad);
    }

    [Fact]
    public void Enter_OverflowInASumOfGradients_IsFound()
    {
        using DetectAnomaly detect = DetectAnomaly.Enter();
        Tensor x = Leaves.Of(1);
        Tensor y = x.Tanh();

        AnomalyException error = Assert.Throws<AnomalyException>(() => ((y * 2e38) - (y * -2e38)).Backward());

        Assert.Contains("sum of the gradients of the result of Tanh", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enter_OperandThatWasNaNBefore_IsSaidToBeTheSource()
    {
        using DetectAnomaly detect = DetectAnomaly.Enter();
        Tensor x = Leaves.Of(1, 2), data = Tensor.From([1f, float.NaN]);

        AnomalyException error = Assert.Throws<AnomalyException>(() => x * data);

        Assert.Contains("came in with an operand of shape [2]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enter_WithoutInfinities_LetsThemPassAndFindsNaN()
    {
        using DetectAnomaly detect = DetectAnomaly.Enter(infinities: false);
        Tensor x = Leaves.Of(0);

        Tensor infinite = x.Log();

        Assert.Equal(float.NegativeInfinity, infinite.ToArray<float>()[0]);
        Assert.Throws<AnomalyException>(() => infinite * 0);
    }

    [Fact]
    public void Enter_GradientGivenToBackward_IsChecked()
    {
        using DetectAnomaly detect = DetectAnomaly.Enter();
        Tensor y = Leaves.Of(1) * 2;

        AnomalyException error = Assert.Throws<AnomalyException>(() => y.Backward(Tensor.From([float.NaN])));

        Assert.Contains("The gradient that Backward was given is not finite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enter_GradientOfALinearLayer_IsCheckedBeforeItReachesTheLeaf()
    {
        using DetectAnomaly detect = DetectAnomaly.Enter();
        Tensor weight = Leaves.Demanding(Tensor.Ones(1, 2) * 1e30);
        Tensor y = (Tensor.Ones(1, 2) * 1e20).Linear(weight * 1e-20);

        AnomalyException error = Assert.Throws<AnomalyException>(() => y.Backward(Tensor.Full(1e30, 1, 1)));

        Assert.Equal("Linear", error.OperatorName);
        Assert.Null(weight.Grad);
    }

    [Fact]
    public void Dispose_StopsLooking()
    {
        using (DetectAnomaly.Enter())
        {
            using (DetectAnomaly.Enter(infinities: false))
            {
                _ = Leaves.Of(0).Log();
            }

            Assert.Throws<AnomalyException>(() => Leaves.Of(0).Log());
        }

        Assert.Equal(float.NaN, Leaves.Of(-1).Log().ToArray<float>()[0]);
    }

    [Fact]
    public void Enter_SoundModel_GivesTheSameGradients()
    {
        Tensor x = Leaves.Normal(1, 4, 3), weight = Leaves.Normal(2, 5, 3);
        x.Linear(weight, relu: true).Sum().Backward();
        float[] expected = weight.Grad!.ToArray<float>();
        weight.ZeroGrad();

        using DetectAnomaly detect = DetectAnomaly.Enter();
        x.Linear(weight, relu: true).Sum().Backward();

        Assert.Equal(expected, weight.Grad!.ToArray<float>());
    }

    private static Tensor SquareRootOf(Tensor x) => x.Sqrt();
}
