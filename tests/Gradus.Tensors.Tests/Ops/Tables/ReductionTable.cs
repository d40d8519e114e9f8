using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Sums, means and extremes over dimensions.</summary>
internal static class ReductionTable
{
    private static readonly Func<Rng, Tensor[]>[] Cube = [rng => [Real(rng, 2, 3, 2)], rng => [Real(rng, 3, 1, 4)]];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Row("sum", x => x.Sum(), One, [], false, v => v.Sum(), 3) with { Large = [[300_001]] },
        Row("sum 0", x => x.Sum(0), [rng => [Real(rng, 2, 3, 2)], rng => [Real(rng, 3)]], [0], false, v => v.Sum(), 3),
        Row("sum -1", x => x.Sum(-1), Cube, [-1], false, v => v.Sum(), 3),
        Row("sum 1", x => x.Sum(1, true), Cube, [1], true, v => v.Sum(), 3) with { Large = [[3, 700, 90]] },
        Row("sum of few columns", x => x.Sum(0), Matrix, [0], false, v => v.Sum(), 2) with { Large = [[40_000, 9]] },
        Row("sum 0, 2 keep", x => x.Sum([0, 2], true), Cube, [0, 2], true, v => v.Sum(), 3),
        Row("mean", x => x.Mean(), One, [], false, Mean, 2) with { Large = [[200_003]] },
        Row("mean -1", x => x.Mean(-1, true), Matrix, [-1], true, Mean, 2),
        Row("mean 0, 2", x => x.Mean([0, 2]), Cube, [0, 2], false, Mean, 3),
        Row("prod", x => x.Prod(), [rng => [Real(rng, 2, 3)], rng => [Zeroed(Real(rng, 4))], rng => [Real(rng)]], [], false, Product, 2) with { Draw = NearOne },
        Row("prod 0", x => x.Prod(0), [rng => [Real(rng, 3, 2)], rng => [Zeroed(Real(rng, 3, 2))]], [0], false, Product, 2) with { Draw = NearOne },
        Row("prod 1 keep", x => x.Prod(1, true), Cube, [1], true, Product, 3) with { Draw = NearOne },
        Row("var", x => x.Var(), [rng => [Real(rng, 2, 3)]], [], false, v => Variance(v, 1), 2),
        Row("var 0", x => x.Var([0], 0), [rng => [Real(rng, 4, 3)]], [0], false, v => Variance(v, 0), 2),
        Row("var 0, 2 keep", x => x.Var([0, 2], 1, true), [rng => [Real(rng, 2, 3, 2)]], [0, 2], true, v => Variance(v, 1), 3),
        Row("std", x => x.Std(), [rng => [Real(rng, 2, 3)]], [], false, v => Math.Sqrt(Variance(v, 1)), 2),
        Row("std -1", x => x.Std([-1], 0, true), [rng => [Real(rng, 4, 3)]], [-1], true, v => Math.Sqrt(Variance(v, 0)), 2),
        Row("max", x => x.Max(), [rng => [Real(rng, 2, 3)]], [], false, Largest, -2) with { Extremes = Extremes.All, Units = 0, AnyZero = true, Large = [[300_000]] },
        Row("min", x => x.Min(), [rng => [Real(rng, 2, 3)]], [], false, Smallest, -2) with { Extremes = Extremes.All, Units = 0, AnyZero = true },
        Row("max 1", x => x.Max(1).Values, Matrix, [1], false, Largest, -2) with { Extremes = Extremes.All, Units = 0, AnyZero = true },
        Row("min 0 keep", x => x.Min(0, true).Values, Matrix, [0], true, Smallest, -2) with { Extremes = Extremes.All, Units = 0, AnyZero = true },
        Row("amax 0, 2", x => x.AMax([0, 2]), Cube, [0, 2], false, Largest, -3) with { Extremes = Extremes.All, Units = 0, AnyZero = true },
        Row("amin 1 keep", x => x.AMin([1], true), Cube, [1], true, Smallest, -3) with { Extremes = Extremes.All, Units = 0, AnyZero = true },
        Row("aminmax", x => x.AMinMax([1]).Max - x.AMinMax([1]).Min, Matrix, [1], false, v => Largest(v) - Smallest(v), -2) with { OtherTypes = OpSpec.Numbers },
        Row("norm", x => x.Norm(), One, [], false, v => Math.Sqrt(v.Sum(a => a * a)), 2),
        Row("norm 2 of 0", x => x.Norm(2, [0]), Matrix, [0], false, v => Math.Sqrt(v.Sum(a => a * a)), 2),
        Row("norm 1", x => x.Norm(1, [1], true), Matrix, [1], true, v => v.Sum(Math.Abs), 2),
        Row("norm inf", x => x.Norm(double.PositiveInfinity, [1]), Matrix, [1], false, v => Largest([.. v.Select(Math.Abs)]), -2) with { Extremes = Extremes.All, Units = 0 },
        Row("norm -inf", x => x.Norm(double.NegativeInfinity, [1]), Matrix, [1], false, v => Smallest([.. v.Select(Math.Abs)]), -2) with { Extremes = Extremes.All, Units = 0 },
        Row("norm 3", x => x.Norm(3, [0, 2]), Cube, [0, 2], false, v => Math.Cbrt(v.Sum(a => Math.Pow(Math.Abs(a), 3))), 3),
        Row("norm 0", x => x.Norm(0, [1]), Matrix, [1], false, v => v.Count(a => a != 0), 2),
        Row("logsumexp", x => x.LogSumExp(default(ReadOnlySpan<int>)), One, [], false, LogSumExp, 2),
        Row("logsumexp 0", x => x.LogSumExp(0, true), Matrix, [0], true, LogSumExp, 2),
        Whole("argmax", x => x.ArgMax(), [], false, v => First(v, Largest(v)), -2) with { Extremes = Extremes.All, Units = 0, Large = [[200_000]] },
        Whole("argmin", x => x.ArgMin(), [], false, v => First(v, Smallest(v)), -2) with { Extremes = Extremes.All, Units = 0 },
        Whole("argmax 1", x => x.ArgMax(1), [1], false, v => First(v, Largest(v)), -2) with { Extremes = Extremes.All, Units = 0 },
        Whole("argmin 0 keep", x => x.ArgMin(0, true), [0], true, v => First(v, Smallest(v)), -2) with { Extremes = Extremes.All, Units = 0 },
        Whole("any", x => x.Any([1]), [1], false, v => v.Any(a => a != 0) ? 1 : 0, 2) with { Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType, Draw = Rarely },
        Whole("all", x => x.All([0], true), [0], true, v => v.All(a => a != 0) ? 1 : 0, 2) with { Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType, Draw = Rarely },
        Whole("count nonzero", x => x.CountNonzero(), [], false, v => v.Count(a => a != 0), 2) with { Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType, Draw = Rarely },
        Whole("count nonzero 1", x => x.CountNonzero([1]), [1], false, v => v.Count(a => a != 0), 2) with { Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType, Draw = Rarely },
    ];

    /// <summary>A reduction; the rank is that of the random shapes, negative where no axis may be empty.</summary>
    private static OpSpec Row(string name, Func<Tensor, Tensor> run, Func<Rng, Tensor[]>[] samples, int[] dims, bool keep, Func<double[], double> reference, int rank) => new(name, x => run(x[0]), samples)
    {
        Reference = x => x[0].Reduce(dims, keep, reference),
        Shapes = rng => [RandomShape.Of(rng, Math.Abs(rank), rank > 0)],
        Extremes = Extremes.WithinRange,
        Lengths = length => [dims.Length == 0 ? [Math.Max(length, rank < 0 ? 1 : 0)] : [.. Enumerable.Repeat(3, Math.Abs(rank) - 1), Math.Max(length, rank < 0 ? 1 : 0)]],
        Large = [dims.Length == 0 ? [70_001] : Math.Abs(rank) == 2 ? [230, 301] : [40, 45, 41]],
        OtherTypes = OpSpec.Integers,
    };

    private static OpSpec Whole(string name, Func<Tensor, Tensor> run, int[] dims, bool keep, Func<double[], double> reference, int rank) =>
        Row(name, run, Matrix, dims, keep, reference, rank) with { Differentiable = false };

    private static Tensor Zeroed(Tensor x)
    {
        x.Detach().Select(0, 0).Fill(0);
        return x;
    }

    private static double NearOne(Rng rng, int input) => 0.8 + (0.4 * rng.NextDouble());

    private static double Rarely(Rng rng, int input) => rng.NextInt(3) == 0 ? 0 : rng.NextInt(2) == 0 ? 1 : -2;

    private static double Mean(double[] values) => values.Length == 0 ? double.NaN : values.Sum() / values.Length;

    private static double Product(double[] values) => values.Aggregate(1.0, (a, b) => a * b);

    private static double Variance(double[] values, int correction)
    {
        double mean = Mean(values);
        return values.Length == 0 ? double.NaN : values.Sum(value => (value - mean) * (value - mean)) / Math.Max(0, values.Length - correction);
    }

    private static double LogSumExp(double[] values) => Math.Log(values.Sum(Math.Exp));

    private static int First(double[] values, double value) => Array.FindIndex(values, other => other.Equals(value) || other == value);

    // LINQ's maximum passes over NaN, which wins here.
    private static double Largest(double[] values) => values.Any(double.IsNaN) ? double.NaN : values.Max();

    private static double Smallest(double[] values) => values.Any(double.IsNaN) ? double.NaN : values.Min();
}
