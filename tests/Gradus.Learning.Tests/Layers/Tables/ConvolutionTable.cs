using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers.Tables;

/// <summary>Convolutions, plain and transposed.</summary>
internal static class ConvolutionTable
{
    internal static IReadOnlyList<LayerSpec> Rows { get; } =
    [
        new("Conv2d", () => new Conv2d(3, 4, 3)) { Wrong = ([[2, 4, 7, 6]], ["[2, 4, 7, 6]", "[batch, 3, height, width]"]) },
        new("Conv2d strided", () => new Conv2d(3, 4, (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), bias: false)),
        new("Conv2d grouped", () => new Conv2d(4, 6, 3, padding: 1, groups: 2)),
        new("Conv2d depthwise", () => new Conv2d(4, 4, 3, padding: Padding.Same, groups: 4)),
        new("Conv2d unbatched", () => new Conv2d(3, 4, 3)),
        new("Conv2d reflect", () => new Conv2d(2, 3, 3, padding: 1, paddingMode: PaddingMode.Reflect)),
        new("Conv2d replicate", () => new Conv2d(2, 3, (3, 2), padding: (2, 1), paddingMode: PaddingMode.Replicate)),
        new("Conv2d circular same", () => new Conv2d(2, 3, (2, 4), padding: Padding.Same, paddingMode: PaddingMode.Circular)),
        new("Conv1d", () => new Conv1d(3, 4, 3)) { Wrong = ([[2, 2, 7]], ["[2, 2, 7]", "[batch, 3, length]"]) },
        new("Conv1d strided", () => new Conv1d(4, 6, 3, stride: 2, padding: 2, dilation: 2, groups: 2)),
        new("Conv1d same", () => new Conv1d(2, 3, 4, padding: Padding.Same, bias: false)),
        new("Conv1d circular", () => new Conv1d(2, 3, 3, padding: 2, paddingMode: PaddingMode.Circular)),
        new("Conv1d unbatched", () => new Conv1d(2, 3, 3)),
        new("ConvTranspose2d", () => new ConvTranspose2d(3, 4, 3)) { Wrong = ([[2, 4, 7, 6]], ["[2, 4, 7, 6]", "[batch, 3, height, width]"]) },
        new("ConvTranspose2d strided", () => new ConvTranspose2d(4, 6, (3, 2), (2, 3), (1, 0), (1, 2), groups: 2, bias: false, dilation: (1, 2))),
        new("ConvTranspose2d unbatched", () => new ConvTranspose2d(2, 3, 2, 2)),
        new("ConvTranspose1d", () => new ConvTranspose1d(3, 4, 3)) { Wrong = ([[2, 2, 7]], ["[2, 2, 7]", "[batch, 3, length]"]) },
        new("ConvTranspose1d strided", () => new ConvTranspose1d(4, 2, 3, 2, 1, 1, groups: 2, dilation: 2)),
    ];
}
