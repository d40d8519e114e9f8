using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>16 by 16 gray images with one shape at a random position: 0 circle, 1 square, 2 triangle, 3 cross; class, box and mask are known.</summary>
/// <remarks>
/// A pixel is as bright as the shape covers it, measured at four by four points. The shape is at least three quarters bright; clutter, small squares and bars behind it, at most half. Then comes normal noise, then
/// clipping to [0, 1].
/// </remarks>
public sealed record Shapes16
{
    /// <summary>The width and height of an image in pixels.</summary>
    public const int Side = 16;

    /// <summary>The number of pixels of an image.</summary>
    public const int Pixels = Side * Side;

    /// <summary>The number of classes.</summary>
    public const int Classes = 4;

    /// <summary>What the classes are called.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = ["circle", "square", "triangle", "cross"];

    /// <summary>The images. Each class comes equally often, up to one. Default 1,000.</summary>
    public int Rows { get; init; } = 1000;

    /// <summary>Half the smallest shape in pixels. Default 2.5.</summary>
    public double Smallest { get; init; } = 2.5;

    /// <summary>Half the largest shape in pixels, at most 7.5. Default 5.</summary>
    public double Largest { get; init; } = 5;

    /// <summary>The most pieces of clutter behind the shape. Default 0.</summary>
    public int Clutter { get; init; }

    /// <summary>The standard deviation of the noise of a pixel. Default 0.05.</summary>
    public double Noise { get; init; } = 0.05;

    /// <summary>Draws the images.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits, and other seeds other images.</param>
    /// <returns>256 features in [0, 1], row by row of the image; the classes in random order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public Shapes16Rows Generate(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        GeneratedOptions.RequireWithin(Smallest, 1.5, Largest, nameof(Smallest));
        GeneratedOptions.RequireWithin(Largest, Smallest, 7.5, nameof(Largest));
        GeneratedOptions.RequireWithin(Clutter, 0, 50, nameof(Clutter));
        GeneratedOptions.RequireAtLeast(Noise, 0, nameof(Noise));
        Rng random = new Rng(seed).Split("shapes-16");
        int[] labels = [.. Enumerable.Range(0, Rows).Select(row => row % Classes)];
        random.Shuffle<int>(labels);
        (float[] inputs, bool[] masks, ShapeBox[] boxes) = (new float[Rows * Pixels], new bool[Rows * Pixels], new ShapeBox[Rows]);
        for (int row = 0; row < Rows; row++)
        {
            boxes[row] = Draw(labels[row], random, inputs.AsSpan(row * Pixels, Pixels), masks.AsSpan(row * Pixels, Pixels));
        }

        string[] names = [.. Enumerable.Range(0, Pixels).Select(pixel => $"r{pixel / Side}c{pixel % Side}")];
        return new Shapes16Rows { FeatureNames = names, Inputs = inputs, Labels = labels, Boxes = boxes, Masks = masks };
    }

    private static double Uniform(Rng random, double low, double high) => low + ((high - low) * random.NextDouble());

    // Whether a point, in half sizes from the centre, y downwards, lies in the shape.
    private static bool Holds(int label, double x, double y) => label switch
    {
        0 => (x * x) + (y * y) <= 1,
        1 => Math.Max(Math.Abs(x), Math.Abs(y)) <= 0.9,
        2 => y is >= -1 and <= 0.8 && Math.Abs(x) <= (y + 1) / 1.8,
        _ => Math.Max(Math.Abs(x), Math.Abs(y)) <= 1 && Math.Min(Math.Abs(x), Math.Abs(y)) <= 0.33,
    };

    // The share of a pixel that a shape covers.
    private static double Cover(int label, double centreX, double centreY, double half, int pixel)
    {
        int held = 0;
        for (int point = 0; point < 16; point++)
        {
            double x = (pixel % Side) + (((point % 4) + 0.5) / 4), y = (pixel / Side) + (((point / 4) + 0.5) / 4);
            held += Holds(label, (x - centreX) / half, (y - centreY) / half) ? 1 : 0;
        }

        return held / 16.0;
    }

    private ShapeBox Draw(int label, Rng random, Span<float> image, Span<bool> mask)
    {
        for (int pieces = random.NextInt(Clutter + 1); pieces > 0; pieces--)
        {
            (int x, int y, int width, int height) = (random.NextInt(Side), random.NextInt(Side), 1 + random.NextInt(4), 1 + random.NextInt(2));
            float shade = (float)Uniform(random, 0.15, 0.5);
            for (int place = 0; place < width * height; place++)
            {
                if (x + (place % width) < Side && y + (place / width) < Side)
                {
                    image[((y + (place / width)) * Side) + x + (place % width)] = shade;
                }
            }
        }

        double half = Uniform(random, Smallest, Largest);
        double centreX = Uniform(random, half, Side - half), centreY = Uniform(random, half, Side - half);
        double brightness = Uniform(random, 0.75, 1);
        (int left, int right, int top, int bottom) = (Side, -1, Side, -1);
        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            double cover = Cover(label, centreX, centreY, half, pixel);
            double clean = (cover * brightness) + ((1 - cover) * image[pixel]);
            image[pixel] = (float)Math.Clamp(clean + (Noise * random.NextNormal()), 0, 1);
            mask[pixel] = cover >= 0.5;
            if (mask[pixel])
            {
                (left, right) = (Math.Min(left, pixel % Side), Math.Max(right, pixel % Side));
                (top, bottom) = (Math.Min(top, pixel / Side), Math.Max(bottom, pixel / Side));
            }
        }

        return new ShapeBox(left, top, right - left + 1, bottom - top + 1);
    }
}
