using System.Numerics;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Converts rows between element types: to integers by cutting the fraction off, to bool by "is not 0".</summary>
internal static unsafe class ConvertKernel
{
    internal static void Run(DType from, byte* x, DType to, byte* y, nint length)
    {
        switch (from)
        {
            case DType.Float32:
                From((float*)x, to, y, length);
                break;
            case DType.Float64:
                From((double*)x, to, y, length);
                break;
            case DType.Int64:
                From((long*)x, to, y, length);
                break;
            case DType.Int32:
                From((int*)x, to, y, length);
                break;
            default:
                From(x, to, y, length);
                break;
        }
    }

    private static void From<T>(T* x, DType to, byte* y, nint length)
        where T : unmanaged, INumberBase<T>
    {
        switch (to)
        {
            case DType.Float32:
                Row(x, (float*)y, length);
                break;
            case DType.Float64:
                Row(x, (double*)y, length);
                break;
            case DType.Int64:
                Row(x, (long*)y, length);
                break;
            case DType.Int32:
                Row(x, (int*)y, length);
                break;
            default:
                for (nint i = 0; i < length; i++)
                {
                    y[i] = T.IsZero(x[i]) ? (byte)0 : (byte)1;
                }

                break;
        }
    }

    private static void Row<TFrom, TTo>(TFrom* x, TTo* y, nint length)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        for (nint i = 0; i < length; i++)
        {
            y[i] = TTo.CreateTruncating(x[i]);
        }
    }
}
