namespace Gradus.Learning.Data.Generated;

/// <summary>Images of <see cref="Shapes16"/> with where their shapes are.</summary>
public sealed record Shapes16Rows : GeneratedRows
{
    /// <summary>The box about the shape of each image.</summary>
    public required ShapeBox[] Boxes { get; init; }

    /// <summary>Whether each pixel belongs to the shape: at least half of it is covered. Image after image, row after row.</summary>
    public required bool[] Masks { get; init; }

    /// <summary>The mask of one image.</summary>
    /// <param name="row">The image.</param>
    /// <returns>Its 256 pixels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public ReadOnlySpan<bool> Mask(int row) => Masks.AsSpan(checked(row * Shapes16.Pixels), Shapes16.Pixels);
}
