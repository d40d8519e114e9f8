using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Adds normal noise to every input; as torchvision's GaussianNoise, for inputs of any shape.</summary>
public sealed class GaussianNoise : Augmentation
{
    private readonly double _mean;
    private readonly double _sigma;
    private readonly bool _clip;

    /// <summary>Makes the augmentation.</summary>
    /// <param name="mean">The mean of the noise; 0 by default.</param>
    /// <param name="sigma">Its standard deviation; 0.1 by default.</param>
    /// <param name="clip">Whether the sums are kept in 0 to 1, as pixels are; true by default. Take false for what was normalized or is no image.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not finite, or the deviation negative.</exception>
    public GaussianNoise(double mean = 0, double sigma = 0.1, bool clip = true)
    {
        _mean = double.IsFinite(mean) ? mean : throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean of the noise must be finite.");
        _sigma = Ranges.NotNegative(sigma, nameof(sigma));
        _clip = clip;
    }

    /// <inheritdoc/>
    public override Batch Apply(Batch batch, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        if (batch.Inputs.DType != DType.Float32)
        {
            throw new ArgumentException($"GaussianNoise got {batch.Inputs.DType} inputs; noise is added to Float32.", nameof(batch));
        }

        foreach (ref float value in batch.Inputs.AsWritableSpan<float>())
        {
            double noisy = value + _mean + (_sigma * rng.NextNormal());
            value = (float)(_clip ? Math.Clamp(noisy, 0, 1) : noisy);
        }

        return batch;
    }
}
