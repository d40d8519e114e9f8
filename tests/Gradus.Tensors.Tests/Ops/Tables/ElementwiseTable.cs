using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Functions of each element, or of pairs of elements that broadcast.</summary>
internal static class ElementwiseTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
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
        new("to float64", x => x[0].To(DType.Float64), Matrix),
    ];
}
