namespace Gradus.Learning.Data.Augmentations;

/// <summary>Where each pixel of a moved image comes from: x' = Xx·x + Xy·y + X, y' = Yx·x + Yy·y + Y, in pixels from the centre of the image.</summary>
internal readonly record struct AffineMap(double Xx, double Xy, double X, double Yx, double Yy, double Y)
{
    /// <summary>The way back of: shear along x, rotate clockwise as seen (y points down), scale, then shift.</summary>
    /// <param name="degrees">The angle.</param>
    /// <param name="shiftX">The shift to the right in pixels.</param>
    /// <param name="shiftY">The shift downwards in pixels.</param>
    /// <param name="scale">How much larger it becomes.</param>
    /// <param name="shear">The shear along x in degrees.</param>
    internal static AffineMap Inverse(double degrees, double shiftX, double shiftY, double scale, double shear)
    {
        // Forward: scale · R(angle) · [1, −tan(shear); 0, 1] + shift. Its inverse: [1, tan(shear); 0, 1] · R(−angle) / scale · (point − shift).
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        double slope = Math.Tan(shear * Math.PI / 180);
        double xx = (cosine - (slope * sine)) / scale;
        double xy = (sine + (slope * cosine)) / scale;
        double yx = -sine / scale;
        double yy = cosine / scale;
        return new AffineMap(xx, xy, -(xx * shiftX) - (xy * shiftY), yx, yy, -(yx * shiftX) - (yy * shiftY));
    }

    /// <summary>Draws the moved image.</summary>
    /// <param name="from">The image: channel after channel, row after row.</param>
    /// <param name="to">The moved one.</param>
    /// <param name="height">Its height.</param>
    /// <param name="width">Its width.</param>
    /// <param name="interpolation">How pixels are read between others.</param>
    /// <param name="fill">What comes from outside.</param>
    internal void Draw(ReadOnlySpan<float> from, Span<float> to, int height, int width, InterpolationMode interpolation, float fill)
    {
        int plane = height * width;
        double centreX = (width - 1) / 2.0, centreY = (height - 1) / 2.0;
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                double x = (Xx * (column - centreX)) + (Xy * (row - centreY)) + X + centreX;
                double y = (Yx * (column - centreX)) + (Yy * (row - centreY)) + Y + centreY;
                for (int start = 0; start < from.Length; start += plane)
                {
                    ReadOnlySpan<float> channel = from.Slice(start, plane);
                    to[start + (row * width) + column] = interpolation == InterpolationMode.Nearest
                        ? Pixel(channel, height, width, Whole(x), Whole(y), fill)
                        : Between(channel, height, width, x, y, fill);
                }
            }
        }
    }

    // Far outside is outside however far; the bound keeps the conversion exact.
    private static int Whole(double place) => (int)Math.Clamp(Math.Round(place, MidpointRounding.ToEven), -2, int.MaxValue - 1);

    private static float Pixel(ReadOnlySpan<float> channel, int height, int width, int x, int y, float fill) =>
        (uint)x < (uint)width && (uint)y < (uint)height ? channel[(y * width) + x] : fill;

    private static float Between(ReadOnlySpan<float> channel, int height, int width, double x, double y, float fill)
    {
        x = Math.Clamp(x, -2, width + 1);
        y = Math.Clamp(y, -2, height + 1);
        int left = (int)Math.Floor(x), top = (int)Math.Floor(y);
        double right = x - left, down = y - top;
        double above = ((1 - right) * Pixel(channel, height, width, left, top, fill)) + (right * Pixel(channel, height, width, left + 1, top, fill));
        double below = ((1 - right) * Pixel(channel, height, width, left, top + 1, fill)) + (right * Pixel(channel, height, width, left + 1, top + 1, fill));
        return (float)(((1 - down) * above) + (down * below));
    }
}
