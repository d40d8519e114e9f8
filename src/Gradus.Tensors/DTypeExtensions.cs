namespace Gradus.Tensors;

/// <summary>Facts about element types.</summary>
public static class DTypeExtensions
{
    /// <summary>The size of one element in bytes.</summary>
    /// <param name="dtype">The element type.</param>
    /// <returns>1, 2, 4 or 8.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of <see cref="DType"/>.</exception>
    public static int SizeInBytes(this DType dtype) => dtype switch
    {
        DType.Bool or DType.Int8 => 1,
        DType.BFloat16 => 2,
        DType.Float32 or DType.Int32 => 4,
        DType.Float64 or DType.Int64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(dtype), dtype, "This is no element type that Gradus knows."),
    };

    /// <summary>Whether the engine computes with the type as real numbers, so that gradients are defined for it.</summary>
    /// <param name="dtype">The element type.</param>
    /// <returns>True for <see cref="DType.Float32"/> and <see cref="DType.Float64"/>; <see cref="DType.BFloat16"/> is stored only.</returns>
    public static bool IsFloatingPoint(this DType dtype) => dtype is DType.Float32 or DType.Float64;

    /// <summary>Whether tensors of the type are stored, viewed, copied and converted only, and arithmetic refuses them.</summary>
    /// <param name="dtype">The element type.</param>
    /// <returns>True for <see cref="DType.BFloat16"/> and <see cref="DType.Int8"/>.</returns>
    public static bool IsStorageOnly(this DType dtype) => dtype is DType.BFloat16 or DType.Int8;

    /// <summary>Throws for types that are stored only.</summary>
    internal static void RequireArithmetic(this DType dtype, string what)
    {
        if (dtype.IsStorageOnly())
        {
            throw new NotSupportedException($"{what} does not compute with {dtype}, which is for storage: views, copies and conversions take it. Convert with To(DType.Float32) first.");
        }
    }
}
