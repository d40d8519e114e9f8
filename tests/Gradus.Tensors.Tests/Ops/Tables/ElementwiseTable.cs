using static Gradus.Tensors.Tests.Ops.Samples;
using static Gradus.Tensors.Tests.Ops.Tables.ElementwiseRows;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Functions of each element, or of elements that broadcast.</summary>
internal static class ElementwiseTable
{
    private static readonly double[] Mask = [1, 0, 1];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        .. ArithmeticTable.Rows,
        .. FunctionTable.Rows,
        .. ActivationTable.Rows,
        .. ComparisonTable.Rows,
        Each("clamp", x => x.Clamp(-0.7, 0.6), x => double.IsNaN(x) ? x : Math.Min(Math.Max(x, -0.7), 0.6)),
        Each("clamp whole", x => x.Clamp(-1, 1), x => double.IsNaN(x) ? x : Math.Min(Math.Max(x, -1), 1), Between(-2, 2, -1, 1)),
        Each("clamp min", x => x.ClampMin(0.6), x => double.IsNaN(x) ? x : Math.Max(x, 0.6)),
        Each("clamp max", x => x.ClampMax(-0.7), x => double.IsNaN(x) ? x : Math.Min(x, -0.7)),
        Triples(
            "clamp tensors",
            (x, low, high) => x.Clamp(low, high),
            (x, low, high) => Math.Min(Math.Max(x, low), high),
            rng => [Away(rng, -2, 2, [-1, 1], 2, 3), Away(rng, -1.04, -0.96, [], 3), Away(rng, 0.96, 1.04, [], 2, 1)]) with { AnyZero = true, Draw = (rng, input) => input == 0 ? (4 * rng.NextDouble()) - 2 : input == 1 ? -1 - rng.NextDouble() : rng.NextDouble() },
        Each("nan to num", x => x.NanToNum(0.5, 7, -7), x => double.IsNaN(x) ? 0.5 : double.IsPositiveInfinity(x) ? 7 : double.IsNegativeInfinity(x) ? -7 : x),
        new("where", x => Tensor.Where(Tensor.From([true, false, true]), x[0], x[1]), [rng => [Real(rng, 2, 3), Real(rng, 2, 3)], rng => [Real(rng, 2, 1), Real(rng, 3)]])
        {
            Reference = x => Plain.From(Plain.Broadcast(Plain.Broadcast(x[0].Shape, x[1].Shape), [3]), i => Mask[i[^1]] != 0 ? At(x[0], i) : At(x[1], i)),
            Extremes = Extremes.All,
            Units = 0,
            Lengths = length => [[length, 3], [3]],
            Large = [[40_000, 3], [3]],
            OtherTypes = OpSpec.AnyType,
        },
        new("masked fill", x => x[0].MaskedFill(Tensor.From([true, false, true]), 1), [rng => [Real(rng, 2, 3)]])
        {
            Reference = x => Plain.From(x[0].Shape, i => Mask[i[^1]] != 0 ? 1 : x[0][i]),
            Extremes = Extremes.All,
            Units = 0,
            Lengths = length => [[length, 3]],
            Large = [[40_000, 3]],
            OtherTypes = OpSpec.AnyType,
        },
        Triples(
            "lerp",
            (x, end, weight) => x.Lerp(end, weight),
            (x, end, weight) => x + (weight * (end - x)),
            rng => [Real(rng, 2, 3), Real(rng, 3), Real(rng, 2, 1)]) with
        {
            OtherTypes = OpSpec.Numbers,
            Extremes = Extremes.WithinRange,
            Units = null,
        },
        Pairs("lerp number", (x, end) => x.Lerp(end, 0.25), (x, end) => x + (0.25 * (end - x))) with { Extremes = Extremes.WithinRange, Units = null, OtherTypes = OpSpec.Numbers },
        Triples(
            "addcmul",
            (x, a, b) => x.Addcmul(a, b, 0.5),
            (x, a, b) => x + (0.5 * a * b),
            rng => [Real(rng, 2, 3), Real(rng, 3), Real(rng, 2, 1)]) with { Extremes = Extremes.WithinRange, Units = null },
        Triples(
            "addcdiv",
            (x, a, b) => x.Addcdiv(a, b, 0.5),
            (x, a, b) => x + (0.5 * a / b),
            rng => [Real(rng, 2, 3), Real(rng, 3), Positive(rng, 2, 1)]) with { Extremes = Extremes.WithinRange, ExtremeInputs = [0, 1], Units = null, Draw = (rng, input) => input == 2 ? 1 + rng.NextDouble() : rng.NextDouble() },
        new("to float64", x => x[0].To(DType.Float64), Matrix) { Reference = x => x[0], Extremes = Extremes.All, Units = 0, Lengths = length => [[3, length]], Large = [[300, 401]], OtherTypes = OpSpec.AnyType },
    ];
}
