using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>The gradient of normalized <see cref="Planes"/>, in two runs: the sums of each plane, and, when they were put together, the gradient of x.</summary>
internal unsafe struct PlanesGradient : IWideKernel
{
    internal float* X;

    /// <summary>The gradient of the result.</summary>
    internal float* GradientY;

    /// <summary>The result where max(0, ·) was applied to it, else null; with it the gradient before that function is written to <see cref="Masked"/> first.</summary>
    internal float* Y;

    /// <summary>gy where y &gt; 0, else 0.</summary>
    internal float* Masked;

    /// <summary>Null: only <see cref="Sum"/> and <see cref="Product"/> are taken. Else gx = factor · gy − level − (x − mean) · slope; it may be where gy is.</summary>
    internal float* GradientX;

    /// <summary>One for each plane, as the following ones.</summary>
    internal float* Mean;

    /// <summary>Written where GradientX is null: Σ gy.</summary>
    internal float* Sum;

    /// <summary>Written where GradientX is null: Σ (x − mean) gy.</summary>
    internal float* Product;
    internal float* Factor;
    internal float* Level;
    internal float* Slope;
    internal nint Length;

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint p = first; p < first + count; p++)
        {
            float* x = X + (p * Length), gy = GradientY + (p * Length);
            if (GradientX is null)
            {
                if (Y is not null)
                {
                    // The plane is in the first cache when its sums are taken.
                    Mask<L, V>(gy, Y + (p * Length), Masked + (p * Length), Length);
                    gy = Masked + (p * Length);
                }

                Sum[p] = (float)RowReduction.Sum<L, V>(gy, Length);
                Product[p] = (float)RowReduction.DotAround<L, V>(x, Mean[p], gy, Length);
            }
            else
            {
                Apply<L, V>(x, gy, GradientX + (p * Length), Mean[p], Factor[p], Level[p], Slope[p], Length);
            }
        }
    }

    private static void Mask<L, V>(float* gy, float* y, float* to, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            L.Store(default(ReluOp).Gradient<L, V>(L.Load(gy + i), L.Load(y + i)), to + i);
        }

        if (i < length)
        {
            L.StorePartial(default(ReluOp).Gradient<L, V>(L.LoadPartial(gy + i, length - i), L.LoadPartial(y + i, length - i)), to + i, length - i);
        }
    }

    private static void Apply<L, V>(float* x, float* gy, float* gx, float mean, float factor, float level, float slope, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V centre = L.Create(mean), scale = L.Create(factor), down = L.Create(-level), tilt = L.Create(-slope);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            V rest = L.Fma(L.Subtract(L.Load(x + i), centre), tilt, down);
            L.Store(L.Fma(scale, L.Load(gy + i), rest), gx + i);
        }

        if (i < length)
        {
            V rest = L.Fma(L.Subtract(L.LoadPartial(x + i, length - i), centre), tilt, down);
            L.StorePartial(L.Fma(scale, L.LoadPartial(gy + i, length - i), rest), gx + i, length - i);
        }
    }
}
