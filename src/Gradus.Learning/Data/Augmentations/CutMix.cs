using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Pastes the same random box of the image before it into each image of a batch, and mixes the targets by area; as torchvision's CutMix.</summary>
/// <remarks>
/// With λ of Beta(α, α) the box is sqrt(1 − λ) of the width and of the height about a random pixel, cut off at the border; then λ is set to the share of the image that stayed. Targets become one share for
/// each class, float32 [B, K]. Yun et al.: CutMix (ICCV 2019).
/// </remarks>
public sealed class CutMix : Augmentation
{
    private readonly int _classes;
    private readonly double _alpha;

    /// <summary>Makes the augmentation.</summary>
    /// <param name="numClasses">K, the number of classes.</param>
    /// <param name="alpha">α, greater than 0; 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two classes, or α is not greater than 0.</exception>
    public CutMix(int numClasses, double alpha = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numClasses, 2);
        (_classes, _alpha) = (numClasses, Ranges.Positive(alpha, nameof(alpha)));
    }

    /// <inheritdoc/>
    public override Batch Apply(Batch batch, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        ImageBatch images = new(batch.Inputs, nameof(CutMix));
        double half = Math.Sqrt(1 - BetaDistribution.Draw(rng, _alpha)) / 2;
        (int left, int right) = Side(rng, images.Width, half);
        (int top, int bottom) = Side(rng, images.Height, half);
        double own = 1 - ((double)(right - left) * (bottom - top) / (images.Width * images.Height));
        Tensor targets = ClassShares.Mix(batch.Targets, _classes, own, nameof(CutMix));
        float[] last = images.Count == 0 ? [] : images[images.Count - 1].ToArray();

        // From the last image back, so that the image before is still whole; the first takes from the copy.
        for (int image = images.Count - 1; image >= 0; image--)
        {
            ReadOnlySpan<float> other = image == 0 ? last : images[image - 1];
            for (int line = 0; line < images.Channels * images.Height; line++)
            {
                int row = line % images.Height;
                if (row >= top && row < bottom)
                {
                    other.Slice((line * images.Width) + left, right - left).CopyTo(images[image][((line * images.Width) + left)..]);
                }
            }
        }

        return batch with { Targets = targets };
    }

    private static (int From, int To) Side(Rng rng, int length, double half)
    {
        int centre = rng.NextInt(length);
        int reach = (int)(half * length);
        return (Math.Max(centre - reach, 0), Math.Min(centre + reach, length));
    }
}
