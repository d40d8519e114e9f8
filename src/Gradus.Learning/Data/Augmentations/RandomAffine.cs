using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Rotates, shifts, scales and shears each image about its centre at random; as torchvision's RandomAffine.</summary>
/// <remarks>
/// Angles are drawn from −degrees to degrees, shifts from −t to t of the width and of the height, scales between their bounds and shears from −shear to shear degrees along x, all uniformly. Pixels that come
/// from outside are filled. The arithmetic is that of PyTorch's affine_grid and grid_sample with align_corners=False.
/// </remarks>
public class RandomAffine : Augmentation
{
    private readonly double _degrees;
    private readonly double _translate;
    private readonly (double Least, double Most) _scale;
    private readonly double _shear;
    private readonly InterpolationMode _interpolation;
    private readonly float _fill;

    /// <summary>Makes the augmentation.</summary>
    /// <param name="degrees">The largest angle either way, in degrees.</param>
    /// <param name="translate">The largest shift, as a share of the width and of the height; 0 by default.</param>
    /// <param name="scale">The least and the largest scale; (1, 1) when left out.</param>
    /// <param name="shear">The largest shear either way, in degrees; 0 by default.</param>
    /// <param name="interpolation">How pixels are read between others; the nearest by default.</param>
    /// <param name="fill">The value of what comes from outside; 0 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is negative or not finite, a scale is not greater than 0, or a shear reaches 90 degrees.</exception>
    public RandomAffine(double degrees, double translate = 0, (double Least, double Most)? scale = null, double shear = 0, InterpolationMode interpolation = InterpolationMode.Nearest, float fill = 0)
    {
        _degrees = Ranges.NotNegative(degrees, nameof(degrees));
        _translate = Ranges.Share(translate, nameof(translate));
        _scale = scale ?? (1, 1);
        Ranges.Positive(_scale.Least, nameof(scale));
        Ranges.NotNegative(_scale.Most - _scale.Least, nameof(scale));
        _shear = Ranges.NotNegative(shear, nameof(shear));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shear, 90);
        _interpolation = interpolation;
        _fill = fill;
    }

    /// <inheritdoc/>
    public override Batch Apply(Batch batch, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        ImageBatch images = new(batch.Inputs, GetType().Name);
        Tensor moved = Tensor.Empty(DType.Float32, batch.Inputs.Shape);
        Span<float> to = moved.AsWritableSpan<float>();
        for (int image = 0; image < images.Count; image++)
        {
            AffineMap map = AffineMap.Inverse(
                Uniform(rng, _degrees),
                Math.Round(Uniform(rng, _translate) * images.Width, MidpointRounding.ToEven),
                Math.Round(Uniform(rng, _translate) * images.Height, MidpointRounding.ToEven),
                _scale.Least + ((_scale.Most - _scale.Least) * rng.NextDouble()),
                Uniform(rng, _shear));
            map.Draw(images[image], to.Slice(image * images[image].Length, images[image].Length), images.Height, images.Width, _interpolation, _fill);
        }

        return batch with { Inputs = moved };
    }

    private static double Uniform(Rng rng, double most) => ((2 * rng.NextDouble()) - 1) * most;
}
