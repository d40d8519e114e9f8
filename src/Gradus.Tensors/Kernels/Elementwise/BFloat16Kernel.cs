using System.Runtime.Intrinsics;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>float32 to bfloat16, rounded to the nearest, ties to even, and back, which is exact: whole numbers only, so every width gives the same bits.</summary>
internal static unsafe class BFloat16Kernel
{
    internal static void Narrow(float* x, BFloat16* y, nint length)
    {
        nint i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= length - 16; i += 16)
            {
                Vector256.Narrow(Round(Vector256.Load(x + i)), Round(Vector256.Load(x + i + 8))).Store((ushort*)y + i);
            }
        }

        for (; i < length; i++)
        {
            y[i] = (BFloat16)x[i];
        }
    }

    internal static void Widen(BFloat16* x, float* y, nint length)
    {
        nint i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= length - 16; i += 16)
            {
                (Vector256<uint> low, Vector256<uint> high) = Vector256.Widen(Vector256.Load((ushort*)x + i));
                (low << 16).AsSingle().Store(y + i);
                (high << 16).AsSingle().Store(y + i + 8);
            }
        }

        for (; i < length; i++)
        {
            y[i] = x[i];
        }
    }

    // As BFloat16 rounds one number: NaN keeps its upper half and gets the quiet bit.
    private static Vector256<uint> Round(Vector256<float> x)
    {
        Vector256<uint> bits = x.AsUInt32(), high = bits >> 16;
        Vector256<uint> rounded = (bits + Vector256.Create(0x7FFFu) + (high & Vector256<uint>.One)) >> 16;
        return Vector256.ConditionalSelect(Vector256.Equals(x, x).AsUInt32(), rounded, high | Vector256.Create(0x0040u));
    }
}
