using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Normalization;
using Gradus.Tensors.Kernels.Reductions;

namespace Gradus.Tensors.Kernels.Losses;

/// <summary>
/// Cross-entropy of scores and class labels in float32, forward or backward; an item is a row. With s = (1 − ε) w_label and ε' = ε / C the loss of a row is
/// s (lse − x_label) + ε' Σ w (lse − x), where lse = ln Σ eˣ.
/// </summary>
internal unsafe struct CrossEntropyRows : IWideKernel
{
    internal float* X;
    internal long* Labels;

    /// <summary>One for each class; null for 1.</summary>
    internal float* Weight;

    /// <summary>Σ of the weights.</summary>
    internal float WeightSum;
    internal nint Classes;
    internal long Ignored;
    internal float Smoothing;

    /// <summary>Written forward: the loss of each row, 0 where the label is ignored.</summary>
    internal float* Loss;

    /// <summary>The largest score of each row; written forward, read backward.</summary>
    internal float* Top;

    /// <summary>ln Σ e^(x − top) of each row; written forward, read backward.</summary>
    internal float* Logarithm;

    /// <summary>Null in the forward direction.</summary>
    internal float* GradientX;

    /// <summary>The gradient of each row's loss.</summary>
    internal float* Factor;

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        if (GradientX is not null)
        {
            for (nint i = first; i < first + count; i++)
            {
                Backward<L, V>(i);
            }

            return;
        }

        nint together = SoftmaxRows.Together(Classes);
        for (nint i = first; i < first + count; i += together)
        {
            nint end = Math.Min(i + together, first + count);
            for (nint r = i; r < end; r++)
            {
                Top[r] = RowReduction.Max<L, V>(X + (r * Classes), Classes);
            }

            for (nint r = i; r < end; r++)
            {
                Logarithm[r] = MathF.Log(SoftmaxRows.Exponentials<L, V>(X + (r * Classes), null, Classes, Top[r]));
            }

            for (nint r = i; r < end; r++)
            {
                Loss[r] = Labels[r] == Ignored ? 0 : OfRow<L, V>(X + (r * Classes), r);
            }
        }
    }

    private readonly float OfRow<L, V>(float* x, nint row)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint label = (nint)Labels[row];
        float own = Weight is null ? 1 : Weight[label], loss = (1 - Smoothing) * own * (Logarithm[row] - (x[label] - Top[row]));
        if (Smoothing == 0)
        {
            return loss;
        }

        // Σ w (x − top), so that it stays small where scores are large.
        double apart = Weight is null ? RowReduction.Sum<L, V>(x, Classes) - ((double)Top[row] * Classes) : RowReduction.DotAround<L, V>(x, Top[row], Weight, Classes);
        return (float)(loss + (Smoothing / Classes * (((double)WeightSum * Logarithm[row]) - apart)));
    }

    private readonly void Backward<L, V>(nint row)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* x = X + (row * Classes), gx = GradientX + (row * Classes);
        if (Labels[row] == Ignored)
        {
            new Span<float>(gx, (int)Classes).Clear();
            return;
        }

        nint label = (nint)Labels[row];
        float factor = Factor[row], own = (1 - Smoothing) * (Weight is null ? 1 : Weight[label]), share = Smoothing / Classes;
        Spread<L, V>(x, gx, Weight, Top[row], Logarithm[row], factor * (own + (share * WeightSum)), -factor * share, Classes);
        gx[label] -= factor * own;
    }

    // gx = e^(x − top − logarithm) · scale + w · share.
    private static void Spread<L, V>(float* x, float* gx, float* weight, float top, float logarithm, float scale, float share, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V first = L.Create(top), second = L.Create(logarithm), factor = L.Create(scale), term = L.Create(share);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            V p = Transcendental.Exp<L, V>(L.Subtract(L.Subtract(L.Load(x + i), first), second));
            L.Store(L.Fma(p, factor, weight is null ? term : L.Multiply(term, L.Load(weight + i))), gx + i);
        }

        if (i < length)
        {
            nint rest = length - i;
            V p = Transcendental.Exp<L, V>(L.Subtract(L.Subtract(L.LoadPartial(x + i, rest), first), second));
            L.StorePartial(L.Fma(p, factor, weight is null ? term : L.Multiply(term, L.LoadPartial(weight + i, rest))), gx + i, rest);
        }
    }
}
