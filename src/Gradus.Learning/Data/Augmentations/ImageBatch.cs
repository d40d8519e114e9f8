using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>The sizes of a batch of images, and its pixels.</summary>
internal readonly ref struct ImageBatch
{
    /// <summary>Looks at a batch.</summary>
    /// <exception cref="ArgumentException">The inputs are no float32 [B, C, H, W].</exception>
    internal ImageBatch(Tensor images, string what)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images is not { DType: DType.Float32, Rank: 4, IsContiguous: true })
        {
            throw new ArgumentException($"{what} got {images.DType} [{string.Join(", ", images.Shape.ToArray())}]; it changes images, contiguous Float32 [B, C, H, W].", nameof(images));
        }

        Count = images.Shape[0];
        Channels = images.Shape[1];
        Height = images.Shape[2];
        Width = images.Shape[3];
        Pixels = images.AsWritableSpan<float>();
    }

    internal int Count { get; }

    internal int Channels { get; }

    internal int Height { get; }

    internal int Width { get; }

    /// <summary>All pixels, image after image.</summary>
    internal Span<float> Pixels { get; }

    /// <summary>The pixels of one image.</summary>
    internal Span<float> this[int image] => Pixels.Slice(image * Channels * Height * Width, Channels * Height * Width);
}
