using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Reductions;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>The gradient of softmax, y ∘ (gy − Σ gy ∘ y), or of its logarithm, gy − e^y Σ gy, row by row.</summary>
internal unsafe struct SoftmaxRowsGradient : IWideKernel
{
    internal float* Y;
    internal float* GradientY;
    internal float* GradientX;
    internal nint Length;
    internal bool Logarithm;

    /// <summary>By which the gradient of softmax is multiplied besides; 1 where softmax stands alone.</summary>
    internal float Factor;

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* levels = stackalloc float[SoftmaxRows.MostTogether];
        nint together = SoftmaxRows.Together(Length);
        for (nint i = first; i < first + count; i += together)
        {
            nint rows = Math.Min(together, first + count - i);
            float* y = Y + (i * Length), gy = GradientY + (i * Length), gx = GradientX + (i * Length);
            for (nint r = 0; r < rows; r++)
            {
                levels[r] = (float)(Logarithm ? RowReduction.Sum<L, V>(gy + (r * Length), Length) : RowReduction.Dot<L, V>(gy + (r * Length), y + (r * Length), Length));
            }

            for (nint r = 0; r < rows; r++)
            {
                if (Logarithm)
                {
                    OfLogarithm<L, V>(y + (r * Length), gy + (r * Length), gx + (r * Length), Length, levels[r]);
                }
                else
                {
                    Row<L, V>(y + (r * Length), gy + (r * Length), gx + (r * Length), Length, levels[r], Factor);
                }
            }
        }
    }

    // gx may be gy.
    private static void Row<L, V>(float* y, float* gy, float* gx, nint length, float sum, float factor)
        where L : ILanes<V>
        where V : unmanaged
    {
        V level = L.Create(sum), scale = L.Create(factor);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            L.Store(L.Multiply(L.Multiply(L.Load(y + i), scale), L.Subtract(L.Load(gy + i), level)), gx + i);
        }

        if (i < length)
        {
            nint rest = length - i;
            L.StorePartial(L.Multiply(L.Multiply(L.LoadPartial(y + i, rest), scale), L.Subtract(L.LoadPartial(gy + i, rest), level)), gx + i, rest);
        }
    }

    private static void OfLogarithm<L, V>(float* y, float* gy, float* gx, nint length, float sum)
        where L : ILanes<V>
        where V : unmanaged
    {
        V level = L.Create(-sum);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            L.Store(L.Fma(Transcendental.Exp<L, V>(L.Load(y + i)), level, L.Load(gy + i)), gx + i);
        }

        if (i < length)
        {
            nint rest = length - i;
            L.StorePartial(L.Fma(Transcendental.Exp<L, V>(L.LoadPartial(y + i, rest)), level, L.LoadPartial(gy + i, rest)), gx + i, rest);
        }
    }
}
