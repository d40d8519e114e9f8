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
        new("GroupNorm", () => new GroupNorm(2, 6)) { Wrong = ([[3, 4, 6]], ["[3, 4, 6]", "[batch, 6, ...]"]) },
        new("GroupNorm images", () => new GroupNorm(3, 6, epsilon: 1e-3)),
        new("GroupNorm plain", () => new GroupNorm(1, 4, affine: false)),
        new("InstanceNorm1d", () => new InstanceNorm1d(3)),
        new("InstanceNorm1d affine", () => new InstanceNorm1d(3, affine: true)) { Wrong = ([[4, 5]], ["[4, 5]", "[batch, 3, length]"]) },
        new("InstanceNorm2d", () => new InstanceNorm2d(3, affine: true, trackRunningStats: true)) { Wrong = ([[4, 2, 2, 2]], ["[4, 2, 2, 2]", "[batch, 3, height, width]"]) },
        new("InstanceNorm2d eval", () => new InstanceNorm2d(3, affine: true, trackRunningStats: true)),
        new("RMSNorm", () => new RMSNorm(5, epsilon: 1e-6)) { Wrong = ([[3, 6]], ["[3, 6]", "[5]"]) },
        new("RMSNorm 2-d", () => new RMSNorm([3, 5], epsilon: 1e-3)),
        new("WeightNorm", () => new Linear(4, 3).WeightNorm()) { Wrong = ([[2, 5]], ["[2, 5]", "[3, 4]"]) },
        new("WeightNorm convolution", () => new Conv2d(2, 3, 2).WeightNorm()),
        new("WeightNorm whole", () => new Linear(4, 3, bias: false).WeightNorm(axis: null)),
        new("WeightNorm recurrent", () => new GRU(3, 4).WeightNorm("weight_hh_l0", 1)) { Call = LayerSpec.With<GRU>((gru, x) => [gru.Forward(x[0]).Output, gru.Forward(x[0]).Hidden]) },
        new("SpectralNorm", () => new Linear(4, 3).SpectralNorm()) { Smooth = false }, // each pass moves the singular vectors
        new("SpectralNorm eval", () => new Linear(4, 3).SpectralNorm()),
        new("SpectralNorm convolution", () => new Conv2d(2, 3, 2).SpectralNorm(powerIterations: 3)) { Smooth = false },
        new("SpectralNorm transposed", () => new ConvTranspose2d(2, 3, 2).SpectralNorm()),
    ];
}
