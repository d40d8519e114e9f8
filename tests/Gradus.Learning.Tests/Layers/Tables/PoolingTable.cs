using Gradus.Learning.Layers;

namespace Gradus.Learning.Tests.Layers.Tables;

/// <summary>Poolings.</summary>
internal static class PoolingTable
{
    internal static IReadOnlyList<LayerSpec> Rows { get; } =
    [
        new("MaxPool2d", () => new MaxPool2d(2)) { Wrong = ([[2, 3]], ["[2, 3]", "channels"]) },
        new("MaxPool2d strided", () => new MaxPool2d((3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), ceilMode: true)),
        new("MaxPool1d", () => new MaxPool1d(3, stride: 2, padding: 1)) { Wrong = ([[5]], ["[5]", "[batch, channels, length]"]) },
        new("AvgPool2d", () => new AvgPool2d(2)) { Wrong = ([[2, 3]], ["[2, 3]", "channels"]) },
        new("AvgPool2d padded", () => new AvgPool2d((3, 2), stride: (2, 1), padding: 1, ceilMode: true, countIncludePad: false)),
        new("AvgPool2d divisor", () => new AvgPool2d(2, divisorOverride: 3)),
        new("AvgPool1d", () => new AvgPool1d(3, stride: 2, padding: 1)) { Wrong = ([[5]], ["[5]", "[batch, channels, length]"]) },
        new("AdaptiveAvgPool2d", () => new AdaptiveAvgPool2d(1)) { Wrong = ([[2, 3]], ["[2, 3]", "channels"]) },
        new("AdaptiveAvgPool2d uneven", () => new AdaptiveAvgPool2d((3, 2))),
        new("AdaptiveAvgPool1d", () => new AdaptiveAvgPool1d(3)),
        new("AdaptiveMaxPool2d", () => new AdaptiveMaxPool2d((3, 2))),
        new("AdaptiveMaxPool1d", () => new AdaptiveMaxPool1d(3)),
    ];
}
