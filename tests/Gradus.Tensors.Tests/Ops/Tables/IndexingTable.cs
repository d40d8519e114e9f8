using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Elements chosen by index or mask.</summary>
internal static class IndexingTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("index select", x => x[0].IndexSelect(0, Tensor.From([2L, 0L, 2L])), [rng => [Real(rng, 3, 2)]]),
        new("index select 1", x => x[0].IndexSelect(1, Tensor.From([1, 1])), [rng => [Real(rng, 3, 2, 2)]]),
        new("gather", x => x[0].Gather(1, Tensor.From([0L, 2L, 2L, 1L], 2, 2)), [rng => [Real(rng, 2, 3)]]),
    ];
}
