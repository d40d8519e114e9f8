using System.Diagnostics.CodeAnalysis;

namespace Gradus.Tensors;

/// <summary>A whole number for each of two dimensions, as strides and kernels of images have; one number stands for both.</summary>
/// <param name="Height">For rows.</param>
/// <param name="Width">For columns.</param>
[SuppressMessage("Usage", "CA2225", Justification = "The constructor says the same.")]
public readonly record struct Pair(int Height, int Width)
{
    /// <summary>The same for both.</summary>
    /// <param name="both">The number.</param>
    public static implicit operator Pair(int both) => new(both, both);

    /// <summary>One for each.</summary>
    /// <param name="pair">For rows and for columns.</param>
    public static implicit operator Pair((int Height, int Width) pair) => new(pair.Height, pair.Width);

    /// <summary>Prints as (height, width).</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"({Height}, {Width})";
}
