using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>Splits a large matrix product by rows or columns of the result, never by K, so that the count of threads does not change a bit.</summary>
internal static unsafe class GemmParallel
{
    /// <summary>Multiplications from which on a second thread pays.</summary>
    private const long Least = 600_000;

    /// <summary>Strips are multiples of every tile's rows and of every tile's columns.</summary>
    private const nint Grain = 48;

    internal static void Run(Isa isa, in GemmCall call)
    {
        int threads = GradusThreads.Count;
        if (threads == 1 || (long)call.M * call.N * call.K < Least)
        {
            GemmFloat.Run(isa, call);
            return;
        }

        bool rows = call.M >= call.N;
        nint length = rows ? call.M : call.N;
        nint grains = (length + Grain - 1) / Grain;
        nint share = (grains + threads - 1) / threads * Grain;
        Split split = new() { Isa = isa, Call = call, Rows = rows, Share = share };
        WorkerPool.Run(&Part, &split, (int)((length + share - 1) / share));
    }

    private static void Part(void* state, int index)
    {
        Split* split = (Split*)state;
        GemmCall call = split->Call;
        nint first = index * split->Share;
        if (split->Rows)
        {
            call.A += first * call.RowA;
            call.C += first * call.RowC;
            call.M = Math.Min(split->Share, call.M - first);
        }
        else
        {
            call.B += first * call.ColumnB;
            call.C += first;
            call.Bias = call.Bias is null ? null : call.Bias + first;
            call.N = Math.Min(split->Share, call.N - first);
        }

        GemmFloat.Run(split->Isa, call);
    }

    private struct Split
    {
        internal Isa Isa;
        internal GemmCall Call;
        internal bool Rows;
        internal nint Share;
    }
}
