using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;
using static Gradus.Tensors.Tests.Ops.Tables.ElementwiseRows;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>The nonlinear functions between layers.</summary>
internal static class ActivationTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Each("sigmoid", x => x.Sigmoid(), Exact.Sigmoid) with { Units = 2.5 },
        Each("logsigmoid", x => x.LogSigmoid(), Exact.Functions["logsigmoid"]) with { Units = 3 },
        Each("silu", x => x.Silu(), Exact.Functions["silu"]) with { Units = 3 },
        Each("mish", x => x.Mish(), Exact.Functions["mish"]) with { Units = 4 },
        Each("gelu", x => x.Gelu(), Exact.Functions["gelu"]) with { Units = 7.2 },
        Each("gelu tanh", x => x.Gelu(approximate: true), Exact.Functions["gelu tanh"]) with { Units = 6 },
        Each("softplus", x => x.Softplus(), Exact.Softplus) with { Units = 4 },
        Each("softplus 2", x => x.Softplus(2, 1), x => 2 * x > 1 ? x : Exact.Softplus(2 * x) / 2, Between(-2, 2, 0.5)) with { Units = 4 },
        Each("softsign", x => x.Softsign(), x => x / (1 + Math.Abs(x))) with { Units = 1.5 },
        Each("tanhshrink", x => x.Tanhshrink(), x => x - Math.Tanh(x)) with { Units = null, Tolerance = 3e-7 },
        Each("relu", x => x.Relu(), x => x < 0 ? 0 : x),
        Each("relu6", x => x.Relu6(), x => x < 0 ? 0 : x > 6 ? 6 : x, Between(-3, 9, 0, 6)),
        Each("leaky relu", x => x.LeakyRelu(0.2), x => x < 0 ? 0.2 * x : x) with { Units = 1 },
        Each("elu", x => x.Elu(0.7), x => x > 0 ? x : 0.7 * Exact.Expm1(x)) with { Units = 2 },
        Each("selu", x => x.Selu(), x => 1.0507009873554804934 * (x > 0 ? x : 1.6732632423543772848 * Exact.Expm1(x))) with { Units = 2.5 },
        Each("celu", x => x.Celu(0.5), x => x > 0 ? x : 0.5 * Exact.Expm1(x / 0.5)) with { Units = 2.5 },
        Each("hardtanh", x => x.Hardtanh(-0.75, 0.625), x => x < -0.75 ? -0.75 : x > 0.625 ? 0.625 : x, Between(-2, 2, -0.75, 0.625)),
        Each("hardsigmoid", x => x.Hardsigmoid(), x => x <= -3 ? 0 : x >= 3 ? 1 : (x + 3) / 6, Between(-5, 5, -3, 3)) with { Units = 1.5 },
        Each("hardswish", x => x.Hardswish(), x => x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6, Between(-5, 5, -3, 3)) with { Units = 1.5 },
        Each("hardshrink", x => x.Hardshrink(0.625), x => Math.Abs(x) <= 0.625 ? 0 : x),
        Each("softshrink", x => x.Softshrink(0.625), x => Math.Abs(x) <= 0.625 ? 0 : x - (Math.CopySign(1, x) * 0.625)),
        Each("threshold", x => x.Threshold(0.625, -3), x => x <= 0.625 ? -3 : x),
        new("prelu", x => x[0].Prelu(x[1]), [rng => [Real(rng, 2, 3), Positive(rng, 3)], rng => [Real(rng, 2, 3, 2), Positive(rng, 3)], rng => [Real(rng, 4), Positive(rng, 1)]])
        {
            Reference = x => Plain.From(x[0].Shape, i => x[0][i] > 0 ? x[0][i] : x[0][i] * x[1].Values[x[1].Values.Length == 1 ? 0 : i[1]]),
            Extremes = Extremes.All,
            Units = 0,
            Lengths = length => [[2, 3, length], [3]],
            Large = [[3, 40, 999], [40]],
            OtherTypes = OpSpec.Integers,
        },
        new("glu", x => x[0].Glu(1), [rng => [Real(rng, 2, 6)], rng => [Real(rng, 3, 2, 2)]])
        {
            Reference = x =>
            {
                int half = x[0].Shape[1] / 2;
                int[] shape = [x[0].Shape[0], half, .. x[0].Shape[2..]];
                return Plain.From(shape, i => x[0][i] * Exact.Sigmoid(x[0][[i[0], i[1] + half, .. i[2..]]]));
            },
            Extremes = Extremes.WithinRange,
            Units = 3,
            Lengths = length => [[2, 6, length]],
            Large = [[30, 40, 99]],
            OtherTypes = OpSpec.Integers,
        },
    ];
}
