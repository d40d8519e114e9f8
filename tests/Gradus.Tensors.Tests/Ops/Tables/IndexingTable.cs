using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Elements chosen by index or mask.</summary>
internal static class IndexingTable
{
    private static readonly int[] Picked = [2, 0, 2];
    private static readonly int[,] Each = { { 0, 2 }, { 2, 1 } };
    private static readonly bool[] Mask = [true, false, true];

    private static readonly Func<Rng, Tensor[]>[] Three = [rng => [Real(rng, 3, 2)], rng => [Real(rng, 3)], rng => [Real(rng, 3, 2, 2)]];
    private static readonly Func<Rng, Tensor[]>[] TwoByThree = [rng => [Real(rng, 2, 3)]];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Move("index select", x => x[0].IndexSelect(0, Tensor.From(Picked)), Three, x => x[0].Pick(Lines.With(x[0].Shape, 0, 3), i => Lines.With(i, 0, Picked[i[0]]))) with { Lengths = length => [[3, length]], Large = [[3, 40_001]] },
        Move("index select 1", x => x[0].IndexSelect(1, Tensor.From([1, 1])), [rng => [Real(rng, 3, 2, 2)], rng => [Real(rng, 0, 2)]], x => x[0].Pick(x[0].Shape, i => Lines.With(i, 1, 1))) with { Lengths = length => [[3, 2, length]], Large = [[30, 2, 3_001]] },
        Move("index select many", x => x[0].IndexSelect(0, Places(3000, 7, 50)), [rng => [Real(rng, 50, 2)]], x => x[0].Pick([3000, x[0].Shape[1]], i => [7 * i[0] % 50, i[1]])) with { Lengths = length => [[50 + length, 1]], Large = [[50, 96]] },
        Move("index copy", x => x[0].IndexCopy(1, Tensor.From([2L, 0L]), x[1]), [rng => [Real(rng, 2, 3), Real(rng, 2, 2)]], x => Plain.From(x[0].Shape, i => i[1] == 1 ? x[0][i] : x[1][i[0], i[1] == 2 ? 0 : 1])) with { Lengths = length => [[length, 3], [length, 2]], Large = [[30_000, 3], [30_000, 2]] },
        Move("index fill", x => x[0].IndexFill(0, Tensor.From([1L]), 1), Three, x => Plain.From(x[0].Shape, i => i[0] == 1 ? 1 : x[0][i])) with { Lengths = length => [[3, length]], Large = [[3, 40_001]] },
        Number("index add", x => x[0].IndexAdd(0, Tensor.From(Picked), x[1], 2), [rng => [Real(rng, 3, 2), Real(rng, 3, 2)]], x => Plain.From(x[0].Shape, i => x[0][i] + (2 * Enumerable.Range(0, 3).Where(j => Picked[j] == i[0]).Sum(j => x[1][j, i[1]])))) with { Lengths = length => [[3, length], [3, length]], Large = [[3, 30_000], [3, 30_000]] },
        Number("index add whole", x => x[0].IndexAdd(1, Tensor.From(Picked), x[1]), [rng => [Real(rng, 2, 3), Real(rng, 2, 3)]], x => Plain.From(x[0].Shape, i => x[0][i] + Enumerable.Range(0, 3).Where(j => Picked[j] == i[1]).Sum(j => x[1][i[0], j]))) with { Lengths = length => [[length, 3], [length, 3]], Large = [[23_001, 3], [23_001, 3]] },
        Move("gather", x => x[0].Gather(1, Indices(x[0])), TwoByThree, x => x[0].Pick([x[0].Shape[0], 2], i => [i[0], Each[i[0] % 2, i[1]]])) with { Lengths = length => [[length, 3]], Large = [[23_001, 3]] },
        Move("gather 0", x => x[0].Gather(0, Tensor.From([1, 0, 1, 1], 2, 2)), TwoByThree, x => x[0].Pick([2, 2], i => [i is [0, 1] ? 0 : 1, i[1]])) with { NoLengths = LeftOut.FixedShape, NoLarge = LeftOut.FixedShape },
        Move("gather many", x => x[0].Gather(1, Places(x[0].Shape[0] * 600, 1, x[0].Shape[1]).Reshape(-1, 600)), [rng => [Real(rng, 1, 7)]], x => x[0].Pick([x[0].Shape[0], 600], i => [i[0], ((i[0] * 600) + i[1]) % x[0].Shape[1]])) with { Lengths = length => [[1, 1 + length]], Large = [[400, 500]] },
        Move("take along dim", x => x[0].TakeAlongDim(Tensor.From([2L, 0L], 1, 2), 1), TwoByThree, x => x[0].Pick([x[0].Shape[0], 2], i => [i[0], i[1] == 0 ? 2 : 0])) with { Lengths = length => [[length, 3]], Large = [[23_001, 3]] },
        Move("scatter", x => x[0].Scatter(1, Indices(x[0]), x[1]), [rng => [Real(rng, 2, 3), Real(rng, 2, 3)]], x => Scattered(x, (_, b) => b)) with { Lengths = length => [[length, 3], [length, 3]], Large = [[23_001, 3], [23_001, 3]] },
        Move("scatter number", x => x[0].Scatter(1, Indices(x[0]), 1), TwoByThree, x => Scattered([x[0], x[0].Map(_ => 1)], (_, b) => b)) with { Lengths = length => [[length, 3]], Large = [[23_001, 3]] },
        Number("scatter add", x => x[0].ScatterAdd(1, Indices(x[0]), x[1]), [rng => [Real(rng, 2, 3), Real(rng, 2, 3)]], x => Scattered(x, (a, b) => a + b)) with { Lengths = length => [[length, 3], [length, 3]], Large = [[23_001, 3], [23_001, 3]] },
        Move("masked select", x => x[0].MaskedSelect(Tensor.From(Mask)), TwoByThree, x => x[0].Pick([2 * x[0].Shape[0]], i => [i[0] / 2, i[0] % 2 * 2])) with { Lengths = length => [[length, 3]], Large = [[23_001, 3]] },
        Move("masked fill by tensor", x => x[0].MaskedFill(Tensor.From(Mask), x[1]), [rng => [Real(rng, 2, 3), Real(rng)]], x => Plain.From(x[0].Shape, i => Mask[i[1]] ? x[1].Values[0] : x[0][i])) with { Lengths = length => [[length, 3], []], Large = [[23_001, 3], []] },
        Move("masked scatter", x => x[0].MaskedScatter(Tensor.From(Mask), x[1]), [rng => [Real(rng, 2, 3), Real(rng, 5)]], x => Plain.From(x[0].Shape, i => Mask[i[1]] ? x[1][(2 * i[0]) + (i[1] / 2)] : x[0][i])) with { Lengths = length => [[length, 3], [2 * length]], Large = [[23_001, 3], [46_002]] },
        Move("index side by side", x => x[0].Index([null, Tensor.From([2L, 0L], 2, 1), Tensor.From([1L, -1L, 0L])]), [rng => [Real(rng, 2, 3, 4, 2)]], x => x[0].Pick([2, 2, 3, x[0].Shape[3]], i => [i[0], i[1] == 0 ? 2 : 0, ((int[])[1, 3, 0])[i[2]], i[3]])) with { Lengths = length => [[2, 3, 4, length]], Large = [[2, 3, 4, 9_001]] },
        Move("index apart", x => x[0].Index([Tensor.From([1L, 0L, 1L]), null, Tensor.From([3L, 0L, 0L])]), [rng => [Real(rng, 2, 3, 4)]], x => x[0].Pick([3, x[0].Shape[1]], i => [i[0] == 1 ? 0 : 1, i[1], i[0] == 0 ? 3 : 0])) with { Lengths = length => [[2, length, 4]], Large = [[2, 30_001, 4]] },
        Move("index by mask", x => x[0].Index([Tensor.From([true, false, false, true, false, true], 2, 3)]), [rng => [Real(rng, 2, 3, 2)]], x => x[0].Pick([3, x[0].Shape[2]], i => i[0] == 0 ? [0, 0, i[1]] : [1, i[0] == 1 ? 0 : 2, i[1]])) with { Lengths = length => [[2, 3, length]], Large = [[2, 3, 30_001]] },
        Move("index put", x => x[0].IndexPut([null, Tensor.From([2L, 0L])], x[1]), [rng => [Real(rng, 2, 3), Real(rng, 2)]], x => Plain.From(x[0].Shape, i => i[1] == 1 ? x[0][i] : x[1][i[1] == 2 ? 0 : 1])) with { Lengths = length => [[length, 3], [2]], Large = [[23_001, 3], [2]] },
        Number("index put accumulate", x => x[0].IndexPut([Tensor.From([1L, 1L]), Tensor.From([0L, 0L])], x[1], true), [rng => [Real(rng, 2, 3), Real(rng, 2)]], x => Plain.From(x[0].Shape, i => x[0][i] + (i is [1, 0] ? x[1].Values.Sum() : 0))) with { Lengths = length => [[2, 1 + length], [2]], Large = [[2, 50_001], [2]] },
        Move("tril", x => x[0].Tril(1), Matrix, x => Plain.From(x[0].Shape, i => i[1] - i[0] <= 1 ? x[0][i] : 0)) with { Shapes = rng => [RandomShape.Of(rng, 2)], Lengths = length => [[3, length]], Large = [[230, 301]] },
        Move("triu", x => x[0].Triu(), [rng => [Real(rng, 2, 3, 3)]], x => Plain.From(x[0].Shape, i => i[2] >= i[1] ? x[0][i] : 0)) with { Shapes = rng => [RandomShape.Of(rng, 3)], Lengths = length => [[2, 3, length]], Large = [[2, 180, 201]] },
        Fixed("nonzero", x => x[0].Nonzero(), Matrix, x => Nonzero(x[0]), rng => [RandomShape.Of(rng, 2)]) with { OtherTypes = OpSpec.AnyType, Draw = (rng, _) => rng.NextInt(3) - 1 },
        Fixed("where of one", x => Tensor.Where(x[0].Greater(0))[1], Matrix, x => Nonzero(x[0].Map(a => a > 0 ? 1 : 0)) is var places ? places.Pick([places.Shape[0]], i => [i[0], 1]) : places, rng => [RandomShape.Of(rng, 2)]) with { OtherTypes = OpSpec.Integers },
        Fixed("bucketize", x => x[0].Bucketize(Tensor.From([-1.0, 0, 0, 1.5])), Matrix, x => x[0].Map(a => ((double[])[-1, 0, 0, 1.5]).Count(b => Lines.Order.Compare(b, a) < 0)), rng => [RandomShape.Of(rng, 2)]) with { OtherTypes = OpSpec.AnyType, Draw = (rng, _) => rng.NextInt(5) - 2 },
        Fixed("searchsorted right", x => Tensor.SearchSorted(x[0].Sort().Values, x[1], true), [rng => [Real(rng, 2, 5), Real(rng, 2, 3)]], x => Plain.From(x[1].Shape, i => Enumerable.Range(0, x[0].Shape[1]).Count(k => Lines.Order.Compare(x[0][i[0], k], x[1][i]) <= 0)), null) with { OtherTypes = OpSpec.Integers, Draw = (rng, _) => rng.NextInt(5) - 2, Lengths = length => [[2, length], [2, 5]], Large = [[300, 401], [300, 200]] },
    ];

    private static OpSpec Move(string name, Func<IReadOnlyList<Tensor>, Tensor> run, Func<Rng, Tensor[]>[] samples, Func<IReadOnlyList<Plain>, Plain> reference) =>
        new(name, run, samples) { Reference = reference, Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType };

    private static OpSpec Number(string name, Func<IReadOnlyList<Tensor>, Tensor> run, Func<Rng, Tensor[]>[] samples, Func<IReadOnlyList<Plain>, Plain> reference) =>
        new(name, run, samples) { Reference = reference, Extremes = Extremes.WithinRange, OtherTypes = [DType.Int64, DType.Int32] };

    private static OpSpec Fixed(string name, Func<IReadOnlyList<Tensor>, Tensor> run, Func<Rng, Tensor[]>[] samples, Func<IReadOnlyList<Plain>, Plain> reference, Func<Rng, int[][]>? shapes) =>
        new(name, run, samples)
        {
            Reference = reference,
            Differentiable = false,
            Shapes = shapes,
            Extremes = Extremes.All,
            Units = 0,
            Lengths = length => [[3, length]],
            Large = [[230, 301]],
        };

    /// <summary>0, step, 2 step, ..., all modulo a bound.</summary>
    private static Tensor Places(int count, int step, int bound) => Tensor.From([.. Enumerable.Range(0, count).Select(i => (long)i * step % bound)]);

    /// <summary>Two columns for each row, in turn 0 and 2, and 2 and 1.</summary>
    private static Tensor Indices(Tensor x) => Tensor.From([.. Enumerable.Range(0, 2 * x.Shape[0]).Select(i => (long)Each[i / 2 % 2, i % 2])], x.Shape[0], 2);

    private static Plain Scattered(IReadOnlyList<Plain> x, Func<double, double, double> write)
    {
        Plain y = new(x[0].Shape, [.. x[0].Values]);
        foreach (int[] i in Plain.Indices([x[0].Shape[0], 2]))
        {
            int column = Each[i[0] % 2, i[1]];
            y[i[0], column] = write(y[i[0], column], x[1][i]);
        }

        return y;
    }

    private static Plain Nonzero(Plain x)
    {
        int[][] places = [.. Plain.Indices(x.Shape).Where(i => x[i] != 0)];
        return Plain.From([places.Length, x.Rank], i => places[i[0]][i[1]]);
    }
}
