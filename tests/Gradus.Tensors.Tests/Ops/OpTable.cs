namespace Gradus.Tensors.Tests.Ops;

/// <summary>All differentiable operators.</summary>
public static class OpTable
{
    private static readonly Func<Rng, Tensor[]>[] One =
    [
        rng => [Real(rng, 2, 3)], rng => [Real(rng)], rng => [Real(rng, 5, 1, 2)],
    ];

    private static readonly Func<Rng, Tensor[]>[] OnePositive =
    [
        rng => [Positive(rng, 2, 3)], rng => [Positive(rng)],
    ];

    private static readonly Func<Rng, Tensor[]>[] Two =
    [
        rng => [Real(rng, 2, 3), Real(rng, 2, 3)], rng => [Real(rng, 2, 3), Real(rng, 3)], rng => [Real(rng, 2, 1), Real(rng, 1, 3)], rng => [Real(rng), Real(rng, 4)],
    ];

    private static readonly Func<Rng, Tensor[]>[] Matrix = [rng => [Real(rng, 3, 4)], rng => [Real(rng, 1, 5)]];

    public static IReadOnlyList<OpSpec> All { get; } =
    [
        new("add", x => x[0] + x[1], Two),
        new("subtract", x => x[0] - x[1], Two),
        new("multiply", x => x[0] * x[1], Two),
        new("divide", x => x[0] / x[1], [rng => [Real(rng, 2, 3), Positive(rng, 2, 3)], rng => [Real(rng, 2, 1), Positive(rng, 3)]]),
        new("add number", x => x[0] + 1.5, One),
        new("number minus", x => 2 - x[0], One),
        new("multiply number", x => x[0] * -1.5, One),
        new("divide number", x => x[0] / 3, One),
        new("number over", x => 2 / x[0], OnePositive),
        new("negate", x => -x[0], One),
        new("reciprocal", x => x[0].Reciprocal(), OnePositive),
        new("exp", x => x[0].Exp(), One),
        new("log", x => x[0].Log(), OnePositive),
        new("sqrt", x => x[0].Sqrt(), OnePositive),
        new("square", x => x[0].Square(), One),
        new("abs", x => x[0].Abs(), One),
        new("pow 3", x => x[0].Pow(3), One),
        new("pow -0.5", x => x[0].Pow(-0.5), OnePositive),
        new("clamp", x => x[0].Clamp(-0.7, 0.6), One),
        new("erf", x => x[0].Erf(), One),
        new("sin", x => x[0].Sin(), One),
        new("cos", x => x[0].Cos(), One),
        new("sigmoid", x => x[0].Sigmoid(), One),
        new("tanh", x => x[0].Tanh(), One),
        new("relu", x => x[0].Relu(), One),
        new("leaky relu", x => x[0].LeakyRelu(0.2), One),
        new("softplus", x => x[0].Softplus(), One),
        new("gelu", x => x[0].Gelu(), One),
        new("maximum", x => Tensor.Maximum(x[0], x[1]), Two),
        new("minimum", x => Tensor.Minimum(x[0], x[1]), Two),
        new("where", x => Tensor.Where(Tensor.From([true, false, true]), x[0], x[1]), [rng => [Real(rng, 2, 3), Real(rng, 2, 3)], rng => [Real(rng, 2, 1), Real(rng, 3)]]),
        new("masked fill", x => x[0].MaskedFill(Tensor.From([true, false, true]), 2), [rng => [Real(rng, 2, 3)]]),
        new("sum", x => x[0].Sum(), One),
        new("sum 0", x => x[0].Sum(0), [rng => [Real(rng, 2, 3, 2)], rng => [Real(rng, 3)]]),
        new("sum 0, 2 keep", x => x[0].Sum([0, 2], true), [rng => [Real(rng, 2, 3, 2)]]),
        new("mean", x => x[0].Mean(), One),
        new("mean -1", x => x[0].Mean(-1, true), Matrix),
        new("var", x => x[0].Var(), [rng => [Real(rng, 2, 3)]]),
        new("var 0", x => x[0].Var([0], 0), [rng => [Real(rng, 4, 3)]]),
        new("max", x => x[0].Max(), [rng => [Real(rng, 2, 3)]]),
        new("max 1", x => x[0].Max(1).Values, Matrix),
        new("min 0 keep", x => x[0].Min(0, true).Values, Matrix),
        new("reshape", x => x[0].Reshape(-1, 2), [rng => [Real(rng, 2, 3)]]),
        new("reshape of transpose", x => x[0].T().Reshape(6), [rng => [Real(rng, 2, 3)]]),
        new("flatten", x => x[0].Flatten(1), [rng => [Real(rng, 2, 3, 2)]]),
        new("squeeze", x => x[0].Squeeze(1), [rng => [Real(rng, 2, 1, 2)]]),
        new("unsqueeze", x => x[0].Unsqueeze(-1), Matrix),
        new("transpose", x => x[0].Transpose(0, 2), [rng => [Real(rng, 2, 3, 2)]]),
        new("permute", x => x[0].Permute(2, 0, 1), [rng => [Real(rng, 2, 3, 2)]]),
        new("narrow", x => x[0].Narrow(1, 1, 2), [rng => [Real(rng, 2, 3)]]),
        new("slice", x => x[0].Slice(1, 0, 5, 2), [rng => [Real(rng, 2, 6)]]),
        new("select", x => x[0].Select(0, -1), Matrix),
        new("expand", x => x[0].Expand(4, 2, 3), [rng => [Real(rng, 2, 1)], rng => [Real(rng, 3)]]),
        new("clone", x => x[0].Clone(), Matrix),
        new("to float64", x => x[0].To(DType.Float64), Matrix),
        new("contiguous", x => x[0].T().Contiguous(), Matrix),
        new("cat", x => Tensor.Cat(x, 1), [rng => [Real(rng, 2, 3), Real(rng, 2, 1), Real(rng, 2, 2)]]),
        new("stack", x => Tensor.Stack(x, 1), [rng => [Real(rng, 2, 3), Real(rng, 2, 3)]]),
        new("index select", x => x[0].IndexSelect(0, Tensor.From([2L, 0L, 2L])), [rng => [Real(rng, 3, 2)]]),
        new("index select 1", x => x[0].IndexSelect(1, Tensor.From([1, 1])), [rng => [Real(rng, 3, 2, 2)]]),
        new("gather", x => x[0].Gather(1, Tensor.From([0L, 2L, 2L, 1L], 2, 2)), [rng => [Real(rng, 2, 3)]]),
        new("matmul", x => x[0].MatMul(x[1]), [rng => [Real(rng, 3, 4), Real(rng, 4, 2)], rng => [Real(rng, 4), Real(rng, 4, 2)], rng => [Real(rng, 3, 4), Real(rng, 4)], rng => [Real(rng, 4), Real(rng, 4)]]),
        new("matmul batched", x => x[0].MatMul(x[1]), [rng => [Real(rng, 2, 3, 4), Real(rng, 2, 4, 2)], rng => [Real(rng, 2, 1, 3, 2), Real(rng, 3, 2, 2)], rng => [Real(rng, 3, 2), Real(rng, 2, 2, 3)]]),
        new("matmul transposed", x => x[0].T().MatMul(x[1].T()), [rng => [Real(rng, 4, 3), Real(rng, 2, 4)]]),
        new("linear", x => x[0].Linear(x[1], x[2]), [rng => [Real(rng, 3, 4), Real(rng, 2, 4), Real(rng, 2)], rng => [Real(rng, 2, 3, 4), Real(rng, 2, 4), Real(rng, 2)]]),
        new("linear without bias", x => x[0].Linear(x[1]), [rng => [Real(rng, 3, 4), Real(rng, 2, 4)], rng => [Real(rng, 4), Real(rng, 2, 4)]]),
        new("linear with relu", x => x[0].Linear(x[1], x[2], true), [rng => [Real(rng, 3, 4), Real(rng, 2, 4), Real(rng, 2)]]),
        new("softmax", x => x[0].Softmax(-1), Matrix),
        new("softmax 0", x => x[0].Softmax(0), Matrix),
        new("log softmax", x => x[0].LogSoftmax(1), Matrix),
        new("batch norm training", x => x[0].BatchNorm(null, null, x[1], x[2], true), [rng => [Real(rng, 5, 3), Real(rng, 3), Real(rng, 3)], rng => [Real(rng, 3, 2, 4), Real(rng, 2), Real(rng, 2)]], false),
        new("batch norm plain", x => x[0].BatchNorm(null, null, training: true), [rng => [Real(rng, 5, 3)]], false),
        new("batch norm evaluation", x => x[0].BatchNorm(Tensor.From([0.1, -0.2]).To(x[0].DType), Tensor.From([0.5, 2.0]).To(x[0].DType), x[1], x[2]), [rng => [Real(rng, 3, 2), Real(rng, 2), Real(rng, 2)]], false),
        new("dropout", x => x[0].Dropout(0.4, new Rng(3)), Matrix),
        new("cross entropy", x => x[0].CrossEntropy(Tensor.From([2L, 0L, 1L])), [rng => [Real(rng, 3, 4)]]),
        new("cross entropy weighted", x => x[0].CrossEntropy(Tensor.From([2L, 0L, 1L]), Tensor.From([0.5, 1.0, 2.0, 1.0]), 0.1), [rng => [Real(rng, 3, 4)]]),
        new("cross entropy of probabilities", x => x[0].CrossEntropy(x[1].Softmax(1)), [rng => [Real(rng, 3, 4), Real(rng, 3, 4)]]),
        new("binary cross entropy", x => x[0].BinaryCrossEntropyWithLogits(Tensor.From([1.0, 0.0, 0.3])), [rng => [Real(rng, 3)]]),
        new("binary cross entropy weighted", x => x[0].BinaryCrossEntropyWithLogits(Tensor.From([1.0, 0.0, 0.3]), Tensor.From([0.5, 1.0, 2.0]), Tensor.Scalar(3, DType.Float64)), [rng => [Real(rng, 3)]]),
        new("mse", x => x[0].MseLoss(x[1]), [rng => [Real(rng, 3, 2), Real(rng, 3, 2)]]),
    ];

    /// <summary>Numbers from −2 to 2, none near 0, ±0.6 or ±0.7, where some operators have a kink.</summary>
    internal static Tensor Real(Rng rng, params int[] shape) => Leaf(rng, shape, () =>
    {
        double value = 0;
        while (Math.Abs(value) < 0.05 || Math.Abs(Math.Abs(value) - 0.65) < 0.1)
        {
            value = (4 * rng.NextDouble()) - 2;
        }

        return value;
    });

    internal static Tensor Positive(Rng rng, params int[] shape) => Leaf(rng, shape, () => 0.3 + (2 * rng.NextDouble()));

    private static Tensor Leaf(Rng rng, int[] shape, Func<double> draw)
    {
        double[] values = new double[shape.Aggregate(1, (a, b) => a * b)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = draw();
        }

        Tensor leaf = Tensor.From(values).Reshape(shape);
        leaf.RequiresGrad = true;
        return leaf;
    }
}
