using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>Runs a sequence forward or backward. Rows of the batch do not meet, so each thread takes some through all steps, and no bit depends on how they are dealt.</summary>
internal static unsafe class SequenceKernel
{
    /// <summary>Numbers in the longest vector: the room of a row is a multiple of it.</summary>
    internal const int Grain = 16;

    /// <summary>Multiplications from which on a second thread pays.</summary>
    private const double Least = 600_000;

    // As many rows as make good tiles while their gates stay in the second cache.
    private const int MostRows = 64;
    private const int TileRows = 4;

    internal static nint RoundUp(nint length) => (length + Grain - 1) / Grain * Grain;

    /// <summary>The room of a row of gates: each product writes whole vectors.</summary>
    internal static nint GatesWidth<TCell>(nint hidden)
        where TCell : unmanaged, IRecurrentCell => RoundUp((TCell.HiddenBlock * hidden) + RoundUp(TCell.Gates * hidden));

    /// <summary>How many numbers a right operand of k rows and n columns takes when it is packed.</summary>
    internal static nint PackedLength(nint k, nint n) => k * RoundUp(n);

    /// <summary>Packs a right operand.</summary>
    internal static void Pack<T>(Isa isa, T* to, T* b, nint rowB, nint columnB, nint k, nint n)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            RecurrentDouble.Pack((double*)to, (double*)b, rowB, columnB, k, n);
            return;
        }

        switch (isa)
        {
            case Isa.Avx512:
                RecurrentLanes<Lanes512, Vector512<float>>.Pack((float*)to, (float*)b, rowB, columnB, k, n);
                break;
            case Isa.Avx2:
                RecurrentLanes<Lanes256, Vector256<float>>.Pack((float*)to, (float*)b, rowB, columnB, k, n);
                break;
            case Isa.Vector128:
                RecurrentLanes<Lanes128, Vector128<float>>.Pack((float*)to, (float*)b, rowB, columnB, k, n);
                break;
            default:
                RecurrentLanes<Lanes1, float>.Pack((float*)to, (float*)b, rowB, columnB, k, n);
                break;
        }
    }

    /// <summary>All steps of all rows, forward or backward.</summary>
    internal static void Run<T, TCell>(Isa isa, SequenceCall<T> call, bool backward)
        where T : unmanaged
        where TCell : unmanaged, IRecurrentCell
    {
        if (call.Steps == 0 || call.Rows == 0)
        {
            return;
        }

        double work = (double)call.Steps * call.Rows * (call.Hidden + call.Features) * TCell.Gates * call.Hidden;
        int threads = work < Least ? 1 : GradusThreads.Count;
        int share = (call.Rows + threads - 1) / threads;
        call.Share = Math.Min(MostRows, (share + TileRows - 1) / TileRows * TileRows);
        int parts = (call.Rows + call.Share - 1) / call.Share;
        delegate*<void*, int, void> part = typeof(T) == typeof(double) ? Part<double, RecurrentDouble, TCell>(backward) : isa switch
        {
            Isa.Avx512 => Part<float, RecurrentLanes<Lanes512, Vector512<float>>, TCell>(backward),
            Isa.Avx2 => Part<float, RecurrentLanes<Lanes256, Vector256<float>>, TCell>(backward),
            Isa.Vector128 => Part<float, RecurrentLanes<Lanes128, Vector128<float>>, TCell>(backward),
            _ => Part<float, RecurrentLanes<Lanes1, float>, TCell>(backward),
        };
        if (threads > 1)
        {
            WorkerPool.Run(part, &call, parts);
            return;
        }

        for (int i = 0; i < parts; i++)
        {
            part(&call, i);
        }
    }

    private static delegate*<void*, int, void> Part<T, TArithmetic, TCell>(bool backward)
        where T : unmanaged
        where TArithmetic : unmanaged, IRecurrentArithmetic<T>
        where TCell : unmanaged, IRecurrentCell => backward ? &SequenceSteps<T, TArithmetic, TCell>.Backward : &SequenceSteps<T, TArithmetic, TCell>.Forward;
}
