namespace Gradus.Learning.Data.Generated;

/// <summary>The smallest box about a shape, in pixels.</summary>
/// <param name="X">The first column.</param>
/// <param name="Y">The first row.</param>
/// <param name="Width">The columns.</param>
/// <param name="Height">The rows.</param>
public readonly record struct ShapeBox(int X, int Y, int Width, int Height);
