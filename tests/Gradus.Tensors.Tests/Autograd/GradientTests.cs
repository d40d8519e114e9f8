namespace Gradus.Tensors.Tests.Autograd;

public sealed class GradientTests
{
    [Fact]
    public void Of_UnusedInput_GivesZerosAndOfOrNullNull()
    {
        Tensor x = Leaves.Of(1, 2), unused = Leaves.Of(3);
        Tensor y = x.Square().Sum();

        Tensor[] zeros = Gradient.Of(y, [x, unused]);
        Tensor?[] found = Gradient.OfOrNull([y], [x, unused]);

        Assert.Equal([0f], zeros[1].ToArray<float>());
        Assert.Null(found[1]);
        Assert.Equal([2f, 4f], found[0]!.ToArray<float>());
    }

    [Fact]
    public void Of_SameInputTwice_GivesItsGradientTwice()
    {
        Tensor x = Leaves.Of(3);

        Tensor[] gradients = Gradient.Of(x.Square().Sum(), [x, x]);

        Assert.Equal([6f], gradients[0].ToArray<float>());
        Assert.Equal([6f], gradients[1].ToArray<float>());
    }

    [Fact]
    public void Of_SeveralOutputs_AddsTheirGradients()
    {
        Tensor x = Leaves.Of(3);
        Tensor y = x * 2;

        Tensor gradient = Gradient.Of([y, y * x], [x], [Tensor.From([10f]), Tensor.From([1f])])[0];

        Assert.Equal([32f], gradient.ToArray<float>());
    }

    [Fact]
    public void Of_ChosenInput_DoesNotVisitWhatLeadsElsewhere()
    {
        Tensor x = Leaves.Of(3), weight = Leaves.Of(2);
        Tensor hidden = weight * 5;
        int visits = 0;
        hidden.RegisterHook(_ =>
        {
            visits++;
            return null;
        });
        Tensor y = (hidden * x).Sum();

        Tensor gradient = Gradient.Of(y, [x])[0];
        int pruned = visits;
        y.Backward();

        Assert.Equal([10f], gradient.ToArray<float>());
        Assert.Equal(0, pruned);
        Assert.Equal(1, visits);
        Assert.Equal([15f], weight.Grad!.ToArray<float>());
    }

    [Fact]
    public void Of_MoreGradientsThanOutputs_IsRefused()
    {
        Tensor x = Leaves.Of(1);

        Assert.Throws<ArgumentException>(() => Gradient.Of([x * 2], [x], [Tensor.Ones(1), Tensor.Ones(1)]));
    }

    [Fact]
    public void Jacobian_OfAFunctionOfAVector_IsTheKnownMatrix()
    {
        Tensor x = Tensor.From([2.0, 3.0]);

        Tensor jacobian = Gradient.Jacobian(p => Tensor.Stack([p.Select(0, 0) * p.Select(0, 1), p.Select(0, 0).Square(), p.Sum()]), x);

        Assert.Equal([3, 2], jacobian.Shape.ToArray());
        Assert.Equal([3.0, 2, 4, 0, 1, 1], jacobian.ToArray<double>());
        Assert.False(x.RequiresGrad);
    }

    [Fact]
    public void Jacobian_OfSeveralInputs_HasTheShapesOfOutputAndInput()
    {
        Tensor a = Tensor.Randn(new Rng(1), DType.Float64, 2, 3), b = Tensor.Randn(new Rng(2), DType.Float64, 3, 4);

        Tensor[] jacobians = Gradient.Jacobian(points => points[0].MatMul(points[1]), [a, b]);

        Assert.Equal([2, 4, 2, 3], jacobians[0].Shape.ToArray());
        Assert.Equal([2, 4, 3, 4], jacobians[1].Shape.ToArray());
        Assert.Equal(b.ToArray<double>()[4 + 3], jacobians[0].Select(0, 1).Select(0, 3).Select(0, 1).Select(0, 1).Item());
        Assert.Equal(0, jacobians[0].Select(0, 1).Select(0, 3).Select(0, 0).Select(0, 1).Item());
    }

    [Fact]
    public void Hessian_OfAQuadraticForm_IsTheSymmetricMatrix()
    {
        Tensor a = Tensor.From([1.0, 2, 5, 3], 2, 2), x = Tensor.From([0.3, -0.7]);

        Tensor hessian = Gradient.Hessian(p => (p.Unsqueeze(0).MatMul(a).MatMul(p.Unsqueeze(1))).Sum(), x);

        Assert.Equal([2.0, 7, 7, 6], hessian.ToArray<double>());
    }

    [Fact]
    public void Hessian_OfTwoInputs_HasCrossBlocks()
    {
        Tensor x = Tensor.From([2.0]), y = Tensor.From([3.0]);

        Tensor[][] hessian = Gradient.Hessian(p => (p[0].Square() * p[1]).Sum(), [x, y]);

        Assert.Equal([6.0, 4, 4, 0], hessian.SelectMany(row => row).Select(block => block.Item()));
    }

    [Fact]
    public void Hessian_OfALinearFunction_IsZero()
    {
        Assert.Equal([0.0, 0, 0, 0], Gradient.Hessian(p => p.Sum(), Tensor.From([1.0, 2])).ToArray<double>());
    }

    [Fact]
    public void JacobianVectorProduct_MatchesTheJacobian()
    {
        Tensor x = Tensor.Randn(new Rng(1), DType.Float64, 3, 2), v = Tensor.Randn(new Rng(2), DType.Float64, 3, 2);
        static Tensor Function(Tensor p) => p.Tanh().Sum(1).Exp();

        (Tensor value, Tensor product) = Gradient.JacobianVectorProduct(points => Function(points[0]), [x], [v]);

        Tensor expected = Gradient.Jacobian(Function, x).Reshape(3, 6).MatMul(v.Reshape(6, 1)).Reshape(3);
        Close(expected, product);
        Close(Function(x), value);
    }

    [Fact]
    public void VectorJacobianProduct_MatchesTheJacobian()
    {
        Tensor x = Tensor.Randn(new Rng(1), DType.Float64, 3, 2), v = Tensor.Randn(new Rng(2), DType.Float64, 3);
        static Tensor Function(Tensor p) => p.Tanh().Sum(1).Exp();

        Tensor product = Gradient.VectorJacobianProduct(points => Function(points[0]), [x], v).Product[0];

        Close(v.Reshape(1, 3).MatMul(Gradient.Jacobian(Function, x).Reshape(3, 6)).Reshape(3, 2), product);
    }

    [Fact]
    public void HessianVectorProduct_MatchesTheHessian()
    {
        Tensor x = Tensor.Randn(new Rng(1), DType.Float64, 4), v = Tensor.Randn(new Rng(2), DType.Float64, 4);
        static Tensor Function(Tensor p) => (p.Sigmoid() * p.Select(0, 0)).Sum();

        Tensor product = Gradient.HessianVectorProduct(points => Function(points[0]), [x], [v]).Product[0];

        Close(Gradient.Hessian(Function, x).MatMul(v.Unsqueeze(1)).Reshape(4), product);
    }

    [Fact]
    public void Jacobian_WithCreateGraph_IsDifferentiableThroughTheInput()
    {
        Tensor x = Leaves.Demanding(Tensor.From([2.0, 3.0]));

        Gradient.Jacobian(p => p.Pow(3), x, createGraph: true).Sum().Backward();

        Assert.Equal([12.0, 18.0], x.Grad!.ToArray<double>());
    }

    [Fact]
    public void JacobianVectorProduct_VectorOfAnotherShape_SaysBoth()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gradient.JacobianVectorProduct(p => p[0], [Tensor.Ones(2)], [Tensor.Ones(3)]));

        Assert.Contains("[2]", error.Message, StringComparison.Ordinal);
        Assert.Contains("[3]", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The penalty of Gulrajani et al.: Improved training of Wasserstein GANs (2017), (‖∇ₓ D(x)‖ − 1)², and its gradient for D's parameters.</summary>
    [Fact]
    public void GradientPenalty_OfAnMlp_HasTheRightGradientForItsWeights()
    {
        Tensor x = Tensor.Randn(new Rng(1), DType.Float64, 5, 4);
        Tensor first = Leaves.Wide(2, 6, 4), bias = Leaves.Wide(3, 6), second = Leaves.Wide(4, 1, 6);

        Assert.Null(GradientChecker.Check(points => Penalty(x, p => p.Linear(points[0], points[1]).Tanh().Linear(points[2])), [first, bias, second]));
        Assert.Null(GradientChecker.Check(points => Penalty(x, p => p.Linear(points[0], points[1]).LeakyRelu(0.2).Linear(points[2])), [first, bias, second]));
    }

    [Fact]
    public void GradientPenalty_OfAFloat32Mlp_IsThatOfFloat64()
    {
        Tensor x = Tensor.Randn(new Rng(1), DType.Float64, 5, 4);
        Tensor[] wide = [Leaves.Wide(2, 6, 4), Leaves.Wide(3, 6), Leaves.Wide(4, 1, 6)];
        Tensor[] single = [.. wide.Select(tensor => Leaves.Demanding(tensor.Detach().To(DType.Float32).Clone()))];
        static Tensor Critic(Tensor p, Tensor[] weights) => p.Linear(weights[0], weights[1], relu: true).Linear(weights[2]);

        Penalty(x, p => Critic(p, wide)).Backward();
        Penalty(x.To(DType.Float32), p => Critic(p, single)).Backward();

        for (int i = 0; i < wide.Length; i++)
        {
            // The mask of a ReLU has no slope, so nothing reaches the bias.
            Assert.Equal(i == 1, wide[i].Grad is null);
            Assert.All((wide[i].Grad ?? Tensor.Zeros(6)).ToArray<double>().Zip((single[i].Grad ?? Tensor.Zeros(6)).ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    private static Tensor Penalty(Tensor data, Func<Tensor, Tensor> critic)
    {
        using NoGrad recording = NoGrad.Exit();
        Tensor x = Leaves.Demanding(data.Detach().Clone());
        Tensor slope = Gradient.Of(critic(x).Sum(), [x], createGraph: true)[0];
        return ((slope.Square().Sum(1) + 1e-12).Sqrt() - 1).Square().Mean();
    }

    private static void Close(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.Shape.ToArray(), actual.Shape.ToArray());
        Assert.All(expected.ToArray<double>().Zip(actual.ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
