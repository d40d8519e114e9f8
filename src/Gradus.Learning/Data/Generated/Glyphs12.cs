using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>12 by 12 gray images of the ten digits, drawn as pen strokes with random shift, rotation, size, thickness, noise and blur.</summary>
/// <remarks>
/// A pixel is as dark as the pen covers it: with t half the thickness and d the distance of its centre from the nearest stroke, 1 where d is at most t - 1/2,
/// 0 from t + 1/2, linear between, all in pixels. Then comes a blur with the weights (b/4, 1 - b/2, b/4) in both directions, then normal noise, then clipping to [0, 1].
/// </remarks>
public sealed record Glyphs12
{
    /// <summary>The width and height of an image in pixels.</summary>
    public const int Side = 12;

    /// <summary>The number of pixels of an image.</summary>
    public const int Pixels = Side * Side;

    /// <summary>The number of classes: the digits 0 to 9.</summary>
    public const int Classes = 10;

    /// <summary>The images. Each digit comes equally often, up to one. Default 1,000.</summary>
    public int Rows { get; init; } = 1000;

    /// <summary>The largest shift in each direction, in pixels. Default 1.</summary>
    public double Shift { get; init; } = 1;

    /// <summary>The largest rotation either way, in degrees. Default 12.</summary>
    public double Rotation { get; init; } = 12;

    /// <summary>The largest change of width and of height, as a share of the size. Default 0.15.</summary>
    public double Scaling { get; init; } = 0.15;

    /// <summary>The thinnest pen, in pixels. Default 0.9.</summary>
    public double Thinnest { get; init; } = 0.9;

    /// <summary>The thickest pen, in pixels. Default 1.8.</summary>
    public double Thickest { get; init; } = 1.8;

    /// <summary>The standard deviation of the noise of a pixel. Default 0.1.</summary>
    public double Noise { get; init; } = 0.1;

    /// <summary>The largest blur b, 0 to 1. Default 0.6.</summary>
    public double Blur { get; init; } = 0.6;

    /// <summary>Draws the images.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits, and other seeds other images.</param>
    /// <returns>144 features in [0, 1], row by row of the image, in ten classes; the digits in random order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public GeneratedRows Generate(ulong seed)
    {
        Validate();
        Rng random = new Rng(seed).Split("glyphs-12");
        int[] labels = [.. Enumerable.Range(0, Rows).Select(row => row % Classes)];
        random.Shuffle<int>(labels);

        float[] inputs = new float[Rows * Pixels];
        for (int row = 0; row < Rows; row++)
        {
            Draw(labels[row], random, inputs.AsSpan(row * Pixels, Pixels));
        }

        string[] names = [.. Enumerable.Range(0, Pixels).Select(pixel => $"r{pixel / Side}c{pixel % Side}")];
        return new GeneratedRows { FeatureNames = names, Inputs = inputs, Labels = labels };
    }

    private static double Uniform(Rng random, double low, double high) => low + ((high - low) * random.NextDouble());

    private static float DistanceToSegment(float x, float y, (float X1, float Y1, float X2, float Y2) segment)
    {
        float alongX = segment.X2 - segment.X1;
        float alongY = segment.Y2 - segment.Y1;
        float position = (((x - segment.X1) * alongX) + ((y - segment.Y1) * alongY)) / ((alongX * alongX) + (alongY * alongY));
        position = Math.Clamp(position, 0, 1);
        float offX = x - segment.X1 - (position * alongX);
        float offY = y - segment.Y1 - (position * alongY);
        return (offX * offX) + (offY * offY);
    }

    private static void Smooth(Span<float> image, float weight)
    {
        Span<float> copy = stackalloc float[Pixels];
        float side = weight / 4;
        float centre = 1 - (weight / 2);
        image.CopyTo(copy);
        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            int column = pixel % Side;
            image[pixel] = (centre * copy[pixel]) + (side * ((column > 0 ? copy[pixel - 1] : 0) + (column < Side - 1 ? copy[pixel + 1] : 0)));
        }

        image.CopyTo(copy);
        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            int line = pixel / Side;
            image[pixel] = (centre * copy[pixel]) + (side * ((line > 0 ? copy[pixel - Side] : 0) + (line < Side - 1 ? copy[pixel + Side] : 0)));
        }
    }

    private void Draw(int digit, Rng random, Span<float> image)
    {
        double angle = Uniform(random, -Rotation, Rotation) * Math.PI / 180;
        double cosine = Math.Cos(angle);
        double sine = Math.Sin(angle);
        double width = 9.5 * Uniform(random, 1 - Scaling, 1 + Scaling);
        double height = 9.5 * Uniform(random, 1 - Scaling, 1 + Scaling);
        double centreX = (Side / 2.0) + Uniform(random, -Shift, Shift);
        double centreY = (Side / 2.0) + Uniform(random, -Shift, Shift);
        float half = (float)Uniform(random, Thinnest, Thickest) / 2;
        float blur = (float)Uniform(random, 0, Blur);

        (float X1, float Y1, float X2, float Y2)[] strokes = [.. GlyphStrokes.Segments[digit].Select(segment =>
        {
            (float x1, float y1) = Place(segment.X1, segment.Y1);
            (float x2, float y2) = Place(segment.X2, segment.Y2);
            return (x1, y1, x2, y2);
        })];
        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            float nearest = float.PositiveInfinity;
            foreach ((float X1, float Y1, float X2, float Y2) stroke in strokes)
            {
                nearest = Math.Min(nearest, DistanceToSegment((pixel % Side) + 0.5f, (pixel / Side) + 0.5f, stroke));
            }

            image[pixel] = Math.Clamp(half + 0.5f - MathF.Sqrt(nearest), 0, 1);
        }

        Smooth(image, blur);
        foreach (ref float pixel in image)
        {
            pixel = (float)Math.Clamp(pixel + (Noise * random.NextNormal()), 0, 1);
        }

        (float X, float Y) Place(float x, float y)
        {
            double scaledX = x * width;
            double scaledY = y * height;
            return ((float)(centreX + (cosine * scaledX) - (sine * scaledY)), (float)(centreY + (sine * scaledX) + (cosine * scaledY)));
        }
    }

    private void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        GeneratedOptions.RequireWithin(Shift, 0, Side / 2.0, nameof(Shift));
        GeneratedOptions.RequireWithin(Rotation, 0, 180, nameof(Rotation));
        GeneratedOptions.RequireWithin(Scaling, 0, 0.9, nameof(Scaling));
        GeneratedOptions.RequireWithin(Thinnest, 0.1, Side, nameof(Thinnest));
        GeneratedOptions.RequireWithin(Thickest, Thinnest, Side, nameof(Thickest));
        GeneratedOptions.RequireAtLeast(Noise, 0, nameof(Noise));
        GeneratedOptions.RequireWithin(Blur, 0, 1, nameof(Blur));
    }
}
