using System.Numerics;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>Matrix products on the engine's threads: a large one is cut into rectangles of its result, many small ones are dealt out whole. The count of threads does not change a bit.</summary>
internal static unsafe class GemmParallel
{
    /// <summary>Multiplications from which on a second thread pays.</summary>
    internal const long Least = 300_000;

    /// <summary>Parts for each thread where many products are dealt out, so that a thread that is late does less.</summary>
    private const int PartsPerThread = 4;

    internal static void Run<T>(Isa isa, in GemmCall<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int threads = GradusThreads.Count;
        if (threads == 1 || (long)call.M * call.N * call.K < Least)
        {
            GemmSerial.Run(isa, call);
            return;
        }

        Split<T> split = new() { Isa = isa, Call = call, Grid = GemmGrid.Of(GemmShape.Of(isa, sizeof(T)), call, threads) };
        WorkerPool.Run(&Rectangle<T>, &split, split.Grid.Parts);
    }

    /// <summary>All products of a batch.</summary>
    internal static void Run<T>(Isa isa, in GemmBatch<T> batch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint count = batch.Count;
        long work = (long)batch.First.M * batch.First.N * batch.First.K;
        int threads = GradusThreads.Count;
        if (threads > 1 && count < threads && work >= Least)
        {
            for (nint i = 0; i < count; i++)
            {
                Run(isa, batch.At(i));
            }

            return;
        }

        int parts = threads == 1 || work * count < Least ? 1 : (int)Math.Min(count, threads * PartsPerThread);
        Deal<T> deal = new() { Isa = isa, Batch = batch, Count = count, Parts = parts };
        WorkerPool.Run(&Items<T>, &deal, parts);
    }

    private static void Rectangle<T>(void* state, int index)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Split<T>* split = (Split<T>*)state;
        GemmSerial.Run(split->Isa, split->Grid.Part(split->Call, index));
    }

    private static void Items<T>(void* state, int index)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Deal<T>* deal = (Deal<T>*)state;
        nint end = deal->Count * (index + 1) / deal->Parts;
        for (nint i = deal->Count * index / deal->Parts; i < end; i++)
        {
            GemmSerial.Run(deal->Isa, deal->Batch.At(i));
        }
    }

    private struct Split<T>
        where T : unmanaged
    {
        internal Isa Isa;
        internal GemmCall<T> Call;
        internal GemmGrid Grid;
    }

    private struct Deal<T>
        where T : unmanaged
    {
        internal Isa Isa;
        internal GemmBatch<T> Batch;
        internal nint Count;
        internal int Parts;
    }
}
