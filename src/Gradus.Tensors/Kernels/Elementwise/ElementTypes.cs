namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Which C# type stands for which element type.</summary>
internal static class ElementTypes
{
    internal static DType Of<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return DType.Float32;
        }

        if (typeof(T) == typeof(double))
        {
            return DType.Float64;
        }

        if (typeof(T) == typeof(long))
        {
            return DType.Int64;
        }

        if (typeof(T) == typeof(int))
        {
            return DType.Int32;
        }

        return typeof(T) == typeof(bool)
            ? DType.Bool
            : throw new NotSupportedException($"Tensors hold float, double, long, int or bool; {typeof(T).Name} is none of them.");
    }
}
