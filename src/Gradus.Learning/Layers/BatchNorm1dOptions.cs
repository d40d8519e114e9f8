using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of <see cref="BatchNorm1d"/>.</summary>
public sealed record BatchNorm1dOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="features">The size of the second axis of the input.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="momentum">The share of a new batch in the running statistics.</param>
    /// <param name="affine">Whether a scale and a shift are learned.</param>
    /// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no feature, epsilon is not positive, or momentum lies outside [0, 1].</exception>
    public BatchNorm1dOptions(int features, double epsilon = 1e-5, double momentum = 0.1, bool affine = true, bool trackRunningStats = true, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        ArgumentOutOfRangeException.ThrowIfNegative(momentum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(momentum, 1);
        Features = features;
        Epsilon = epsilon;
        Momentum = momentum;
        Affine = affine;
        TrackRunningStats = trackRunningStats;
        DType = dtype;
    }

    /// <summary>The size of the second axis of the input.</summary>
    public int Features { get; }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>The share of a new batch in the running statistics.</summary>
    public double Momentum { get; }

    /// <summary>Whether a scale and a shift are learned.</summary>
    public bool Affine { get; }

    /// <summary>Whether running statistics are kept for evaluation.</summary>
    public bool TrackRunningStats { get; }

    /// <summary>The element type of the parameters.</summary>
    public DType DType { get; }
}
