using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of normalizations of channels that keep running statistics: batch and instance normalization.</summary>
public sealed record BatchNormOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="features">The channels, the size of the second axis of the input.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="momentum">The share of a new batch in the running statistics; null makes them the plain average over all batches.</param>
    /// <param name="affine">Whether a scale and a shift are learned.</param>
    /// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no feature, epsilon is not positive, or momentum lies outside [0, 1].</exception>
    public BatchNormOptions(int features, double epsilon = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        ArgumentOutOfRangeException.ThrowIfNegative(momentum ?? 0, nameof(momentum));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(momentum ?? 0, 1, nameof(momentum));
        Features = features;
        Epsilon = epsilon;
        Momentum = momentum;
        Affine = affine;
        TrackRunningStats = trackRunningStats;
        DType = dtype;
    }

    /// <summary>The channels, the size of the second axis of the input.</summary>
    public int Features { get; }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>The share of a new batch in the running statistics, or null for the plain average.</summary>
    public double? Momentum { get; }

    /// <summary>Whether a scale and a shift are learned.</summary>
    public bool Affine { get; }

    /// <summary>Whether running statistics are kept for evaluation.</summary>
    public bool TrackRunningStats { get; }

    /// <summary>The element type of the parameters.</summary>
    public DType DType { get; }
}
