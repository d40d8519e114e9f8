using Gradus.Tensors.Tests.Ops.Tables;

namespace Gradus.Tensors.Tests.Ops;

/// <summary>All operators, family by family.</summary>
public static class OpTable
{
    public static IReadOnlyList<OpSpec> All { get; } =
    [
        .. ElementwiseTable.Rows,
        .. ReductionTable.Rows,
        .. ViewTable.Rows,
        .. JoiningTable.Rows,
        .. IndexingTable.Rows,
        .. SortingTable.Rows,
        .. ScanTable.Rows,
        .. ContractionTable.Rows,
        .. ProductTable.Rows,
        .. NormalizationTable.Rows,
        .. LossTable.Rows,
        .. RegularizationTable.Rows,
        .. ConvolutionTable.Rows,
        .. PoolingTable.Rows,
        .. AttentionTable.Rows,
        .. RecurrentTable.Rows,
    ];
}
