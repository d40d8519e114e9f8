using Gradus.Tensors;

namespace Gradus.Learning.Data.Images;

/// <summary>Images of one size with a class each, kept as bytes and handed out as float32 [B, C, H, W]: a quarter of the memory of kept floats.</summary>
/// <remarks>A byte b of channel c becomes (b / 255 − mean of c) / deviation of c, as torchvision's ToTensor and Normalize make it.</remarks>
public sealed class ImageDataset : Dataset
{
    private readonly ReadOnlyMemory<byte> _pixels;
    private readonly int[] _labels;
    private readonly float[] _values;

    /// <summary>Makes a set whose pixels become 0 to 1.</summary>
    /// <param name="pixels">Image after image, each channel after channel, each row after row. They are kept, not copied: do not change them.</param>
    /// <param name="labels">The class of each image, 0 upwards.</param>
    /// <param name="channels">C: 1 for gray, 3 for red, green and blue.</param>
    /// <param name="height">H, in pixels.</param>
    /// <param name="width">W, in pixels.</param>
    /// <exception cref="ArgumentException">There are not as many pixels as labels and sizes need.</exception>
    public ImageDataset(ReadOnlyMemory<byte> pixels, int[] labels, int channels, int height, int width)
        : this(pixels, labels, [channels, height, width], Values(new float[Math.Max(channels, 0)], [.. Enumerable.Repeat(1f, Math.Max(channels, 0))]))
    {
        if ((long)labels.Length * channels * height * width != pixels.Length || channels < 1 || height < 1 || width < 1)
        {
            throw new ArgumentException($"ImageDataset got {pixels.Length} bytes for {labels.Length} images of [{channels}, {height}, {width}]; it needs one byte for each pixel and channel.", nameof(pixels));
        }
    }

    private ImageDataset(ReadOnlyMemory<byte> pixels, int[] labels, int[] shape, float[] values)
    {
        ArgumentNullException.ThrowIfNull(labels);
        _pixels = pixels;
        _labels = labels;
        _values = values;
        (Channels, Height, Width) = (shape[0], shape[1], shape[2]);
    }

    /// <summary>C, the number of channels.</summary>
    public int Channels { get; }

    /// <summary>H, in pixels.</summary>
    public int Height { get; }

    /// <summary>W, in pixels.</summary>
    public int Width { get; }

    /// <inheritdoc/>
    public override int Count => _labels.Length;

    /// <summary>The class of each image, as stratified splits and samplers take them.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The bytes of an image: channel after channel, row after row.</summary>
    /// <param name="row">The image, from 0.</param>
    /// <returns>C · H · W bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public ReadOnlySpan<byte> Pixels(int row)
    {
        Demand(row);
        int size = Channels * Height * Width;
        return _pixels.Span.Slice(row * size, size);
    }

    /// <summary>The same images with other figures of normalization: (b / 255 − mean) / deviation for each channel.</summary>
    /// <param name="mean">The mean of each channel, in 0 to 1.</param>
    /// <param name="deviation">The standard deviation of each channel, greater than 0.</param>
    /// <returns>A set over the same bytes.</returns>
    /// <exception cref="ArgumentException">There is not one figure for each channel, or a deviation is not greater than 0.</exception>
    public ImageDataset Normalized(ReadOnlySpan<float> mean, ReadOnlySpan<float> deviation)
    {
        if (mean.Length != Channels || deviation.Length != Channels || deviation.ContainsAnyExceptInRange(float.Epsilon, float.MaxValue))
        {
            throw new ArgumentException(
                $"Normalized got the means [{string.Join(", ", mean.ToArray())}] and the deviations [{string.Join(", ", deviation.ToArray())}] for {Channels} channels; it needs one each, deviations greater than 0.",
                nameof(deviation));
        }

        return new ImageDataset(_pixels, _labels, [Channels, Height, Width], Values(mean, deviation));
    }

    /// <summary>Copies images into new tensors.</summary>
    /// <param name="rows">Images, from 0, in any order; one may stand twice.</param>
    /// <returns>Inputs float32 [B, C, H, W] and targets int64 [B].</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public override Batch Take(ReadOnlySpan<int> rows)
    {
        Tensor inputs = Tensor.Empty(DType.Float32, rows.Length, Channels, Height, Width);
        Tensor targets = Tensor.Empty(DType.Int64, rows.Length);
        Span<float> to = inputs.AsWritableSpan<float>();
        Span<long> classes = targets.AsWritableSpan<long>();
        int plane = Height * Width;
        for (int place = 0; place < rows.Length; place++)
        {
            ReadOnlySpan<byte> image = Pixels(rows[place]);
            classes[place] = _labels[rows[place]];
            for (int channel = 0; channel < Channels; channel++)
            {
                ReadOnlySpan<float> values = _values.AsSpan(256 * channel, 256);
                ReadOnlySpan<byte> bytes = image.Slice(channel * plane, plane);
                Span<float> floats = to.Slice(((place * Channels) + channel) * plane, plane);
                for (int pixel = 0; pixel < floats.Length; pixel++)
                {
                    floats[pixel] = values[bytes[pixel]];
                }
            }
        }

        return new Batch(inputs, targets);
    }

    // What each byte of each channel becomes.
    private static float[] Values(ReadOnlySpan<float> mean, ReadOnlySpan<float> deviation)
    {
        float[] values = new float[256 * mean.Length];
        for (int place = 0; place < values.Length; place++)
        {
            int channel = place >> 8;
            values[place] = (((place & 255) / 255f) - mean[channel]) / deviation[channel];
        }

        return values;
    }
}
