using Gradus.Learning.Layers;

namespace Gradus.Learning.Tests.Layers.Tables;

/// <summary>Normalizations.</summary>
internal static class NormalizationTable
{
    internal static IReadOnlyList<LayerSpec> Rows { get; } =
    [
        new("BatchNorm1d train", () => new BatchNorm1d(3)) { Wrong = ([[6, 4]], ["[6, 4]", "[batch, 3]"]) },
        new("BatchNorm1d train warm", () => new BatchNorm1d(3)),
        new("BatchNorm1d eval", () => new BatchNorm1d(3)),
        new("BatchNorm1d momentum", () => new BatchNorm1d(3, epsilon: 1e-3, momentum: 0.3)),
        new("BatchNorm1d average", () => new BatchNorm1d(3, momentum: null)),
        new("BatchNorm1d plain", () => new BatchNorm1d(3, affine: false)),
        new("BatchNorm1d untracked", () => new BatchNorm1d(3, trackRunningStats: false)),
        new("BatchNorm1d sequences", () => new BatchNorm1d(3)),
        new("BatchNorm2d train", () => new BatchNorm2d(3)) { Wrong = ([[4, 3, 5]], ["[4, 3, 5]", "[batch, 3, height, width]"]) },
        new("BatchNorm2d eval", () => new BatchNorm2d(3)),
        new("LayerNorm", () => new LayerNorm(5)) { Wrong = ([[3, 6]], ["[3, 6]", "[5]"]) },
        new("LayerNorm 2-d", () => new LayerNorm([3, 5], epsilon: 1e-3)),
        new("LayerNorm plain", () => new LayerNorm(5, elementwiseAffine: false)),
    ];
}
