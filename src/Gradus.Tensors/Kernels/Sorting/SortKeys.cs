using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Sorting;

/// <summary>Numbers as unsigned keys whose order is theirs: NaN above all, both zeros equal. Descending order turns the bits of the number round, not those of the place, and so stays stable.</summary>
internal static unsafe class SortKeys
{
    internal static void Fill(float* x, SortKey32* keys, int length, bool descending)
    {
        uint flip = descending ? uint.MaxValue : 0;
        for (int i = 0; i < length; i++)
        {
            keys[i] = new SortKey32(Of(x[i]) ^ flip, (uint)i);
        }
    }

    internal static void Fill(int* x, SortKey32* keys, int length, bool descending)
    {
        uint flip = (descending ? uint.MaxValue : 0) ^ 0x80000000;
        for (int i = 0; i < length; i++)
        {
            keys[i] = new SortKey32((uint)x[i] ^ flip, (uint)i);
        }
    }

    internal static void Fill(double* x, SortKey64* keys, int length, bool descending)
    {
        ulong flip = descending ? ulong.MaxValue : 0;
        for (int i = 0; i < length; i++)
        {
            keys[i] = new SortKey64(Of(x[i]) ^ flip, (uint)i);
        }
    }

    internal static void Fill(long* x, SortKey64* keys, int length, bool descending)
    {
        ulong flip = (descending ? ulong.MaxValue : 0) ^ (1UL << 63);
        for (int i = 0; i < length; i++)
        {
            keys[i] = new SortKey64((ulong)x[i] ^ flip, (uint)i);
        }
    }

    // Positive numbers get the sign bit, negative ones are turned round. Adding 0 makes −0 to 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Of(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value + 0f);
        return float.IsNaN(value) ? uint.MaxValue : (uint)bits ^ ((uint)(bits >> 31) | 0x80000000);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value + 0d);
        return double.IsNaN(value) ? ulong.MaxValue : (ulong)bits ^ ((ulong)(bits >> 63) | (1UL << 63));
    }
}
