namespace Gradus.Learning.Data.Images;

/// <summary>Makes images larger or smaller.</summary>
public static class Resizing
{
    extension(Picture picture)
    {
        /// <summary>The image in another size.</summary>
        /// <remarks>
        /// Each new pixel is the mean of the old ones under a triangle about it, as wide as two old pixels, or two new ones where the image becomes smaller: bilinear interpolation with antialiasing, as PyTorch's
        /// interpolate(mode="bilinear", antialias=True) and Pillow's BILINEAR have it. Columns first, then rows; rounded once.
        /// </remarks>
        /// <param name="width">The new width in pixels.</param>
        /// <param name="height">The new height in pixels.</param>
        /// <returns>An image of the same channels and depth; itself where it has that size.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
        public Picture Resize(int width, int height)
        {
            ArgumentNullException.ThrowIfNull(picture);
            ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
            ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
            if (width == picture.Width && height == picture.Height)
            {
                return picture;
            }

            int channels = picture.Channels;
            double[] wide = new double[picture.Height * width * channels];
            (int From, double[] Weights)[] across = Weights(picture.Width, width), down = Weights(picture.Height, height);
            for (int place = 0; place < wide.Length; place++)
            {
                (int from, double[] weights) = across[place / channels % width];
                for (int i = 0; i < weights.Length; i++)
                {
                    wide[place] += weights[i] * picture[from + i, place / channels / width, place % channels];
                }
            }

            int bytes = picture.Depth / 8;
            byte[] samples = new byte[width * height * channels * bytes];
            for (int place = 0; place < width * height * channels; place++)
            {
                (int from, double[] weights) = down[place / channels / width];
                double sum = 0;
                for (int i = 0; i < weights.Length; i++)
                {
                    sum += weights[i] * wide[((from + i) * width * channels) + (place % (width * channels))];
                }

                int rounded = (int)Math.Clamp(Math.Floor(sum + 0.5), 0, bytes == 1 ? 255 : 65535);
                samples[place * bytes] = (byte)(bytes == 1 ? rounded : rounded >> 8);
                samples[(place * bytes) + bytes - 1] = (byte)rounded;
            }

            return new Picture(width, height, channels, samples, picture.Depth);
        }
    }

    // For each new place the first old one under its triangle, and the weights from there on.
    private static (int From, double[] Weights)[] Weights(int old, int wanted)
    {
        double scale = (double)old / wanted;
        double reach = Math.Max(scale, 1);
        (int From, double[] Weights)[] all = new (int, double[])[wanted];
        for (int place = 0; place < wanted; place++)
        {
            double centre = (place + 0.5) * scale;
            int from = Math.Max(0, (int)(centre - reach + 0.5));
            int to = Math.Min(old, (int)(centre + reach + 0.5));
            double[] weights = [.. Enumerable.Range(from, to - from).Select(i => Math.Max(0, 1 - (Math.Abs(i + 0.5 - centre) / reach)))];
            double sum = weights.Sum();
            all[place] = (from, [.. weights.Select(weight => weight / sum)]);
        }

        return all;
    }
}
