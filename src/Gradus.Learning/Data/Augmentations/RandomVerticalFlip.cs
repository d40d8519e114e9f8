using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Turns each image upside down, as a mirror below it would, with a probability; as torchvision's RandomVerticalFlip.</summary>
public sealed class RandomVerticalFlip : Augmentation
{
    private readonly double _probability;

    /// <summary>Makes the augmentation.</summary>
    /// <param name="p">The probability, 0 to 1; 0.5 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in 0 to 1.</exception>
    public RandomVerticalFlip(double p = 0.5) => _probability = Ranges.Share(p, nameof(p));

    /// <inheritdoc/>
    public override Batch Apply(Batch batch, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        ImageBatch images = new(batch.Inputs, nameof(RandomVerticalFlip));
        float[] kept = new float[images.Width];
        for (int image = 0; image < images.Count; image++)
        {
            if (rng.NextDouble() < _probability)
            {
                for (int channel = 0; channel < images.Channels; channel++)
                {
                    Flip(images[image].Slice(channel * images.Height * images.Width, images.Height * images.Width), kept);
                }
            }
        }

        return batch;
    }

    private static void Flip(Span<float> plane, Span<float> kept)
    {
        int width = kept.Length;
        for ((int top, int bottom) = (0, plane.Length - width); top < bottom; top += width, bottom -= width)
        {
            plane.Slice(top, width).CopyTo(kept);
            plane.Slice(bottom, width).CopyTo(plane[top..]);
            kept.CopyTo(plane[bottom..]);
        }
    }
}
