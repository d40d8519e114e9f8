using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Mirrors each image left to right with a probability, as torchvision's RandomHorizontalFlip. Not for what has a handedness: digits, text, hearts.</summary>
public sealed class RandomHorizontalFlip : Augmentation
{
    private readonly double _probability;

    /// <summary>Makes the augmentation.</summary>
    /// <param name="p">The probability, 0 to 1; 0.5 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in 0 to 1.</exception>
    public RandomHorizontalFlip(double p = 0.5) => _probability = Ranges.Share(p, nameof(p));

    /// <inheritdoc/>
    public override Batch Apply(Batch batch, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        ImageBatch images = new(batch.Inputs, nameof(RandomHorizontalFlip));
        for (int image = 0; image < images.Count; image++)
        {
            if (rng.NextDouble() < _probability)
            {
                for (int row = 0; row < images.Channels * images.Height; row++)
                {
                    images[image].Slice(row * images.Width, images.Width).Reverse();
                }
            }
        }

        return batch;
    }
}
