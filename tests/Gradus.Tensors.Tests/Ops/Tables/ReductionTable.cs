using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Sums, means and extremes over dimensions.</summary>
internal static class ReductionTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("sum", x => x[0].Sum(), One),
        new("sum 0", x => x[0].Sum(0), [rng => [Real(rng, 2, 3, 2)], rng => [Real(rng, 3)]]),
        new("sum 0, 2 keep", x => x[0].Sum([0, 2], true), [rng => [Real(rng, 2, 3, 2)]]),
        new("mean", x => x[0].Mean(), One),
        new("mean -1", x => x[0].Mean(-1, true), Matrix),
        new("var", x => x[0].Var(), [rng => [Real(rng, 2, 3)]]),
        new("var 0", x => x[0].Var([0], 0), [rng => [Real(rng, 4, 3)]]),
        new("max", x => x[0].Max(), [rng => [Real(rng, 2, 3)]]),
        new("max 1", x => x[0].Max(1).Values, Matrix),
        new("min 0 keep", x => x[0].Min(0, true).Values, Matrix),
    ];
}
