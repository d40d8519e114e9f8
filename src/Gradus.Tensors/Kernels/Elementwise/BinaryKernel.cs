using System.Numerics;
using System.Runtime.CompilerServices;
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

    internal static void Run<TOp>(TOp op, double* a, int stepA, double* b, int stepB, double* y, nint length)
        where TOp : unmanaged, IBinaryOp
    {
        nint i = 0;
        if (TOp.HasWide && length >= Vector<double>.Count)
        {
            // The repeated number is read before anything is written: the result may lie over it.
            Vector<double> fixedA = new(*a), fixedB = new(*b);
            for (; i <= length - Vector<double>.Count; i += Vector<double>.Count)
            {
                Vector.Store(op.InvokeWide(stepA != 0 ? Vector.Load(a + i) : fixedA, stepB != 0 ? Vector.Load(b + i) : fixedB), y + i);
            }

            for (; i < length; i++)
            {
                y[i] = op.Invoke(stepA != 0 ? a[i] : fixedA[0], stepB != 0 ? b[i] : fixedB[0]);
            }

            return;
        }

        double onlyA = length > 0 ? *a : 0, onlyB = length > 0 ? *b : 0;
        for (; i < length; i++)
        {
            y[i] = op.Invoke(stepA != 0 ? a[i] : onlyA, stepB != 0 ? b[i] : onlyB);
        }
    }

    /// <summary>As the other, on several threads where the rows are long.</summary>
    internal static void RunParallel<TOp>(Isa isa, TOp op, float* a, int stepA, float* b, int stepB, float* y, nint length)
        where TOp : unmanaged, IBinaryOp
    {
        if (length < ParallelRows.Least || GradusThreads.Count == 1 || IsRepeatedOver(a, stepA, y) || IsRepeatedOver(b, stepB, y))
        {
            Run(isa, op, a, stepA, b, stepB, y, length);
            return;
        }

        ParallelRows rows = new() { Isa = isa, A = a, StepA = stepA, B = b, StepB = stepB, Y = y, Length = length, Op = &op };
        WorkerPool.Run(&Part<TOp>, &rows, rows.Parts);
    }

    internal static void RunParallel<TOp>(TOp op, double* a, int stepA, double* b, int stepB, double* y, nint length)
        where TOp : unmanaged, IBinaryOp
    {
        if (length < ParallelRows.Least || GradusThreads.Count == 1 || IsRepeatedOver(a, stepA, y) || IsRepeatedOver(b, stepB, y))
        {
            Run(op, a, stepA, b, stepB, y, length);
            return;
        }

        ParallelRows rows = new() { A = a, StepA = stepA, B = b, StepB = stepB, Y = y, Length = length, Op = &op };
        WorkerPool.Run(&WidePart<TOp>, &rows, rows.Parts);
    }

    // A repeated number under the result would be read by one part after another has written it.
    private static bool IsRepeatedOver(void* x, int step, void* y) => step == 0 && x == y;

    private static void Part<TOp>(void* state, int index)
        where TOp : unmanaged, IBinaryOp
    {
        ParallelRows* rows = (ParallelRows*)state;
        nint first = rows->First(index);
        float* a = (float*)rows->A + (first * rows->StepA), b = (float*)rows->B + (first * rows->StepB);
        Run(rows->Isa, *(TOp*)rows->Op, a, rows->StepA, b, rows->StepB, (float*)rows->Y + first, rows->Count(index));
    }

    private static void WidePart<TOp>(void* state, int index)
        where TOp : unmanaged, IBinaryOp
    {
        ParallelRows* rows = (ParallelRows*)state;
        nint first = rows->First(index);
        double* a = (double*)rows->A + (first * rows->StepA), b = (double*)rows->B + (first * rows->StepB);
        Run(*(TOp*)rows->Op, a, rows->StepA, b, rows->StepB, (double*)rows->Y + first, rows->Count(index));
    }

    // Not inlined, as in UnaryKernel.
    [MethodImpl(MethodImplOptions.NoInlining)]
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
