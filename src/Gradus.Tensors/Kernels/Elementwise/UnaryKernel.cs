using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Applies a function to each number of a row. The rows may be the same memory, but not overlap otherwise.</summary>
internal static unsafe class UnaryKernel
{
    internal static void Run<TOp>(Isa isa, TOp op, float* x, float* y, nint length)
        where TOp : struct, IUnaryOp
    {
        if (!TOp.HasLanes)
        {
            for (nint i = 0; i < length; i++)
            {
                y[i] = (float)op.Invoke(x[i]);
            }

            return;
        }

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
        where TOp : struct, IUnaryOp
    {
        for (nint i = 0; i < length; i++)
        {
            y[i] = op.Invoke(x[i]);
        }
    }

    private static void Loop<L, V, TOp>(TOp op, float* x, float* y, nint length)
        where L : ILanes<V>
        where V : unmanaged
        where TOp : struct, IUnaryOp
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
