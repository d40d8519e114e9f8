using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Applies a function to each number of a row. The rows may be the same memory, but not overlap otherwise.</summary>
internal static unsafe class UnaryKernel
{
    internal static void Run<TOp>(Isa isa, TOp op, float* x, float* y, nint length)
        where TOp : unmanaged, IUnaryOp
    {
        switch (isa)
        {
            case Isa.Avx512:
                Loop<Lanes512, Vector512<float>, TOp>(op, x, y, length);
                break;
            case Isa.Avx2:
                Loop<Lanes256, Vector256<float>, TOp>(op, x, y, length);
                break;
            case Isa.Vector128:
                Loop<Lanes128, Vector128<float>, TOp>(op, x, y, length);
                break;
            default:
                Loop<Lanes1, float, TOp>(op, x, y, length);
                break;
        }
    }

    internal static void Run<TOp>(TOp op, double* x, double* y, nint length)
        where TOp : unmanaged, IUnaryOp
    {
        nint i = 0;
        if (TOp.HasWide)
        {
            for (; i <= length - Vector<double>.Count; i += Vector<double>.Count)
            {
                Vector.Store(op.InvokeWide(Vector.Load(x + i)), y + i);
            }
        }

        for (; i < length; i++)
        {
            y[i] = op.Invoke(x[i]);
        }
    }

    /// <summary>As <see cref="Run{TOp}(Isa, TOp, float*, float*, nint)"/>, on several threads where the row is long.</summary>
    internal static void RunParallel<TOp>(Isa isa, TOp op, float* x, float* y, nint length)
        where TOp : unmanaged, IUnaryOp
    {
        if (length < ParallelRows.Least || GradusThreads.Count == 1)
        {
            Run(isa, op, x, y, length);
            return;
        }

        ParallelRows rows = new() { Isa = isa, A = x, Y = y, Length = length, Op = &op };
        WorkerPool.Run(&Part<TOp>, &rows, rows.Parts);
    }

    internal static void RunParallel<TOp>(TOp op, double* x, double* y, nint length)
        where TOp : unmanaged, IUnaryOp
    {
        if (length < ParallelRows.Least || GradusThreads.Count == 1)
        {
            Run(op, x, y, length);
            return;
        }

        ParallelRows rows = new() { A = x, Y = y, Length = length, Op = &op };
        WorkerPool.Run(&WidePart<TOp>, &rows, rows.Parts);
    }

    private static void Part<TOp>(void* state, int index)
        where TOp : unmanaged, IUnaryOp
    {
        ParallelRows* rows = (ParallelRows*)state;
        nint first = rows->First(index);
        Run(rows->Isa, *(TOp*)rows->Op, (float*)rows->A + first, (float*)rows->Y + first, rows->Count(index));
    }

    private static void WidePart<TOp>(void* state, int index)
        where TOp : unmanaged, IUnaryOp
    {
        ParallelRows* rows = (ParallelRows*)state;
        nint first = rows->First(index);
        Run(*(TOp*)rows->Op, (double*)rows->A + first, (double*)rows->Y + first, rows->Count(index));
    }

    // Not inlined: at the head of a method of its own the loop lies where the processor's cache of decoded instructions takes it; elsewhere it may run at half or a fifth of the speed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Loop<L, V, TOp>(TOp op, float* x, float* y, nint length)
        where L : ILanes<V>
        where V : unmanaged
        where TOp : unmanaged, IUnaryOp
    {
        nint i = 0;
        for (; i <= length - L.Count; i += L.Count)
        {
            L.Store(op.Invoke<L, V>(L.Load(x + i)), y + i);
        }

        if (i < length)
        {
            L.StorePartial(op.Invoke<L, V>(L.LoadPartial(x + i, length - i)), y + i, length - i);
        }
    }
}
