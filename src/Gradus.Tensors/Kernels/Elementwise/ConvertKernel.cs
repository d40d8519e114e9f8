using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>
/// Converts rows between element types: to integers by cutting the fraction off, to bool by "is not 0", to bfloat16 by rounding to the nearest, ties to even. int8 keeps the low eight bits of the whole
/// number, as PyTorch does, so that 300 becomes 44; what lies beyond int64, infinities and NaN become 0.
/// </summary>
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
            case DType.Int8:
                From((sbyte*)x, to, y, length);
                break;
            case DType.BFloat16:
                FromBFloat16((BFloat16*)x, to, y, length);
                break;
            default:
                From(x, to, y, length);
                break;
        }
    }

    /// <summary>The low eight bits of the whole part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static sbyte ToInt8(double value) => Math.Abs(value) < long.MaxValue ? unchecked((sbyte)(long)value) : (sbyte)0;

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
            case DType.BFloat16:
                for (nint i = 0; i < length; i++)
                {
                    ((BFloat16*)y)[i] = (BFloat16)float.CreateTruncating(x[i]);
                }

                break;
            case DType.Int8:
                for (nint i = 0; i < length; i++)
                {
                    ((sbyte*)y)[i] = typeof(T) == typeof(float) || typeof(T) == typeof(double) ? ToInt8(double.CreateTruncating(x[i])) : sbyte.CreateTruncating(x[i]);
                }

                break;
            default:
                for (nint i = 0; i < length; i++)
                {
                    y[i] = T.IsZero(x[i]) ? (byte)0 : (byte)1;
                }

                break;
        }
    }

    // Exact as float32, from which every other type follows; in pieces, so that they stay in the first cache.
    private static void FromBFloat16(BFloat16* x, DType to, byte* y, nint length)
    {
        const int Piece = 1024;
        float* wide = stackalloc float[Piece];
        int size = to.SizeInBytes();
        for (nint first = 0; first < length; first += Piece)
        {
            nint count = Math.Min(Piece, length - first);
            float* target = to == DType.Float32 ? (float*)y + first : wide;
            for (nint i = 0; i < count; i++)
            {
                target[i] = x[first + i];
            }

            if (to != DType.Float32)
            {
                From(wide, to, y + (first * size), count);
            }
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
