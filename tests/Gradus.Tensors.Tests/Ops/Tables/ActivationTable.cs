using static Gradus.Tensors.Tests.Ops.Samples;
using static Gradus.Tensors.Tests.Ops.Tables.ElementwiseRows;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>The nonlinear functions between layers.</summary>
internal static class ActivationTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Each("sigmoid", x => x.Sigmoid(), Sigmoid),
        Each("logsigmoid", x => x.LogSigmoid(), x => -Softplus(-x)),
        Each("silu", x => x.Silu(), x => Gated(x, Sigmoid)),
        Each("mish", x => x.Mish(), x => Gated(x, at => Math.Tanh(Softplus(at)))),
        Each("gelu", x => x.Gelu(), x => Gated(x, at => 0.5 * (1 + Erf(at / Math.Sqrt(2))))) with { Large = [[90_000]] },
        Each("gelu tanh", x => x.Gelu(approximate: true), x => Gated(x, at => 0.5 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (at + (0.044715 * at * at * at)))))),
        Each("softplus", x => x.Softplus(), Softplus),
        Each("softplus 2", x => x.Softplus(2, 1), x => 2 * x > 1 ? x : Softplus(2 * x) / 2, Between(-2, 2, 0.5)),
        Each("softsign", x => x.Softsign(), x => x / (1 + Math.Abs(x))),
        Each("tanhshrink", x => x.Tanhshrink(), x => x - Math.Tanh(x)),
        Each("relu", x => x.Relu(), x => x < 0 ? 0 : x),
        Each("relu6", x => x.Relu6(), x => x < 0 ? 0 : x > 6 ? 6 : x, Between(-3, 9, 0, 6)),
        Each("leaky relu", x => x.LeakyRelu(0.2), x => x < 0 ? 0.2 * x : x),
        Each("elu", x => x.Elu(0.7), x => x > 0 ? x : 0.7 * (Math.Exp(x) - 1)),
        Each("selu", x => x.Selu(), x => 1.0507009873554804934 * (x > 0 ? x : 1.6732632423543772848 * (Math.Exp(x) - 1))),
        Each("celu", x => x.Celu(0.5), x => x > 0 ? x : 0.5 * (Math.Exp(x / 0.5) - 1)),
        Each("hardtanh", x => x.Hardtanh(-0.75, 0.625), x => x < -0.75 ? -0.75 : x > 0.625 ? 0.625 : x, Between(-2, 2, -0.75, 0.625)),
        Each("hardsigmoid", x => x.Hardsigmoid(), x => x <= -3 ? 0 : x >= 3 ? 1 : (x + 3) / 6, Between(-5, 5, -3, 3)),
        Each("hardswish", x => x.Hardswish(), x => double.IsNegativeInfinity(x) ? double.NaN : x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6, Between(-5, 5, -3, 3)) with
        {
            // x · (x + 3) overflows where x² does.
            Special = false,
        },
        Each("hardshrink", x => x.Hardshrink(0.625), x => Math.Abs(x) <= 0.625 ? 0 : x),
        Each("softshrink", x => x.Softshrink(0.625), x => Math.Abs(x) <= 0.625 ? 0 : x - (Math.CopySign(1, x) * 0.625)),
        Each("threshold", x => x.Threshold(0.625, -3), x => x <= 0.625 ? -3 : x),
        new("prelu", x => x[0].Prelu(x[1]), [rng => [Real(rng, 2, 3), Positive(rng, 3)], rng => [Real(rng, 2, 3, 2), Positive(rng, 3)], rng => [Real(rng, 4), Positive(rng, 1)]])
        {
            Reference = x => Plain.From(x[0].Shape, i => x[0][i] > 0 ? x[0][i] : x[0][i] * x[1].Values[x[1].Values.Length == 1 ? 0 : i[1]]),
            OtherTypes = OpSpec.Integers,
        },
        new("glu", x => x[0].Glu(1), [rng => [Real(rng, 2, 6)], rng => [Real(rng, 3, 2, 2)]])
        {
            Reference = x =>
            {
                int half = x[0].Shape[1] / 2;
                int[] shape = [x[0].Shape[0], half, .. x[0].Shape[2..]];
                return Plain.From(shape, i => x[0][i] * Sigmoid(x[0][[i[0], i[1] + half, .. i[2..]]]));
            },
            OtherTypes = OpSpec.Integers,
        },
    ];

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
