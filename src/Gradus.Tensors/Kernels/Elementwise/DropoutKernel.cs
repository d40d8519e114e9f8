using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gradus.Tensors.Random;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Masks for dropout. Element i is a function of seed, stream and position + i alone, so threads, blocks and instruction sets do not matter.</summary>
internal static unsafe class DropoutKernel
{
    /// <summary>Writes <paramref name="scale"/> where the element is kept, which is where its random word is at least p · 2³², and 0 elsewhere. The state's position is a multiple of 4.</summary>
    internal static void Mask(Isa isa, float* mask, nint length, in RngState state, double probability, float scale)
    {
        uint threshold = (uint)Math.Min(uint.MaxValue, Math.Round(probability * 4294967296.0));
        ulong block = state.Position >> 2;
        nint i = 0;
        if (isa == Isa.Avx512)
        {
            for (; i <= length - 32; i += 32, block += 8)
            {
                Eight(mask + i, block, state, threshold, scale);
            }
        }
        else if (isa == Isa.Avx2)
        {
            for (; i <= length - 16; i += 16, block += 4)
            {
                Four(mask + i, block, state, threshold, scale);
            }
        }

        uint* words = stackalloc uint[4];
        for (; i < length; i += 4, block++)
        {
            (words[0], words[1], words[2], words[3]) = ((uint)block, (uint)(block >> 32), (uint)state.Stream, (uint)(state.Stream >> 32));
            Philox.Block(ref words[0], ref words[1], ref words[2], ref words[3], (uint)state.Seed, (uint)(state.Seed >> 32));
            for (nint j = 0; j < Math.Min(4, length - i); j++)
            {
                mask[i + j] = words[j] >= threshold ? scale : 0;
            }
        }
    }

    // Eight counters at a time, each word in the low half of a 64-bit lane, where a product of two 32-bit words fits; what gathers in the high halves is not read. Then lanes are brought into the order of the elements.
    private static void Eight(float* mask, ulong block, in RngState state, uint threshold, float scale)
    {
        Vector512<ulong> counter = Vector512.Create(block) + Vector512.Create(0ul, 1, 2, 3, 4, 5, 6, 7);
        Vector512<ulong> c0 = counter, c1 = counter >>> 32, c2 = Vector512.Create(state.Stream), c3 = Vector512.Create(state.Stream >> 32);
        Vector512<ulong> m0 = Vector512.Create(Philox.Multiplier0), m1 = Vector512.Create(Philox.Multiplier1);
        uint k0 = (uint)state.Seed, k1 = (uint)(state.Seed >> 32);
        for (int round = 0; round < Philox.Rounds; round++)
        {
            Vector512<ulong> p0 = Avx512F.Multiply(c0.AsUInt32(), m0.AsUInt32()), p1 = Avx512F.Multiply(c2.AsUInt32(), m1.AsUInt32());
            (c0, c1) = ((p1 >>> 32) ^ c1 ^ Vector512.Create((ulong)k0), p1);
            (c2, c3) = ((p0 >>> 32) ^ c3 ^ Vector512.Create((ulong)k1), p0);
            k0 += Philox.Weyl0;
            k1 += Philox.Weyl1;
        }

        // Lane b of front holds words 0 and 1 of block b, of back words 2 and 3.
        Vector512<ulong> low = Vector512.Create(0xFFFFFFFFul), front = (c0 & low) | (c1 << 32), back = (c2 & low) | (c3 << 32);
        Vector512<ulong> first = Avx512F.PermuteVar8x64x2(front, Vector512.Create(0ul, 8, 1, 9, 2, 10, 3, 11), back);
        Vector512<ulong> second = Avx512F.PermuteVar8x64x2(front, Vector512.Create(4ul, 12, 5, 13, 6, 14, 7, 15), back);
        Vector512<uint> least = Vector512.Create(threshold);
        Vector512<float> kept = Vector512.Create(scale);
        (Vector512.GreaterThanOrEqual(first.AsUInt32(), least).AsSingle() & kept).Store(mask);
        (Vector512.GreaterThanOrEqual(second.AsUInt32(), least).AsSingle() & kept).Store(mask + 16);
    }

    // The same with four counters.
    private static void Four(float* mask, ulong block, in RngState state, uint threshold, float scale)
    {
        Vector256<ulong> counter = Vector256.Create(block) + Vector256.Create(0ul, 1, 2, 3);
        Vector256<ulong> c0 = counter, c1 = counter >>> 32, c2 = Vector256.Create(state.Stream), c3 = Vector256.Create(state.Stream >> 32);
        Vector256<ulong> m0 = Vector256.Create(Philox.Multiplier0), m1 = Vector256.Create(Philox.Multiplier1);
        uint k0 = (uint)state.Seed, k1 = (uint)(state.Seed >> 32);
        for (int round = 0; round < Philox.Rounds; round++)
        {
            Vector256<ulong> p0 = Avx2.Multiply(c0.AsUInt32(), m0.AsUInt32()), p1 = Avx2.Multiply(c2.AsUInt32(), m1.AsUInt32());
            (c0, c1) = ((p1 >>> 32) ^ c1 ^ Vector256.Create((ulong)k0), p1);
            (c2, c3) = ((p0 >>> 32) ^ c3 ^ Vector256.Create((ulong)k1), p0);
            k0 += Philox.Weyl0;
            k1 += Philox.Weyl1;
        }

        Vector256<ulong> low = Vector256.Create(0xFFFFFFFFul), front = (c0 & low) | (c1 << 32), back = (c2 & low) | (c3 << 32);
        Vector256<ulong> even = Avx2.UnpackLow(front, back), odd = Avx2.UnpackHigh(front, back);
        Vector256<uint> least = Vector256.Create(threshold);
        Vector256<float> kept = Vector256.Create(scale);
        (Vector256.GreaterThanOrEqual(Avx2.Permute2x128(even, odd, 0x20).AsUInt32(), least).AsSingle() & kept).Store(mask);
        (Vector256.GreaterThanOrEqual(Avx2.Permute2x128(even, odd, 0x31).AsUInt32(), least).AsSingle() & kept).Store(mask + 8);
    }
}
