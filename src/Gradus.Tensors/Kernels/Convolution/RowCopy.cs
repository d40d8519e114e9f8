using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>Short rows copied without a call of the system: they have 8 to 64 numbers, and there are many of them.</summary>
internal static unsafe class RowCopy
{
    /// <summary>to[i] = from[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Run(float* from, float* to, nint length)
    {
        nint i = 0;
        for (; i <= length - 8; i += 8)
        {
            Vector256.Load(from + i).Store(to + i);
        }

        if (i <= length - 4)
        {
            Vector128.Load(from + i).Store(to + i);
            i += 4;
        }

        for (; i < length; i++)
        {
            to[i] = from[i];
        }
    }

    /// <summary>to[i] = from[i · step], in whole vectors: up to 7 numbers beyond the last are written too. Nothing is read from <paramref name="limit"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Gather(float* from, nint step, float* to, nint length, float* limit)
    {
        nint i = 0;
        if (step == 1)
        {
            for (; i < length && from + i + 8 <= limit; i += 8)
            {
                Vector256.Load(from + i).Store(to + i);
            }
        }
        else if (step == 2)
        {
            // Every second number is the lower half of a number of 64 bits.
            for (; i < length && from + (2 * i) + 16 <= limit; i += 8)
            {
                Vector256<uint> even = Vector256.Narrow(Vector256.Load((ulong*)(from + (2 * i))), Vector256.Load((ulong*)(from + (2 * i) + 8)));
                even.AsSingle().Store(to + i);
            }
        }

        for (; i < length; i++)
        {
            to[i] = from[i * step];
        }
    }

    /// <summary>Rows of at most 8 numbers with at most 8 zeros behind each, in whole vectors: up to 15 numbers beyond the last are written too.</summary>
    internal static void Narrow(float* from, nint step, float* to, nint length, nint zeros, nint rows)
    {
        for (; rows > 0; rows--, from += step, to += length + zeros)
        {
            Vector256.Load(from).Store(to);
            Vector256<float>.Zero.Store(to + length);
        }
    }

    /// <summary>to[i] = 0 in whole vectors: up to 7 numbers beyond the last are written too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Clear(float* to, nint length)
    {
        for (nint i = 0; i < length; i += 8)
        {
            Vector256<float>.Zero.Store(to + i);
        }
    }

    /// <summary>Lays rows beside each other column by column: to[i · 2] = even[i], to[i · 2 + 1] = odd[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Interleave(float* even, float* odd, float* to, nint length)
    {
        nint i = 0;
        for (; i <= length - 8; i += 8)
        {
            Vector256<uint> a = Vector256.Load((uint*)(even + i)), b = Vector256.Load((uint*)(odd + i));
            (Vector256.WidenLower(a) | (Vector256.WidenLower(b) << 32)).Store((ulong*)(to + (2 * i)));
            (Vector256.WidenUpper(a) | (Vector256.WidenUpper(b) << 32)).Store((ulong*)(to + (2 * i) + 8));
        }

        for (; i < length; i++)
        {
            to[2 * i] = even[i];
            to[(2 * i) + 1] = odd[i];
        }
    }

    /// <summary>to[i · step] = from[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Scatter(float* from, float* to, nint step, nint length)
    {
        if (step == 1)
        {
            Run(from, to, length);
            return;
        }

        for (nint i = 0; i < length; i++)
        {
            to[i * step] = from[i];
        }
    }

    /// <summary>to[i] = value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Fill(float* to, nint length, float value)
    {
        nint i = 0;
        Vector256<float> wide = Vector256.Create(value);
        for (; i <= length - 8; i += 8)
        {
            wide.Store(to + i);
        }

        for (; i < length; i++)
        {
            to[i] = value;
        }
    }
}
