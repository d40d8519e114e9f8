using static Gradus.Tensors.Tests.Ops.References.NormalizationReference;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Softmax and the normalizations.</summary>
internal static class NormalizationTable
{
    private static readonly double[] Mean = [0.1, -0.2], Variance = [0.5, 2.0];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("softmax", x => x[0].Softmax(-1), Matrix)
        {
            Reference = x => Softmax(x[0], -1, false), Extremes = Extremes.All, Lengths = length => [[length]], OtherTypes = OpSpec.Integers, Large = [[300, 333]],
        },
        new("softmax 0", x => x[0].Softmax(0), Matrix)
        {
            Reference = x => Softmax(x[0], 0, false), Extremes = Extremes.All, Shapes = rng => [[rng.NextInt(6), rng.NextInt(40)]], Lengths = length => [[3, length]], OtherTypes = OpSpec.Integers, Large = [[50, 2001]],
        },
        new("log softmax", x => x[0].LogSoftmax(-1), Matrix)
        {
            Reference = x => Softmax(x[0], -1, true), Extremes = Extremes.All, Lengths = length => [[length]], OtherTypes = OpSpec.Integers, Large = [[300, 333]],
        },
        new("log softmax 1", x => x[0].LogSoftmax(1), [rng => [Real(rng, 2, 3, 4)]])
        {
            Reference = x => Softmax(x[0], 1, true), Extremes = Extremes.All, Shapes = rng => [[rng.NextInt(3), rng.NextInt(6), rng.NextInt(40)]], Lengths = length => [[2, 3, length]], OtherTypes = OpSpec.Integers, Large = [[3, 50, 800]],
        },
        new("layer norm", x => x[0].LayerNorm([x[0].Shape[^1]], x[1], x[2]), [rng => [Real(rng, 2, 3, 4), Real(rng, 4), Real(rng, 4)], rng => [Real(rng, 5), Real(rng, 5), Real(rng, 5)]])
        {
            Reference = x => Normalize(x[0], index => Key(index[..^1]), index => [index[^1]], x[1], x[2]),
            Shapes = rng => Parameters([rng.NextInt(3), rng.NextInt(40), 1 + rng.NextInt(70)], 2, 2),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[length], [length], [length]],
            Large = [[701, 133], [133], [133]],
        },
        new("layer norm of two dimensions", x => x[0].LayerNorm([3, 2], x[1]), [rng => [Real(rng, 4, 3, 2), Real(rng, 3, 2)]])
        {
            Reference = x => Normalize(x[0], index => Key(index[..^2]), index => index[^2..], x[1]),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[length, 3, 2], [3, 2]],
            Large = [[15_001, 3, 2], [3, 2]],
        },
        new("layer norm plain", x => x[0].LayerNorm([x[0].Shape[^1]], eps: 0.1), [rng => [Real(rng, 3, 4)]])
        {
            Reference = x => Normalize(x[0], index => Key(index[..^1]), _ => [], eps: 0.1), Extremes = Extremes.WithinRange, Lengths = length => [[length]], Large = [[701, 133]], OtherTypes = OpSpec.Integers,
        },
        new("rms norm", x => x[0].RmsNorm([x[0].Shape[^1]], x[1], 1e-5), [rng => [Real(rng, 2, 3, 4), Real(rng, 4)]])
        {
            Reference = x => Normalize(x[0], index => Key(index[..^1]), index => [index[^1]], x[1], centred: false),
            Shapes = rng => Parameters([rng.NextInt(3), rng.NextInt(40), 1 + rng.NextInt(70)], 2, 1),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[length], [length]],
            Large = [[701, 133], [133]],
        },
        new("group norm", x => x[0].GroupNorm(2, x[1], x[2]), [rng => [Real(rng, 2, 4, 3), Real(rng, 4), Real(rng, 4)], rng => [Real(rng, 3, 4), Real(rng, 4), Real(rng, 4)]])
        {
            Reference = x => Normalize(x[0], index => Key([index[0], index[1] / (x[0].Shape[1] / 2)]), index => [index[1]], x[1], x[2]),
            Shapes = rng => Parameters([rng.NextInt(3), 2 * (1 + rng.NextInt(3)), 1 + rng.NextInt(40), 1 + rng.NextInt(3)], 1, 2),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[2, 4, Math.Max(1, length)], [4], [4]],
            Large = [[9, 6, 50, 41], [6], [6]],
        },
        new("instance norm", x => x[0].InstanceNorm(null, null, x[1], x[2]), [rng => [Real(rng, 2, 3, 4), Real(rng, 3), Real(rng, 3)]])
        {
            Reference = x => Normalize(x[0], index => Key(index[..2]), index => [index[1]], x[1], x[2]),
            Shapes = rng => Parameters([rng.NextInt(3), rng.NextInt(4), 2 + rng.NextInt(70)], 1, 2),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[2, 3, 2 + length], [3], [3]],
            Large = [[9, 6, 2_051], [6], [6]],
        },
        new("batch norm training", x => x[0].BatchNorm(null, null, x[1], x[2], true), [rng => [Real(rng, 5, 3), Real(rng, 3), Real(rng, 3)], rng => [Real(rng, 3, 2, 4), Real(rng, 2), Real(rng, 2)]])
        {
            Reference = x => Normalize(x[0], index => Key([index[1]]), index => [index[1]], x[1], x[2]),
            Shapes = rng => Parameters(rng.NextInt(2) == 0 ? [2 + rng.NextInt(40), rng.NextInt(40)] : [2 + rng.NextInt(3), rng.NextInt(4), 1 + rng.NextInt(3), 1 + rng.NextInt(50)], 1, 2),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[2, 3, Math.Max(1, length)], [3], [3]],
            Large = [[9, 6, 50, 41], [6], [6]],
        },
        new("batch norm plain", x => x[0].BatchNorm(null, null, training: true), [rng => [Real(rng, 5, 3)], rng => [Real(rng, 2, 3, 2, 2)]])
        {
            Reference = x => Normalize(x[0], index => Key([index[1]]), _ => []),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[3, length]],
            Large = [[301, 333]],
        },
        new("batch norm evaluation", x => x[0].BatchNorm(Tensor.From(Mean).To(x[0].DType), Tensor.From(Variance).To(x[0].DType), x[1], x[2]), [rng => [Real(rng, 3, 2), Real(rng, 2), Real(rng, 2)], rng => [Real(rng, 2, 2, 3), Real(rng, 2), Real(rng, 2)]])
        {
            Reference = x => Given(x[0], Mean, Variance, x[1], x[2]),
            Shapes = rng => [rng.NextInt(2) == 0 ? [rng.NextInt(5), 2] : [rng.NextInt(3), 2, rng.NextInt(40)], [2], [2]],
            Extremes = Extremes.WithinRange,
            Lengths = length => [[2, 2, length], [2], [2]],
            Large = [[9, 2, 6_001], [2], [2]],
        },
        new("batch norm with residual and relu", x => x[0].BatchNorm(null, null, x[1], x[2], true, residual: x[3], relu: true), [rng => [Real(rng, 3, 2, 4), Real(rng, 2), Real(rng, 2), Decided(rng, 3, 2, 4)]])
        {
            Reference = x => Normalize(x[0], index => Key([index[1]]), index => [index[1]], x[1], x[2]).Zip(x[3], (normal, residual) => Math.Max(0, normal + residual)),
            Shapes = rng => Blocks([2 + rng.NextInt(3), rng.NextInt(4), 1 + rng.NextInt(3), 1 + rng.NextInt(50)]),
            Extremes = Extremes.WithinRange,
            Lengths = length => Blocks([2, 3, Math.Max(1, length)]),
            Large = Blocks([9, 6, 50, 41]),
        },
        new("batch norm evaluation with residual and relu", x => x[0].BatchNorm(Tensor.From(Mean).To(x[0].DType), Tensor.From(Variance).To(x[0].DType), x[1], x[2], residual: x[3], relu: true), [rng => [Real(rng, 3, 2, 4), Real(rng, 2), Real(rng, 2), Decided(rng, 3, 2, 4)]])
        {
            Reference = x => Given(x[0], Mean, Variance, x[1], x[2]).Zip(x[3], (normal, residual) => Math.Max(0, normal + residual)),
            Shapes = rng => Blocks([rng.NextInt(3), 2, rng.NextInt(40)]),
            Extremes = Extremes.WithinRange,
            Lengths = length => Blocks([2, 2, length]),
            Large = Blocks([9, 2, 6_001]),
        },
        new("batch norm with relu", x => x[0].BatchNorm(null, null, x[1], Tensor.From([40.0, -40.0]).To(x[0].DType), true, relu: true), [rng => [Real(rng, 3, 2, 4), Real(rng, 2)]])
        {
            Reference = x => Normalize(x[0], index => Key([index[1]]), index => [index[1]], x[1], new Plain([2], [40, -40])).Map(value => Math.Max(0, value)),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[2, 2, Math.Max(1, length)], [2]],
            Large = [[9, 2, 6_001], [2]],
            Tolerance = 1e-4,
        },
        new("normalize", x => x[0].Normalize(), [rng => [Real(rng, 3, 4)]])
        {
            Reference = x => Plain.From(x[0].Shape, index => x[0][index] / Math.Max(Math.Sqrt(Row(x[0], index[0]).Sum(value => value * value)), 1e-12)),
            OtherTypes = OpSpec.Integers,
            Shapes = rng => [[rng.NextInt(3), 1 + rng.NextInt(20)]],
            Extremes = Extremes.WithinRange,
            Lengths = length => [[2, length]],
            Large = [[301, 333]],
        },
        new("cosine similarity", x => x[0].CosineSimilarity(x[1]), [rng => [Real(rng, 3, 4), Real(rng, 3, 4)]])
        {
            OtherTypes = OpSpec.Integers,
            Reference = x => Plain.From(x[0].Shape[..1], index => Cosine(Row(x[0], index[0]), Row(x[1], index[0]))),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[2, length], [2, length]],
            Large = [[301, 333], [301, 333]],
            Shapes = rng =>
            {
                int[] shape = [rng.NextInt(3), 1 + rng.NextInt(20)];
                return [shape, shape];
            },
        },
    ];

    internal static double[] Row(Plain x, int row) => [.. Enumerable.Range(0, x.Shape[1]).Select(j => x[row, j])];

    internal static double Cosine(double[] x, double[] y)
    {
        double Dot(double[] a, double[] b) => a.Zip(b, (left, right) => left * right).Sum();
        return Dot(x, y) / (Math.Max(Math.Sqrt(Dot(x, x)), 1e-8) * Math.Max(Math.Sqrt(Dot(y, y)), 1e-8));
    }

    // What a residual block gives to batch normalization.
    private static int[][] Blocks(int[] shape) => [.. Parameters(shape, 1, 2), shape];

    // A shape, and parameters of the size of one of its dimensions.
    private static int[][] Parameters(int[] shape, int dimension, int count) => [shape, .. Enumerable.Repeat<int[]>([shape[dimension]], count)];
}
