using Gradus.Learning.Tests.Layers.Tables;

namespace Gradus.Learning.Tests.Layers;

/// <summary>All layers, family by family.</summary>
public static class LayerTable
{
    public static IReadOnlyList<LayerSpec> All { get; } =
    [
        .. BasicTable.Rows,
        .. ConvolutionTable.Rows,
        .. PoolingTable.Rows,
        .. NormalizationTable.Rows,
        .. RecurrentTable.Rows,
        .. AttentionTable.Rows,
    ];

    public static TheoryData<string> Names => [.. All.Select(spec => spec.Name)];

    public static LayerSpec Get(string name) => All.Single(spec => spec.Name == name);
}
