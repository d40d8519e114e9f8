using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Dropout.</summary>
internal static class RegularizationTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("dropout", x => x[0].Dropout(0.4, new Rng(3)), Matrix),
    ];
}
