using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Applies a function to pairs of numbers of two rows; a step of 0 repeats one number. The result may be the same memory as an argument, but not overlap it otherwise.</summary>
internal static unsafe class BinaryKernel
{
    internal static void Run<TOp>(Isa isa, TOp op, float* a, int stepA, float* b, int stepB, float* y, nint length)
        where TOp : unmanaged, IBinaryOp
    {
        if (!TOp.HasLanes)
        {
            for (nint i = 0; i < length; i++)
            {
                y[i] = (float)op.Invoke(a[i * stepA], b[i * stepB]);
            }

            return;
        }

        switch (isa)
        {
            case Isa.Avx512:
                Loop<Lanes512, Vector512<float>, TOp>(op, a, stepA, b, stepB, y, length);
                break;
            case Isa.Avx2:
                Loop<Lanes256, Vector256<float>, TOp>(op, a, stepA, b, stepB, y, length);
                break;
            case Isa.Vector128:
                Loop<Lanes128, Vector128<float>, TOp>(op, a, stepA, b, stepB, y, length);
                break;
            default:
                Loop<Lanes1, float, TOp>(op, a, stepA, b, stepB, y, length);
                break;
        }
    }

    /// <summary>Two rows without steps, on several threads where they are long.</summary>
    internal static void RunParallel<TOp>(Isa isa, TOp op, float* a, float* b, float* y, nint length)
        where TOp : unmanaged, IBinaryOp
    {
        if (length < ParallelRows.Least || GradusThreads.Count == 1)
        {
            Run(isa, op, a, 1, b, 1, y, length);
            return;
        }

        ParallelRows rows = new() { Isa = isa, A = a, B = b, Y = y, Length = length, Op = &op };
        WorkerPool.Run(&Part<TOp>, &rows, rows.Parts);
    }

    internal static void Run<TOp>(TOp op, double* a, int stepA, double* b, int stepB, double* y, nint length)
        where TOp : unmanaged, IBinaryOp
    {
        for (nint i = 0; i < length; i++)
        {
            y[i] = op.Invoke(a[i * stepA], b[i * stepB]);
        }
    }

    private static void Part<TOp>(void* state, int index)
        where TOp : unmanaged, IBinaryOp
    {
        ParallelRows* rows = (ParallelRows*)state;
        nint first = rows->First(index);
        Run(rows->Isa, *(TOp*)rows->Op, rows->A + first, 1, rows->B + first, 1, rows->Y + first, rows->Count(index));
    }

    private static void Loop<L, V, TOp>(TOp op, float* a, int stepA, float* b, int stepB, float* y, nint length)
        where L : ILanes<V>
        where V : unmanaged
        where TOp : unmanaged, IBinaryOp
    {
        if (length == 0)
        {
            return;
        }

        // The repeated number is read before anything is written: the result may lie over it.
        V fixedA = L.Create(*a), fixedB = L.Create(*b);
        nint i = 0;
        if (stepA != 0 && stepB != 0)
        {
            for (; i <= length - L.Count; i += L.Count)
            {
                L.Store(op.Invoke<L, V>(L.Load(a + i), L.Load(b + i)), y + i);
            }
        }
        else if (stepA != 0)
        {
            for (; i <= length - L.Count; i += L.Count)
            {
                L.Store(op.Invoke<L, V>(L.Load(a + i), fixedB), y + i);
            }
        }
        else
        {
            for (; i <= length - L.Count; i += L.Count)
            {
                L.Store(op.Invoke<L, V>(fixedA, stepB != 0 ? L.Load(b + i) : fixedB), y + i);
            }
        }

        nint rest = length - i;
        if (rest > 0)
        {
            V left = stepA != 0 ? L.LoadPartial(a + i, rest) : fixedA;
            V right = stepB != 0 ? L.LoadPartial(b + i, rest) : fixedB;
            L.StorePartial(op.Invoke<L, V>(left, right), y + i, rest);
        }
    }
}
