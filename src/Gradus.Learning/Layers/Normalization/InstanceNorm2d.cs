using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Instance normalization of images (Ulyanov, Vedaldi and Lempitsky, 2016): each channel of each example by its own mean and biased variance.</summary>
/// <remarks>
/// Input and output [N, C, H, W] or [C, H, W]. Nothing is learned and nothing kept by default, as in PyTorch. Where running statistics are tracked, evaluation uses them: they are averages over the batch of means and unbiased variances.
/// </remarks>
public sealed class InstanceNorm2d : InstanceNorm
{
    /// <summary>Makes the layer.</summary>
    /// <param name="features">C, the channels.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="momentum">The share of a new batch in the running statistics.</param>
    /// <param name="affine">Whether a scale and a shift are learned for each channel; no by default.</param>
    /// <param name="trackRunningStats">Whether running statistics are kept for evaluation; no by default.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no channel, epsilon is not positive, or momentum lies outside [0, 1].</exception>
    public InstanceNorm2d(int features, double epsilon = 1e-5, double momentum = 0.1, bool affine = false, bool trackRunningStats = false, DType dtype = DType.Float32)
        : this(new BatchNormOptions(features, epsilon, momentum, affine, trackRunningStats, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public InstanceNorm2d(BatchNormOptions options)
        : base(options, 2)
    {
    }
}
