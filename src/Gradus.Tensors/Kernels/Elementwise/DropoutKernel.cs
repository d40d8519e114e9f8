using Gradus.Tensors.Random;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Masks for dropout. Element i is a function of seed, stream and position + i alone, so threads and blocks do not matter.</summary>
internal static unsafe class DropoutKernel
{
    /// <summary>1 where the element is kept: where its random word is at least the threshold p · 2³².</summary>
    internal static void Mask(byte* mask, nint length, in RngState state, double probability)
    {
        uint threshold = (uint)Math.Min(uint.MaxValue, Math.Round(probability * 4294967296.0));
        for (nint i = 0; i < length; i += 4)
        {
            ulong block = (state.Position + (ulong)i) >> 2; // the position is a multiple of 4
            (uint w0, uint w1, uint w2, uint w3) = ((uint)block, (uint)(block >> 32), (uint)state.Stream, (uint)(state.Stream >> 32));
            Philox.Block(ref w0, ref w1, ref w2, ref w3, (uint)state.Seed, (uint)(state.Seed >> 32));
            mask[i] = w0 >= threshold ? (byte)1 : (byte)0;
            if (i + 3 < length)
            {
                mask[i + 1] = w1 >= threshold ? (byte)1 : (byte)0;
                mask[i + 2] = w2 >= threshold ? (byte)1 : (byte)0;
                mask[i + 3] = w3 >= threshold ? (byte)1 : (byte)0;
                continue;
            }

            if (i + 1 < length)
            {
                mask[i + 1] = w1 >= threshold ? (byte)1 : (byte)0;
            }

            if (i + 2 < length)
            {
                mask[i + 2] = w2 >= threshold ? (byte)1 : (byte)0;
            }
        }
    }
}
