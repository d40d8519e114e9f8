using Gradus.Learning.Layers;
using Gradus.Tensors;

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
        new("LPPool2d", () => new LPPool2d(2, (2, 3), (2, 1))) { Wrong = ([[2, 3]], ["[2, 3]", "channels"]) },
        new("LPPool2d odd", () => new LPPool2d(3, 2, ceilMode: true)),
        new("LPPool1d", () => new LPPool1d(2, 3, 2)),
        new("MaxPool2d indices", () => new MaxPool2d(3, 2, 1)) { Call = LayerSpec.With<MaxPool2d>((layer, x) => Both(layer.ForwardWithIndices(x[0]))) },
        new("MaxPool1d indices", () => new MaxPool1d(2)) { Call = LayerSpec.With<MaxPool1d>((layer, x) => Both(layer.ForwardWithIndices(x[0]))) },
        new("MaxUnpool2d", () => new MaxUnpool2d(2)) { Call = LayerSpec.With<MaxUnpool2d>((layer, x) => [layer.Forward(x[0], x[1])]), Wrong = ([[2, 2, 2], [2, 2, 3]], ["[2, 2, 2]", "[2, 2, 3]"]) },
        new("MaxUnpool2d size", () => new MaxUnpool2d((3, 2), 2, (1, 0))) { Call = LayerSpec.With<MaxUnpool2d>((layer, x) => [layer.Forward(x[0], x[1], 5)]), Smooth = false }, // windows overlap: equal values at one place
        new("MaxUnpool1d", () => new MaxUnpool1d(3, 2)) { Call = LayerSpec.With<MaxUnpool1d>((layer, x) => [layer.Forward(x[0], x[1])]), Wrong = ([[2, 2], [2, 3]], ["[2, 2]", "[2, 3]"]), Smooth = false },
        new("FractionalMaxPool2d", () => new FractionalMaxPool2d((2, 3), (3, 2))) { Call = LayerSpec.With<FractionalMaxPool2d>((layer, x) => [layer.Pool(x[0], x[1].Detach())]), Wrong = ([[2, 3], [1]], ["[2, 3]", "windows"]), Smooth = false },
        new("FractionalMaxPool2d ratio", () => new FractionalMaxPool2d(2, outputRatio: (0.6, 0.5))) { Call = LayerSpec.With<FractionalMaxPool2d>((layer, x) => [layer.Pool(x[0], x[1].Detach())]), Smooth = false },
    ];

    private static IReadOnlyList<Tensor> Both((Tensor Values, Tensor Indices) result) => [result.Values, result.Indices];
}
