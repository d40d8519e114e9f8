namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Recurrent sequences.</summary>
internal static class RecurrentTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [];
}
