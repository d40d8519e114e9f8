using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Pooling.</summary>
internal static class PoolingTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Max("max pool 2d", 2, 2, 0, 1, false),
        Max("max pool 2d overlapping", (3, 2), (2, 1), (1, 0), 1, false),
        Max("max pool 2d dilated", 2, 1, 1, (2, 3), false),
        Max("max pool 2d ceil", 3, 2, 1, 1, true),
        new("max pool 2d indices", x => x[0].MaxPool2dWithIndices((2, 3), 1).Indices, [rng => [Distinct(rng, 2, 2, 4, 5)]])
        {
            Extremes = Extremes.All,
            Units = 0,
            AnyZero = true,
            Lengths = length => [[1, 2, 3, 3 + length]],
            Large = [[4, 8, 50, 67]],
            Differentiable = false,
            Reference = x => Plain.From([.. x[0].Shape[..2], x[0].Shape[2] - 1, x[0].Shape[3] - 2], at =>
            {
                int[] places = [.. Plain.Indices([2, 3]).Select(tap => ((at[2] + tap[0]) * x[0].Shape[3]) + at[3] + tap[1])];
                return Place(places, place => x[0][at[0], at[1], place / x[0].Shape[3], place % x[0].Shape[3]]);
            }),
        },
        new("max pool 1d", x => x[0].MaxPool1d(3, 2, 1), [rng => [Distinct(rng, 2, 2, 6)], rng => [Distinct(rng, 2, 5)]])
        {
            Lengths = length => [[2, 2, 3 + length]],
            Large = [[4, 8, 3_001]],
            Reference = x => Line(x[0], lifted => PoolingReference.Regular(lifted, (1, 3), (1, 2), (0, 1), 1, false, (values, _) => PoolingReference.Greatest(values))),
            Extremes = Extremes.All,
            Units = 0,
            AnyZero = true,
        },
        new("max pool 1d indices", x => x[0].MaxPool1dWithIndices(2).Indices, [rng => [Distinct(rng, 2, 6)]])
        {
            Extremes = Extremes.All,
            Units = 0,
            AnyZero = true,
            Lengths = length => [[2, 2 + length]],
            Large = [[32, 3_001]],
            Differentiable = false,
            Reference = x => Plain.From([x[0].Shape[0], x[0].Shape[1] / 2], at => Place([2 * at[1], (2 * at[1]) + 1], place => x[0][at[0], place])),
        },
        new("adaptive max pool 2d", x => x[0].AdaptiveMaxPool2d((3, 2)), [rng => [Distinct(rng, 2, 2, 4, 5)]])
        {
            Lengths = length => [[1, 2, 4, 2 + length]],
            Large = [[4, 8, 50, 67]],
            Reference = x => PoolingReference.Adaptive(x[0], (3, 2), PoolingReference.Greatest),
            Shapes = Small,
            Extremes = Extremes.All,
            Units = 0,
            AnyZero = true,
        },
        new("adaptive max pool 1d", x => x[0].AdaptiveMaxPool1d(3), [rng => [Distinct(rng, 2, 2, 7)], rng => [Distinct(rng, 2, 2)]])
        {
            Extremes = Extremes.All,
            Units = 0,
            AnyZero = true,
            Lengths = length => [[1, 2, 3 + length]],
            Large = [[4, 8, 3_001]],
            Reference = x => Line(x[0], lifted => PoolingReference.Adaptive(lifted, (1, 3), PoolingReference.Greatest)),
        },
        Mean("avg pool 2d", 2, 2, 0, false, true),
        Mean("avg pool 2d padded", (3, 2), (2, 1), 1, false, true),
        Mean("avg pool 2d without padding", (3, 2), (2, 1), 1, false, false),
        Mean("avg pool 2d ceil", 3, 2, 1, true, true),
        new("avg pool 2d divisor", x => x[0].AvgPool2d(2, 1, divisorOverride: 3), [rng => [Real(rng, 2, 3, 4)]])
        {
            Extremes = Extremes.WithinRange,
            Lengths = length => [[2, 3, 2 + length]],
            Large = [[32, 50, 67]],
            Reference = x => PoolingReference.Regular(x[0], 2, 1, 0, 1, false, (values, _) => values.Sum() / 3),
        },
        new("avg pool 1d", x => x[0].AvgPool1d(3, 2, 1, true), [rng => [Real(rng, 2, 2, 6)], rng => [Real(rng, 2, 4)]])
        {
            Extremes = Extremes.WithinRange,
            Lengths = length => [[2, 2, 3 + length]],
            Large = [[4, 8, 3_001]],
            Reference = x => Line(x[0], lifted => PoolingReference.Regular(lifted, (1, 3), (1, 2), (0, 1), 1, true, (values, count) => values.Sum() / count)),
        },
        Adaptive("adaptive avg pool 2d", (3, 2)),
        Adaptive("global avg pool 2d", 1),
        new("adaptive avg pool 1d", x => x[0].AdaptiveAvgPool1d(3), [rng => [Real(rng, 2, 2, 7)], rng => [Real(rng, 2, 2)]])
        {
            Extremes = Extremes.WithinRange,
            Lengths = length => [[1, 2, 3 + length]],
            Large = [[4, 8, 3_001]],
            Reference = x => Line(x[0], lifted => PoolingReference.Adaptive(lifted, (1, 3), Enumerable.Average)),
        },
    ];

    private static OpSpec Max(string name, Pair kernel, Pair stride, Pair padding, Pair dilation, bool ceil) => new(
        name, x => x[0].MaxPool2d(kernel, stride, padding, dilation, ceil), [rng => [Distinct(rng, 2, 2, 4, 5)], rng => [Distinct(rng, 1, 5, 6)]])
    {
        Reference = x => PoolingReference.Regular(x[0], kernel, stride, padding, dilation, ceil, (values, _) => PoolingReference.Greatest(values)),
        Shapes = Small,
        Extremes = Extremes.All,
        Units = 0,
        AnyZero = true,
        Lengths = length => [[1, 1, 4, 5 + length]],
        Large = [[4, 8, 50, 67]],
    };

    private static OpSpec Mean(string name, Pair kernel, Pair stride, Pair padding, bool ceil, bool countPadding) => new(
        name, x => x[0].AvgPool2d(kernel, stride, padding, ceil, countPadding), [rng => [Real(rng, 2, 2, 4, 5)], rng => [Real(rng, 1, 5, 6)]])
    {
        Reference = x => PoolingReference.Regular(x[0], kernel, stride, padding, 1, ceil, (values, count) => values.Sum() / (countPadding ? count : values.Length)),
        Shapes = Small,
        Extremes = Extremes.WithinRange,
        Lengths = length => [[1, 1, 4, 5 + length]],
        Large = [[4, 8, 50, 67]],
    };

    private static OpSpec Adaptive(string name, Pair size) => new(name, x => x[0].AdaptiveAvgPool2d(size), [rng => [Real(rng, 2, 2, 4, 5)], rng => [Real(rng, 2, 7, 5)]])
    {
        Reference = x => PoolingReference.Adaptive(x[0], size, Enumerable.Average),
        Shapes = Small,
        Extremes = Extremes.WithinRange,
        Lengths = length => [[1, 1, 4, 5 + length]],
        Large = [[4, 8, 50, 67]],
    };

    // The first of the greatest, but the last NaN, as PyTorch has it.
    private static int Place(int[] places, Func<int, double> value) => places.Any(place => double.IsNaN(value(place))) ? places.Last(place => double.IsNaN(value(place))) : places.MaxBy(value);

    private static int[][] Small(Rng rng) => [[rng.NextInt(3), 1 + rng.NextInt(3), 4 + rng.NextInt(6), 5 + rng.NextInt(30)]];

    private static Plain Line(Plain x, Func<Plain, Plain> run) => ConvolutionReference.Drop(run(ConvolutionReference.Lift(x)));

    /// <summary>Numbers far enough apart that a small step changes no order.</summary>
    private static Tensor Distinct(Rng rng, params int[] shape)
    {
        int[] order = rng.Permutation(shape.Aggregate(1, (a, b) => a * b));
        Tensor leaf = Tensor.From([.. order.Select(place => (0.07 * place) - 1.5)]).Reshape(shape);
        leaf.RequiresGrad = true;
        return leaf;
    }
}
