namespace Gradus.Hosting.Figures;

/// <summary>How large a figure is drawn. The picture scales with its place; the size fixes how large letters are beside it.</summary>
/// <param name="Width">The width in pixels, at least 240.</param>
/// <param name="Height">The height in pixels, at least 180.</param>
public sealed record SvgFigureOptions(int Width, int Height)
{
    /// <summary>For a report or a wide page: 720 by 400.</summary>
    public static SvgFigureOptions Wide { get; } = new(720, 400);

    /// <summary>For a telephone: 360 by 320.</summary>
    public static SvgFigureOptions Narrow { get; } = new(360, 320);

    /// <summary>The width in pixels.</summary>
    public int Width { get; init; } = AtLeast(Width, 240, nameof(Width));

    /// <summary>The height in pixels.</summary>
    public int Height { get; init; } = AtLeast(Height, 180, nameof(Height));

    private static int AtLeast(int value, int least, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"A figure's {name.ToLowerInvariant()} must be at least {least} pixels to have room for its axes.");
}
