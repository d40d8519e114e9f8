using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Running sums, products and extremes, and differences.</summary>
internal static class ScanTable
{
    private static readonly Func<Rng, Tensor[]>[] Cube = [rng => [Real(rng, 2, 4, 2)], rng => [Real(rng, 5, 3)], rng => [Real(rng, 4)]];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Row("cumsum", x => x.CumSum(0), Cube, x => x.Along(0, line => Lines.Running(line, (a, b) => a + b))) with { AnyLength = true, Large = [[200, 300]] },
        Row("cumsum -1", x => x.CumSum(-1), Cube, x => x.Along(-1, line => Lines.Running(line, (a, b) => a + b))) with { Large = [[201, 300]] },
        Row("cumprod", x => x.CumProd(0), [.. Cube, rng => [Zeroed(Real(rng, 4, 2))]], x => x.Along(0, line => Lines.Running(line, (a, b) => a * b))),
        Row("cumprod 1", x => x.CumProd(1), [rng => [Real(rng, 2, 4)], rng => [Zeroed(Real(rng, 2, 3))]], x => x.Along(1, line => Lines.Running(line, (a, b) => a * b)), 2),
        Row("logcumsumexp", x => x.LogCumSumExp(0), Cube, x => x.Along(0, line => Lines.Running([.. line.Select(Math.Exp)], (a, b) => a + b)).Map(Math.Log)) with { Large = [[200, 200]] },
        Row("logcumsumexp -1", x => x.LogCumSumExp(-1), Cube, x => x.Along(-1, line => Lines.Running([.. line.Select(Math.Exp)], (a, b) => a + b)).Map(Math.Log)),
        Row("cummax", x => x.CumMax(1).Values, [rng => [Real(rng, 2, 5)]], x => x.Along(1, line => Lines.Running(line, (a, b) => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : Math.Max(a, b))), 2) with { Special = true },
        Row("cummin", x => x.CumMin(0).Values, [rng => [Real(rng, 4, 2)]], x => x.Along(0, line => Lines.Running(line, (a, b) => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : Math.Min(a, b))), 2) with { Special = true },
        Row("cummax places", x => x.CumMax(1).Indices, [rng => [Real(rng, 2, 5)]], x => x.Along(1, Last), 2) with { Differentiable = false, Draw = (rng, _) => rng.NextInt(4) },
        Row("diff", x => x.Diff(), Cube, x => Difference(x, -1), 2) with { OtherTypes = [DType.Int64, DType.Int32], AnyLength = true },
        Row("diff twice 0", x => x.Diff(2, 0), Cube, x => Difference(Difference(x, 0), 0)) with { OtherTypes = [DType.Int64, DType.Int32] },
    ];

    private static OpSpec Row(string name, Func<Tensor, Tensor> run, Func<Rng, Tensor[]>[] samples, Func<Plain, Plain> reference, int rank = 3) => new(name, x => run(x[0]), samples)
    {
        Reference = x => reference(x[0]),
        Shapes = rng => [RandomShape.Of(rng, rank, most: 9)],
        OtherTypes = OpSpec.Integers,
    };

    private static Tensor Zeroed(Tensor x)
    {
        x.Detach().Select(0, 1).Select(0, 1).Fill(0);
        return x;
    }

    private static double[] Last(double[] line) => [.. line.Select((_, end) => (double)Enumerable.Range(0, end + 1).Last(i => line[i] == line[..(end + 1)].Max()))];

    private static Plain Difference(Plain x, int dim) => x.Along(dim, line => [.. line.Skip(1).Zip(line, (later, earlier) => later - earlier)]);
}
