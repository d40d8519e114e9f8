namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Which C# type stands for which element type.</summary>
internal static class ElementTypes
{
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
