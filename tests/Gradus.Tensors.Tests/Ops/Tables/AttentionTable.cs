namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Attention and embeddings.</summary>
internal static class AttentionTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [];
}
