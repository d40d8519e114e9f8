using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Random;

/// <summary>The counter-based generator Philox4x32-10: four random words are a pure function of a key and a counter.</summary>
/// <remarks>Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC 2011). Being a function of the counter, any element can be had without the ones before it.</remarks>
internal static class Philox
{
    internal const int Rounds = 10;
    internal const ulong Multiplier0 = 0xD2511F53;
    internal const ulong Multiplier1 = 0xCD9E8D57;
    internal const uint Weyl0 = 0x9E3779B9; // the golden ratio
    internal const uint Weyl1 = 0xBB67AE85; // √3 − 1

    /// <summary>Ten rounds over the counter (c0, c1, c2, c3) with the key (k0, k1); the counter becomes the output.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Block(ref uint c0, ref uint c1, ref uint c2, ref uint c3, uint k0, uint k1)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong p0 = Multiplier0 * c0;
            ulong p1 = Multiplier1 * c2;
            c0 = (uint)(p1 >> 32) ^ c1 ^ k0;
            c1 = (uint)p1;
            c2 = (uint)(p0 >> 32) ^ c3 ^ k1;
            c3 = (uint)p0;
            k0 += Weyl0;
            k1 += Weyl1;
        }
    }
}
