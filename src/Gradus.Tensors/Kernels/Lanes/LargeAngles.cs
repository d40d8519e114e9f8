using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>Brings large angles into the first octants with as many bits of 2/π as they need. Payne and Hanek: Radian reduction for trigonometric functions (1983).</summary>
internal static unsafe class LargeAngles
{
    // 64 zeros, then the first 256 bits of 2/π behind the point.
    private static ReadOnlySpan<ulong> TwoOverPi => [0, 0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561];

    /// <summary>Replaces remainder and count of quarter turns where |x| is above a bound.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Reduce<L, V>(V x, ref V r, ref V n, float bound)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* angles = (float*)&x;
        fixed (V* remainders = &r, turns = &n)
        {
            for (int i = 0; i < L.Count; i++)
            {
                if (MathF.Abs(angles[i]) > bound)
                {
                    ((float*)remainders)[i] = Remainder(angles[i], out int quarter);
                    ((float*)turns)[i] = quarter;
                }
            }
        }
    }

    /// <summary>x − n π/2 for a normal number from 2⁻⁶ up; n modulo 4. NaN for ∞ and NaN.</summary>
    private static float Remainder(float x, out int quarter)
    {
        quarter = 0;
        if (!float.IsFinite(x))
        {
            return float.NaN;
        }

        // |x| = m 2ᵏ with a whole m of 24 bits. Of m · 2/π only the bits below 4 matter: those from 2¹ − k on, of which 128 are taken.
        int bits = BitConverter.SingleToInt32Bits(x);
        int k = ((bits >> 23) & 0xFF) - 150;
        uint m = ((uint)bits & 0x7FFFFF) | 0x800000;
        int first = k - 2 + 64;
        int word = first >> 6, shift = first & 63;
        ulong high = Bits(word, shift), low = Bits(word + 1, shift);
        UInt128 product = unchecked(new UInt128(high, low) * m);
        quarter = (int)(product >> 126);
        long fraction = (long)(ulong)(product >> 62);
        if (fraction < 0)
        {
            quarter = (quarter + 1) & 3; // to the nearest: the fraction is counted from above
        }

        double r = fraction * (Math.PI / 2 / 18446744073709551616.0);
        if (x >= 0)
        {
            return (float)r;
        }

        quarter = -quarter & 3;
        return (float)-r;
    }

    private static ulong Bits(int word, int shift)
    {
        ulong high = TwoOverPi[word];
        return shift == 0 ? high : (high << shift) | (TwoOverPi[word + 1] >> (64 - shift));
    }
}
