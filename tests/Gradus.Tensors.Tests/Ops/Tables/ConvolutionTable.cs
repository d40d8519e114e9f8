namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Convolutions.</summary>
internal static class ConvolutionTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [];
}
