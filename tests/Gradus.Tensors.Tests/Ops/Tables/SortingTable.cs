using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Numbers in order.</summary>
internal static class SortingTable
{
    private static readonly Func<Rng, Tensor[]>[] Long = [rng => [Real(rng, 2, 7)], rng => [Real(rng, 1, 9)]];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Row("sort", x => x.Sort().Values, Long, x => x.Along(-1, line => At(line, Lines.Sorted(line, false)))),
        Row("sort 0 descending", x => x.Sort(0, true).Values, Long, x => x.Along(0, line => At(line, Lines.Sorted(line, true)))) with { Large = [[700, 40]] },
        Places("argsort", x => x.ArgSort(0), x => x.Along(0, line => [.. Lines.Sorted(line, false)])),
        Places("argsort descending", x => x.ArgSort(-1, true), x => x.Along(-1, line => [.. Lines.Sorted(line, true)])),
        Row("topk", x => x.TopK(2).Values, Long, x => x.Along(-1, line => At(line, Lines.Sorted(line, true)[..Math.Min(2, line.Length)])), false) with { Large = [[30, 900]] },
        Row("topk smallest 0", x => x.TopK(1, 0, false).Values, Long, x => x.Along(0, line => At(line, Lines.Sorted(line, false)[..1])), false),
        Places("topk places", x => x.TopK(3).Indices, x => x.Along(-1, line => [.. Lines.Sorted(line, true)[..3]]), 3),
        Row("kthvalue", x => x.KthValue(2, 1, true).Values, Long, x => x.Along(1, line => At(line, Lines.Sorted(line, false)[1..2])), false),
        Row("median", x => x.Median(), Long, x => new Plain([], [Median(x.Values)]), false) with { Large = [[300, 300]] },
        Row("median 0", x => x.Median(0, true).Values, Long, x => x.Along(0, line => [Median(line)]), false),
        Row("quantile", x => x.Quantile(0.3), Long, x => new Plain([], [Quantile(x.Values, 0.3)]), false) with { Extremes = Extremes.WithinRange, Units = null, OtherTypes = [] },
        Row("quantile 1 midpoint", x => x.Quantile(0.75, 1, true, "midpoint"), Long, x => x.Along(1, line => [Midpoint(line, 0.75)]), false) with { Extremes = Extremes.WithinRange, Units = null, OtherTypes = [] },
        Places("unique", x => x.Unique().Values, x => Distinct(x) is var all ? new Plain([all.Length], all) : x) with { AnyZero = true },
        Places("unique inverse", x => x.Unique().Inverse, x => Distinct(x) is var all ? Plain.From(x.Shape, i => double.IsNaN(x[i]) ? all.Length - NotBefore(x, i) : Array.IndexOf(all, x[i])) : x),
        Places("unique counts", x => x.Unique().Counts, x => Distinct(x) is var all ? new Plain([all.Length], [.. all.Select(value => (double)Math.Max(1, x.Values.Count(other => other == value)))]) : x),
    ];

    private static OpSpec Row(string name, Func<Tensor, Tensor> run, Func<Rng, Tensor[]>[] samples, Func<Plain, Plain> reference, bool random = true) => new(name, x => run(x[0]), samples)
    {
        Reference = x => reference(x[0]),
        Shapes = random ? rng => [RandomShape.Of(rng, 2, most: 20)] : null,
        Extremes = Extremes.All,
        Units = 0,
        Lengths = length => [[2, random ? length : Math.Max(3, length)]],
        Large = [[40, 700]],
        OtherTypes = OpSpec.Integers,
    };

    // Few different numbers, so that many are equal.
    private static OpSpec Places(string name, Func<Tensor, Tensor> run, Func<Plain, Plain> reference, int least = 0) => Row(name, run, Long, reference, least == 0) with
    {
        Differentiable = false,
        Draw = (rng, _) => rng.NextInt(5) - 2,
    };

    private static double[] At(double[] line, int[] places) => [.. places.Select(i => line[i])];

    private static double Median(double[] line) => line.Any(double.IsNaN) ? double.NaN : line[Lines.Sorted(line, false)[(line.Length - 1) / 2]];

    private static double Quantile(double[] line, double q)
    {
        double place = q * (line.Length - 1);
        return Between(line, (int)place, place - (int)place);
    }

    private static double Midpoint(double[] line, double q)
    {
        double place = q * (line.Length - 1);
        return Between(line, (int)place, place == (int)place ? 0 : 0.5);
    }

    private static double Between(double[] line, int low, double weight)
    {
        double[] sorted = [.. line.Order()];
        return line.Any(double.IsNaN) ? double.NaN : weight == 0 ? sorted[low] : sorted[low] + (weight * (sorted[low + 1] - sorted[low]));
    }

    // How many NaN stand at an index and behind it.
    private static int NotBefore(Plain x, int[] index) => Plain.Indices(x.Shape).Zip(x.Values).SkipWhile(pair => !pair.First.SequenceEqual(index)).Count(pair => double.IsNaN(pair.Second));

    // Each NaN is another number, and all are above the others.
    private static double[] Distinct(Plain x) => [.. x.Values.Where(value => !double.IsNaN(value)).Distinct().Order(), .. x.Values.Where(double.IsNaN)];
}
