using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gradus.Tensors.Random;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Masks for dropout. Element i is a function of seed, stream and position + i alone, so threads, blocks and instruction sets do not matter.</summary>
internal static unsafe class DropoutKernel
{
    private const ulong Multiplier0 = 0xD2511F53;
    private const ulong Multiplier1 = 0xCD9E8D57;

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

    // Eight counters at a time, each word in the low half of a 64-bit lane, where a product of two 32-bit words fits; then lanes are brought into the order of the elements.
    private static void Eight(float* mask, ulong block, in RngState state, uint threshold, float scale)
    {
        Vector512<ulong> low = Vector512.Create(0xFFFFFFFFul);
        Vector512<ulong> counter = Vector512.Create(block) + Vector512.Create(0ul, 1, 2, 3, 4, 5, 6, 7);
        Vector512<ulong> c0 = counter & low, c1 = counter >>> 32, c2 = Vector512.Create(state.Stream & 0xFFFFFFFF), c3 = Vector512.Create(state.Stream >> 32);
        Vector512<ulong> m0 = Vector512.Create(Multiplier0), m1 = Vector512.Create(Multiplier1);
        uint k0 = (uint)state.Seed, k1 = (uint)(state.Seed >> 32);
        for (int round = 0; round < 10; round++)
        {
            Vector512<ulong> p0 = Avx512F.Multiply(c0.AsUInt32(), m0.AsUInt32()), p1 = Avx512F.Multiply(c2.AsUInt32(), m1.AsUInt32());
            c0 = (p1 >>> 32) ^ c1 ^ Vector512.Create((ulong)k0);
            c1 = p1 & low;
            c2 = (p0 >>> 32) ^ c3 ^ Vector512.Create((ulong)k1);
            c3 = p0 & low;
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        // Lane b of front holds words 0 and 1 of block b, of back words 2 and 3.
        Vector512<ulong> front = c0 | (c1 << 32), back = c2 | (c3 << 32);
        Vector512<ulong> first = Avx512F.PermuteVar8x64x2(front, Vector512.Create(0ul, 8, 1, 9, 2, 10, 3, 11), back);
        Vector512<ulong> second = Avx512F.PermuteVar8x64x2(front, Vector512.Create(4ul, 12, 5, 13, 6, 14, 7, 15), back);
        Vector512<uint> least = Vector512.Create(threshold);
        Vector512<float> kept = Vector512.Create(scale);
        (Vector512.GreaterThanOrEqual(first.AsUInt32(), least).AsSingle() & kept).Store(mask);
        (Vector512.GreaterThanOrEqual(second.AsUInt32(), least).AsSingle() & kept).Store(mask + 16);
    }
}
