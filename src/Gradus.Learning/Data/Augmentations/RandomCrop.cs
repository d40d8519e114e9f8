using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Cuts a piece of each image out at a random place, after a border was added on all sides; as torchvision's RandomCrop.</summary>
/// <remarks>Every place is equally likely. With the size of the image and a padding of p it is a shift by up to p pixels.</remarks>
public sealed class RandomCrop : Augmentation
{
    private readonly int _height;
    private readonly int _width;
    private readonly int _padding;
    private readonly float _fill;

    /// <summary>Makes the augmentation.</summary>
    /// <param name="height">The height of the piece in pixels.</param>
    /// <param name="width">The width of the piece in pixels; as the height when left out.</param>
    /// <param name="padding">The border in pixels; none by default.</param>
    /// <param name="fill">The value of the border; 0 by default, which is black only where pixels were not normalized.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1 or the padding negative.</exception>
    public RandomCrop(int height, int? width = null, int padding = 0, float fill = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width ?? 1, 1, nameof(width));
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        (_height, _width, _padding, _fill) = (height, width ?? height, padding, fill);
    }

    /// <inheritdoc/>
    public override Batch Apply(Batch batch, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        ImageBatch images = new(batch.Inputs, nameof(RandomCrop));
        int roomY = images.Height + (2 * _padding) - _height;
        int roomX = images.Width + (2 * _padding) - _width;
        if (roomY < 0 || roomX < 0)
        {
            throw new ArgumentException($"RandomCrop shall cut {_height} by {_width} pixels out of {images.Height} by {images.Width} with a border of {_padding}; cut less or pad more.", nameof(batch));
        }

        Tensor cropped = Tensor.Full(_fill, images.Count, images.Channels, _height, _width);
        Span<float> to = cropped.AsWritableSpan<float>();
        for (int image = 0; image < images.Count; image++)
        {
            int top = rng.NextInt(roomY + 1) - _padding;
            int left = rng.NextInt(roomX + 1) - _padding;
            int firstColumn = Math.Max(left, 0);
            int columns = Math.Min(left + _width, images.Width) - firstColumn;
            for (int line = 0; line < images.Channels * _height && columns > 0; line++)
            {
                int row = top + (line % _height);
                if ((uint)row < (uint)images.Height)
                {
                    int from = (((line / _height) * images.Height) + row) * images.Width;
                    images[image].Slice(from + firstColumn, columns).CopyTo(to[((((image * images.Channels * _height) + line) * _width) + firstColumn - left)..]);
                }
            }
        }

        return batch with { Inputs = cropped };
    }
}
