using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Regularization;

/// <summary>y = x ∘ mask, where the mask is drawn chunk by chunk and kept nowhere.</summary>
internal unsafe struct DropoutCall
{
    private const int Chunk = 1024;

    /// <summary>Chunks that one part works off.</summary>
    private const int Together = 8;

    /// <summary>Elements from which on a second thread pays; a random word takes some ten operations.</summary>
    private const nint Least = 1 << 14;

    internal Isa Isa;
    internal void* X;
    internal void* Y;
    internal nint Length;
    internal bool IsDouble;
    internal double Probability;

    /// <summary>Where the mask begins in the stream, at a multiple of four.</summary>
    internal RngState State;

    internal void Run()
    {
        nint chunks = (Length + Chunk - 1) / Chunk;
        if (Length < Least || GradusThreads.Count == 1)
        {
            Chunks(0, chunks);
            return;
        }

        fixed (DropoutCall* self = &this)
        {
            WorkerPool.Run(&Part, self, (int)((chunks + Together - 1) / Together));
        }
    }

    private static void Part(void* state, int index)
    {
        DropoutCall* call = (DropoutCall*)state;
        nint first = (nint)index * Together;
        call->Chunks(first, Math.Min(first + Together, (call->Length + Chunk - 1) / Chunk));
    }

    private readonly void Chunks(nint first, nint end)
    {
        float* mask = stackalloc float[Chunk];
        float scale = (float)(1 / (1 - Probability));
        for (nint c = first; c < end; c++)
        {
            nint at = c * Chunk, length = Math.Min(Chunk, Length - at);
            DropoutKernel.Mask(Isa, mask, length, State with { Position = State.Position + (ulong)at }, Probability, scale);
            if (!IsDouble)
            {
                BinaryKernel.Run(Isa, default(MultiplyOp), (float*)X + at, 1, mask, 1, (float*)Y + at, length);
                continue;
            }

            for (nint i = 0; i < length; i++)
            {
                ((double*)Y)[at + i] = ((double*)X)[at + i] * (mask[i] == 0 ? 0 : 1 / (1 - Probability));
            }
        }
    }
}
