using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Other views of the same numbers.</summary>
internal static class ViewTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("reshape", x => x[0].Reshape(-1, 2), [rng => [Real(rng, 2, 3)]]),
        new("reshape of transpose", x => x[0].T().Reshape(6), [rng => [Real(rng, 2, 3)]]),
        new("flatten", x => x[0].Flatten(1), [rng => [Real(rng, 2, 3, 2)]]),
        new("squeeze", x => x[0].Squeeze(1), [rng => [Real(rng, 2, 1, 2)]]),
        new("unsqueeze", x => x[0].Unsqueeze(-1), Matrix),
        new("transpose", x => x[0].Transpose(0, 2), [rng => [Real(rng, 2, 3, 2)]]),
        new("permute", x => x[0].Permute(2, 0, 1), [rng => [Real(rng, 2, 3, 2)]]),
        new("narrow", x => x[0].Narrow(1, 1, 2), [rng => [Real(rng, 2, 3)]]),
        new("slice", x => x[0].Slice(1, 0, 5, 2), [rng => [Real(rng, 2, 6)]]),
        new("select", x => x[0].Select(0, -1), Matrix),
        new("expand", x => x[0].Expand(4, 2, 3), [rng => [Real(rng, 2, 1)], rng => [Real(rng, 3)]]),
        new("clone", x => x[0].Clone(), Matrix),
        new("contiguous", x => x[0].T().Contiguous(), Matrix),
    ];
}
