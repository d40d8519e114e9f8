namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Which C# type stands for which element type.</summary>
internal static class ElementTypes
{
    /// <summary>Throws for a number that an integer type does not hold; fractions are cut off.</summary>
    internal static void RequireFit(DType dtype, double value, string what, string parameter = "value")
    {
        // Borders as doubles: 2^63 itself is beyond int64.
        (double least, double beyond, string range) = dtype switch
        {
            DType.Int64 => (long.MinValue, -(double)long.MinValue, "-2^63 to 2^63 - 1"),
            DType.Int32 => (int.MinValue, -(double)int.MinValue, $"{int.MinValue} to {int.MaxValue}"),
            DType.Int8 => (sbyte.MinValue, -(double)sbyte.MinValue, $"{sbyte.MinValue} to {sbyte.MaxValue}"),
            _ => (double.NegativeInfinity, double.PositiveInfinity, ""),
        };
        if (range.Length > 0 && !(Math.Truncate(value) >= least && value < beyond))
        {
            throw new ArgumentOutOfRangeException(parameter, value, $"{what} got {value} for {dtype}, which holds {range}. Use a wider type, or convert the tensor with To() first.");
        }
    }

    internal static DType Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? DType.Float32
        : typeof(T) == typeof(double) ? DType.Float64
        : typeof(T) == typeof(long) ? DType.Int64
        : typeof(T) == typeof(int) ? DType.Int32
        : typeof(T) == typeof(bool) ? DType.Bool
        : typeof(T) == typeof(BFloat16) ? DType.BFloat16
        : typeof(T) == typeof(sbyte) ? DType.Int8
        : throw new NotSupportedException($"Tensors hold float, double, long, int, bool, BFloat16 or sbyte; {typeof(T).Name} is none of them.");
}
