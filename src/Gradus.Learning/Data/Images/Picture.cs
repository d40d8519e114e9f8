using Gradus.Tensors;

namespace Gradus.Learning.Data.Images;

/// <summary>One image as it lies in a file: samples of 8 or 16 bits, pixel after pixel, row after row from the top.</summary>
public sealed class Picture
{
    /// <summary>Makes an image.</summary>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="channels">The samples of a pixel: 1 gray, 2 gray and opacity, 3 red, green and blue, 4 those and opacity.</param>
    /// <param name="samples">One byte a sample; with a depth of 16 two, the higher first. They are kept, not copied: do not change them.</param>
    /// <param name="depth">The bits of a sample: 8, the default, or 16.</param>
    /// <exception cref="ArgumentException">The sizes are out of range, or there are not as many bytes as they need.</exception>
    public Picture(int width, int height, int channels, ReadOnlyMemory<byte> samples, int depth = 8)
    {
        if (width < 1 || height < 1 || channels is < 1 or > 4 || depth is not (8 or 16) || (long)width * height * channels * (depth / 8) != samples.Length)
        {
            throw new ArgumentException($"Picture got {samples.Length} bytes for {width} by {height} pixels of {channels} channels of {depth} bits; it needs 1 to 4 channels of 8 or 16 bits, and {depth / 8} bytes for each sample.", nameof(samples));
        }

        (Width, Height, Channels, Samples, Depth) = (width, height, channels, samples, depth);
    }

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>The samples of a pixel: 1 gray, 2 gray and opacity, 3 red, green and blue, 4 those and opacity.</summary>
    public int Channels { get; }

    /// <summary>The bits of a sample, 8 or 16.</summary>
    public int Depth { get; }

    /// <summary>The samples, pixel after pixel; with a depth of 16 two bytes each, the higher first.</summary>
    public ReadOnlyMemory<byte> Samples { get; }

    /// <summary>One sample.</summary>
    /// <param name="x">The column, from 0 at the left.</param>
    /// <param name="y">The row, from 0 at the top.</param>
    /// <param name="channel">The channel, from 0.</param>
    /// <returns>0 to 255, or to 65,535 with a depth of 16.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pixel or channel.</exception>
    public int this[int x, int y, int channel = 0]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)Width, nameof(x));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)channel, (uint)Channels, nameof(channel));
            int place = (((y * Width) + x) * Channels) + channel;
            return Depth == 8 ? Samples.Span[place] : (Samples.Span[2 * place] << 8) | Samples.Span[(2 * place) + 1];
        }
    }

    /// <summary>The image as networks take it.</summary>
    /// <returns>float32 [C, H, W], each sample as a share of the largest, so 0 to 1.</returns>
    public Tensor ToTensor()
    {
        Tensor tensor = Tensor.Empty(DType.Float32, Channels, Height, Width);
        Span<float> values = tensor.AsWritableSpan<float>();
        ReadOnlySpan<byte> samples = Samples.Span;
        int plane = Width * Height;
        for (int place = 0; place < values.Length; place++)
        {
            int sample = ((place % plane) * Channels) + (place / plane);
            values[place] = Depth == 8 ? samples[sample] / 255f : ((samples[2 * sample] << 8) | samples[(2 * sample) + 1]) / 65535f;
        }

        return tensor;
    }

    /// <summary>The image in gray or in colours, without opacity, in 8 bits.</summary>
    /// <param name="channels">1 for gray, 3 for red, green and blue.</param>
    /// <returns>The image; itself where it is so already.</returns>
    /// <remarks>Gray is 0.299 red + 0.587 green + 0.114 blue (ITU-R 601), in the whole numbers that the Python library Pillow uses. Opacity is left out, not blended. Of 16 bits the higher eight are taken.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The channels are neither 1 nor 3.</exception>
    public Picture Convert(int channels)
    {
        if (channels is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), channels, $"Convert makes gray (1) or colours (3), not {channels} channels.");
        }

        if (channels == Channels && Depth == 8)
        {
            return this;
        }

        ReadOnlySpan<byte> from = Samples.Span;
        int step = Depth / 8;
        byte[] to = new byte[Width * Height * channels];
        for (int pixel = 0; pixel < Width * Height; pixel++)
        {
            int place = pixel * Channels * step;
            byte red = from[place];
            byte green = Channels < 3 ? red : from[place + step];
            byte blue = Channels < 3 ? red : from[place + (2 * step)];
            if (channels == 1)
            {
                to[pixel] = Channels < 3 ? red : (byte)(((19595 * red) + (38470 * green) + (7471 * blue) + 0x8000) >> 16);
            }
            else
            {
                (to[3 * pixel], to[(3 * pixel) + 1], to[(3 * pixel) + 2]) = (red, green, blue);
            }
        }

        return new Picture(Width, Height, channels, to);
    }
}
