namespace Gradus.Tensors;

/// <summary>Facts about element types.</summary>
public static class DTypeExtensions
{
    /// <summary>The size of one element in bytes.</summary>
    /// <param name="dtype">The element type.</param>
    /// <returns>1, 4 or 8.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of <see cref="DType"/>.</exception>
    public static int SizeInBytes(this DType dtype) => dtype switch
    {
        DType.Bool => 1,
        DType.Float32 or DType.Int32 => 4,
        DType.Float64 or DType.Int64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(dtype), dtype, "This is no element type that Gradus knows."),
    };

    /// <summary>Whether the type holds real numbers, so that gradients are defined for it.</summary>
    /// <param name="dtype">The element type.</param>
    /// <returns>True for <see cref="DType.Float32"/> and <see cref="DType.Float64"/>.</returns>
    public static bool IsFloatingPoint(this DType dtype) => dtype is DType.Float32 or DType.Float64;
}
