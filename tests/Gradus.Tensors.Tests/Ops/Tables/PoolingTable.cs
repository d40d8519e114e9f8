namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Poolings.</summary>
internal static class PoolingTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [];
}
