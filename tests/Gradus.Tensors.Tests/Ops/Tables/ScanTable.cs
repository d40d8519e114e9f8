using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Running sums, products and extremes, and differences.</summary>
internal static class ScanTable
{
    private static readonly Func<Rng, Tensor[]>[] Cube = [rng => [Real(rng, 2, 4, 2)], rng => [Real(rng, 5, 3)], rng => [Real(rng, 4)]];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Row("cumsum", x => x.CumSum(0), Cube, x => x.Along(0, line => Lines.Running(line, (a, b) => a + b))) with { Lengths = length => [[length]] },
        Row("cumsum -1", x => x.CumSum(-1), Cube, x => x.Along(-1, line => Lines.Running(line, (a, b) => a + b))),
        Row("cumprod", x => x.CumProd(0), [.. Cube, rng => [Zeroed(Real(rng, 4, 2))]], x => x.Along(0, line => Lines.Running(line, (a, b) => a * b))),
        Row("cumprod 1", x => x.CumProd(1), [rng => [Real(rng, 2, 4)], rng => [Zeroed(Real(rng, 2, 3))]], x => x.Along(1, line => Lines.Running(line, (a, b) => a * b)), 2),
        Row("logcumsumexp", x => x.LogCumSumExp(0), Cube, x => x.Along(0, line => Lines.Running([.. line.Select(Math.Exp)], (a, b) => a + b)).Map(Math.Log)),
        Row("logcumsumexp -1", x => x.LogCumSumExp(-1), Cube, x => x.Along(-1, line => Lines.Running([.. line.Select(Math.Exp)], (a, b) => a + b)).Map(Math.Log)),
        Row("cummax", x => x.CumMax(1).Values, [rng => [Real(rng, 2, 5)]], x => x.Along(1, line => Lines.Running(line, (a, b) => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : Math.Max(a, b))), 2) with { Extremes = Extremes.All, Units = 0 },
        Row("cummin", x => x.CumMin(0).Values, [rng => [Real(rng, 4, 2)]], x => x.Along(0, line => Lines.Running(line, (a, b) => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : Math.Min(a, b))), 2) with { Extremes = Extremes.All, Units = 0 },
        Row("cummax places", x => x.CumMax(1).Indices, [rng => [Real(rng, 2, 5)]], x => x.Along(1, Last), 2) with { Differentiable = false, Draw = (rng, _) => rng.NextInt(4) },
        Row("diff", x => x.Diff(), Cube, x => Difference(x, -1), 2) with { Extremes = Extremes.All, Units = 0, Draw = NotZero },
        Row("diff twice 0", x => x.Diff(2, 0), Cube, x => Difference(Difference(x, 0), 0)) with { Draw = NotZero },
    ];

    private static OpSpec Row(string name, Func<Tensor, Tensor> run, Func<Rng, Tensor[]>[] samples, Func<Plain, Plain> reference, int rank = 3) => new(name, x => run(x[0]), samples)
    {
        Reference = x => reference(x[0]),
        Shapes = rng => [RandomShape.Of(rng, rank, most: 9)],
        Extremes = Extremes.WithinRange,
        Lengths = length => [[3, length]],
        Large = [[201, 300]],
        OtherTypes = OpSpec.Integers,
    };

    private static Tensor Zeroed(Tensor x)
    {
        x.Detach().Select(0, 1).Select(0, 1).Fill(0);
        return x;
    }

    // The difference of bools is whether they differ, which numbers would not give.
    private static double NotZero(Rng rng, int input) => 0.1 + (4 * rng.NextDouble());

    // Where the greatest so far is: NaN above all, and of equal ones the later.
    private static double[] Last(double[] line)
    {
        double[] places = new double[line.Length];
        for (int i = 1; i < line.Length; i++)
        {
            places[i] = Lines.Order.Compare(line[i], line[(int)places[i - 1]]) >= 0 ? i : places[i - 1];
        }

        return places;
    }

    private static Plain Difference(Plain x, int dim) => x.Along(dim, line => [.. line.Skip(1).Zip(line, (later, earlier) => later - earlier)]);
}
