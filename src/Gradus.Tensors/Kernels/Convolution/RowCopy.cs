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

    /// <summary>to[i] = from[i · step].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Gather(float* from, nint step, float* to, nint length)
    {
        if (step == 1)
        {
            Run(from, to, length);
            return;
        }

        nint i = 0;
        if (step == 2)
        {
            // Every second number is the lower half of a number of 64 bits. The last one is left out, since its upper half may lie beyond the memory.
            for (; i < length - 8; i += 8)
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
