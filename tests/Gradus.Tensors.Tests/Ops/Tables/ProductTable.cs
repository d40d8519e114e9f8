using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Products of matrices.</summary>
internal static class ProductTable
{
    private static readonly DType[] Whole = [DType.Int64, DType.Int32, DType.Bool];

    private static readonly Func<Rng, Tensor[]>[] Affine = [rng => [Real(rng, 3, 4), Real(rng, 2, 4), Real(rng, 2)], rng => [Real(rng, 2, 3, 4), Real(rng, 2, 4), Real(rng, 2)], rng => [Real(rng, 4), Real(rng, 2, 4), Real(rng, 2)]];

    private static readonly Func<int, int[][]> Outputs = length => [[3, 4], [length, 4], [length]];

    private static readonly int[][] Wide = [[70, 120], [65, 120], [65]];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("matmul", x => x[0].MatMul(x[1]), [rng => [Real(rng, 3, 4), Real(rng, 4, 2)], rng => [Real(rng, 4), Real(rng, 4, 2)], rng => [Real(rng, 3, 4), Real(rng, 4)], rng => [Real(rng, 4), Real(rng, 4)]])
        {
            Reference = x => Product(x[0], x[1]),
            Shapes = rng => Shapes(rng, Size(rng), Size(rng), Size(rng)),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[3, length], [length, 2]],
            Large = [[70, 120], [120, 65]],
            OtherTypes = Whole,
        },
        new("matmul batched", x => x[0].MatMul(x[1]), [rng => [Real(rng, 2, 3, 4), Real(rng, 2, 4, 2)], rng => [Real(rng, 2, 1, 3, 2), Real(rng, 3, 2, 2)], rng => [Real(rng, 3, 2), Real(rng, 2, 2, 3)]])
        {
            Reference = x => Product(x[0], x[1]),
            Shapes = rng => Batches(rng, Size(rng), Size(rng), Size(rng)),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[2, length, 3], [2, 3, 2]],
            Large = [[5, 70, 33], [5, 33, 65]],
            OtherTypes = Whole,
        },
        new("matmul transposed", x => x[0].T().MatMul(x[1].T()), [rng => [Real(rng, 4, 3), Real(rng, 2, 4)]])
        {
            Reference = x => Product(Turned(x[0]), Turned(x[1])),
            Shapes = rng => Transposed(Size(rng), Size(rng), Size(rng)),
            Extremes = Extremes.WithinRange,
            Lengths = length => [[4, 3], [length, 4]],
            Large = [[120, 70], [65, 120]],
            OtherTypes = Whole,
        },
        new("linear", x => x[0].Linear(x[1], x[2]), Affine) { Reference = x => Layer(x, z => z), Shapes = Layers, OtherTypes = Whole, Extremes = Extremes.WithinRange, Lengths = length => [[3, length], [2, length], [2]], Large = Wide },
        new("linear without bias", x => x[0].Linear(x[1]), [rng => [Real(rng, 3, 4), Real(rng, 2, 4)], rng => [Real(rng, 4), Real(rng, 2, 4)]])
        {
            Reference = x => Layer(x, z => z),
            Shapes = rng => Layers(rng)[..2],
            Extremes = Extremes.WithinRange,
            Lengths = length => [[3, 4], [length, 4]],
            Large = [[70, 120], [65, 120]],
            OtherTypes = Whole,
        },
        new("linear with relu", x => x[0].Linear(x[1], x[2], true), Affine) { Reference = x => Layer(x, z => z < 0 ? 0 : z), Shapes = Layers, OtherTypes = Whole, Extremes = Extremes.WithinRange, Lengths = Outputs, Large = Wide },
        new("linear with tanh", x => x[0].Linear(x[1], x[2], Activation.Tanh), Affine) { Reference = x => Layer(x, Math.Tanh), Shapes = Layers, OtherTypes = Whole, Extremes = Extremes.WithinRange, Lengths = Outputs, Large = Wide },
        new("linear with sigmoid", x => x[0].Linear(x[1], x[2], Activation.Sigmoid), Affine) { Reference = x => Layer(x, z => 1 / (1 + Math.Exp(-z))), Shapes = Layers, OtherTypes = Whole, Extremes = Extremes.WithinRange, Lengths = Outputs, Large = Wide },
        new("linear with gelu", x => x[0].Linear(x[1], x[2], Activation.Gelu), Affine) { Reference = x => Layer(x, References.Exact.Functions["gelu"]), Shapes = Layers, OtherTypes = Whole, Extremes = Extremes.WithinRange, Lengths = Outputs, Large = Wide },
    ];

    private static int Size(Rng rng) => rng.NextInt(6);

    private static int[][] Shapes(Rng rng, int m, int k, int n) => rng.NextInt(4) switch
    {
        0 => [[k], [k, n]],
        1 => [[m, k], [k]],
        2 => [[k], [k]],
        _ => [[m, k], [k, n]],
    };

    private static int[][] Batches(Rng rng, int m, int k, int n)
    {
        int outer = Size(rng), inner = Size(rng);
        return rng.NextInt(4) switch
        {
            0 => [[outer, inner, m, k], [k, n]],
            1 => [[outer, 1, m, k], [inner, k, n]],
            2 => [[inner, m, k], [outer, inner, k, n]],
            _ => [[outer, inner, m, k], [1, 1, k, n]],
        };
    }

    private static int[][] Transposed(int m, int k, int n) => [[k, m], [n, k]];

    private static int[][] Layers(Rng rng)
    {
        int input = Size(rng), output = Size(rng);
        int[] x = rng.NextInt(3) switch { 0 => [input], 1 => [Size(rng), input], _ => [Size(rng), Size(rng), input] };
        return [x, [output, input], [output]];
    }

    private static Plain Turned(Plain x) => Plain.From([x.Shape[1], x.Shape[0]], at => x[at[1], at[0]]);

    private static Plain Product(Plain a, Plain b)
    {
        bool row = a.Rank == 1, column = b.Rank == 1;
        a = row ? new Plain([1, .. a.Shape], a.Values) : a;
        b = column ? new Plain([.. b.Shape, 1], b.Values) : b;
        int[] lead = Plain.Broadcast(a.Shape[..^2], b.Shape[..^2]);
        Plain result = Plain.From([.. lead, a.Shape[^2], b.Shape[^1]], at =>
        {
            double sum = 0;
            for (int p = 0; p < a.Shape[^1]; p++)
            {
                sum += a[[.. Lead(at, a), at[^2], p]] * b[[.. Lead(at, b), p, at[^1]]];
            }

            return sum;
        });
        return new Plain([.. lead, .. row ? [] : a.Shape[^2..^1], .. column ? [] : b.Shape[^1..]], result.Values);
    }

    // Which matrix of a factor belongs to a place of the result.
    private static int[] Lead(int[] at, Plain factor)
    {
        int[] lead = new int[factor.Rank - 2];
        for (int d = 1; d <= lead.Length; d++)
        {
            lead[^d] = factor.Shape[^(d + 2)] == 1 ? 0 : at[^(d + 2)];
        }

        return lead;
    }

    private static Plain Layer(IReadOnlyList<Plain> x, Func<double, double> activation)
    {
        Plain product = Product(x[0], Turned(x[1]));
        return (x.Count == 3 ? product.Zip(x[2], (a, b) => a + b) : product).Map(activation);
    }
}
