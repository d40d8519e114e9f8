using Gradus.Tensors.Kernels.Products;
using Gradus.Tensors.Threading;
using Arithmetic1 = Gradus.Tensors.Kernels.Recurrent.RecurrentLanes<Gradus.Tensors.Kernels.Lanes.Lanes1, Gradus.Tensors.Kernels.Products.TileLanes1<float>, float>;
using Arithmetic128 = Gradus.Tensors.Kernels.Recurrent.RecurrentLanes<
    Gradus.Tensors.Kernels.Lanes.Lanes128, Gradus.Tensors.Kernels.Products.TileLanes128<float>, System.Runtime.Intrinsics.Vector128<float>>;
using Arithmetic256 = Gradus.Tensors.Kernels.Recurrent.RecurrentLanes<
    Gradus.Tensors.Kernels.Lanes.Lanes256, Gradus.Tensors.Kernels.Products.TileLanes256<float>, System.Runtime.Intrinsics.Vector256<float>>;
using Arithmetic512 = Gradus.Tensors.Kernels.Recurrent.RecurrentLanes<
    Gradus.Tensors.Kernels.Lanes.Lanes512, Gradus.Tensors.Kernels.Products.TileLanes512<float>, System.Runtime.Intrinsics.Vector512<float>>;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>Runs a sequence forward or backward. Rows of the batch do not meet, so each thread takes some through all steps, and no bit depends on how they are dealt.</summary>
internal static unsafe class SequenceKernel
{
    /// <summary>Multiplications from which on a second thread pays.</summary>
    private const double Least = 600_000;

    // As many rows as make good tiles while their gates stay in the second cache.
    private const int MostRows = 32;
    private const int RowGrain = 4;
    private const int NumbersInLine = 64 / sizeof(float);

    /// <summary>
    /// The room of a row of gates: an odd count of cache lines, so that columns and rows of the batch, which are many rows apart, do not crowd in a few sets of the cache as they would at the powers of
    /// two that sizes of hidden states like to be.
    /// </summary>
    internal static int GatesWidth<TCell>(int hidden)
        where TCell : unmanaged, IRecurrentCell => (((TCell.Blocks * hidden) + NumbersInLine - 1) / NumbersInLine * NumbersInLine) | NumbersInLine;

    /// <summary>How many numbers a right operand of k rows and n columns takes when it is packed.</summary>
    internal static nint PackedLength<T>(Isa isa, nint k, nint n)
        where T : unmanaged => typeof(T) == typeof(double) ? RecurrentDouble.PackedLength(Shape<T>(isa), k, n) : Arithmetic512.PackedLength(Shape<T>(isa), k, n);

    /// <summary>Packs a right operand.</summary>
    internal static void Pack<T>(Isa isa, T* to, T* b, nint rowB, nint columnB, nint k, nint n)
        where T : unmanaged
    {
        GemmShape shape = Shape<T>(isa);
        if (typeof(T) == typeof(double))
        {
            RecurrentDouble.Pack(shape, (double*)to, (double*)b, rowB, columnB, k, n);
            return;
        }

        switch (isa)
        {
            case Isa.Avx512:
                Arithmetic512.Pack(shape, (float*)to, (float*)b, rowB, columnB, k, n);
                break;
            case Isa.Avx2:
                Arithmetic256.Pack(shape, (float*)to, (float*)b, rowB, columnB, k, n);
                break;
            case Isa.Vector128:
                Arithmetic128.Pack(shape, (float*)to, (float*)b, rowB, columnB, k, n);
                break;
            default:
                Arithmetic1.Pack(shape, (float*)to, (float*)b, rowB, columnB, k, n);
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
        call.Shape = Shape<T>(isa);
        call.Share = Math.Min(MostRows, (share + RowGrain - 1) / RowGrain * RowGrain);
        int parts = (call.Rows + call.Share - 1) / call.Share;
        delegate*<void*, int, void> part = typeof(T) == typeof(double) ? Part<double, RecurrentDouble, TCell>(backward) : isa switch
        {
            Isa.Avx512 => Part<float, Arithmetic512, TCell>(backward),
            Isa.Avx2 => Part<float, Arithmetic256, TCell>(backward),
            Isa.Vector128 => Part<float, Arithmetic128, TCell>(backward),
            _ => Part<float, Arithmetic1, TCell>(backward),
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

    private static GemmShape Shape<T>(Isa isa)
        where T : unmanaged => GemmShape.Of(isa, sizeof(T));

    private static delegate*<void*, int, void> Part<T, TArithmetic, TCell>(bool backward)
        where T : unmanaged
        where TArithmetic : unmanaged, IRecurrentArithmetic<T>
        where TCell : unmanaged, IRecurrentCell => backward ? &SequenceSteps<T, TArithmetic, TCell>.Backward : &SequenceSteps<T, TArithmetic, TCell>.Forward;
}
