using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Reductions;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>Softmax, or its logarithm, of rows of float32 that lie one after the other; an item is a row.</summary>
/// <remarks>A row that holds NaN or +∞, or nothing but −∞, becomes NaN throughout, as the formula says.</remarks>
internal unsafe struct SoftmaxRows : IWideKernel
{
    internal float* X;
    internal float* Y;
    internal nint Length;
    internal bool Logarithm;

    /// <summary>Whether a row of nothing but −∞ becomes 0 instead of NaN, as attention wants it for a query that may see no key.</summary>
    internal bool EmptyIsZero;

    /// <summary>The rows that go through each pass together: the passes of one row wait for each other, those of several do not.</summary>
    internal const int MostTogether = 16;

    private const nint NumbersTogether = 4096; // of which both sides fit the first cache

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* tops = stackalloc float[MostTogether], sums = stackalloc float[MostTogether];
        nint together = Together(Length);
        for (nint i = first; i < first + count; i += together)
        {
            nint rows = Math.Min(together, first + count - i);
            float* x = X + (i * Length), y = Y + (i * Length);
            for (nint r = 0; r < rows; r++)
            {
                float top = RowReduction.Max<L, V>(x + (r * Length), Length);
                tops[r] = EmptyIsZero && top == float.NegativeInfinity ? 0 : top;
            }

            for (nint r = 0; r < rows; r++)
            {
                sums[r] = Exponentials<L, V>(x + (r * Length), Logarithm ? null : y + (r * Length), Length, tops[r]);
            }

            for (nint r = 0; r < rows; r++)
            {
                if (Logarithm)
                {
                    Shift<L, V>(x + (r * Length), y + (r * Length), Length, tops[r], MathF.Log(sums[r]));
                }
                else
                {
                    Scale<L, V>(y + (r * Length), Length, sums[r] == 0 ? 0 : 1 / sums[r]);
                }
            }
        }
    }

    internal static nint Together(nint length) => Math.Clamp(NumbersTogether / Math.Max(1, length), 1, MostTogether);

    private static void Scale<L, V>(float* y, nint length, float factor)
        where L : ILanes<V>
        where V : unmanaged
    {
        V share = L.Create(factor);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            L.Store(L.Multiply(L.Load(y + i), share), y + i);
        }

        if (i < length)
        {
            L.StorePartial(L.Multiply(L.LoadPartial(y + i, length - i), share), y + i, length - i);
        }
    }

    /// <summary>y = e^(x − top), where y is not null; gives the sum.</summary>
    internal static float Exponentials<L, V>(float* x, float* y, nint length, float top)
        where L : ILanes<V>
        where V : unmanaged
    {
        V shift = L.Create(top), sum = L.Create(0f);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            V e = Transcendental.Exp<L, V>(L.Subtract(L.Load(x + i), shift));
            if (y is not null)
            {
                L.Store(e, y + i);
            }

            sum = L.Add(sum, e);
        }

        if (i < length)
        {
            V e = Transcendental.Exp<L, V>(L.Subtract(L.LoadPartial(x + i, length - i), shift));
            if (y is not null)
            {
                L.StorePartial(e, y + i, length - i);
            }

            sum = L.Add(sum, L.Select(RowReduction.Mask<L, V>(length - i), e, L.Create(0f)));
        }

        return WideLanes.Sum(sum);
    }

    // x − top comes first: it is exact for numbers near the largest, however large they are.
    private static void Shift<L, V>(float* x, float* y, nint length, float top, float logarithm)
        where L : ILanes<V>
        where V : unmanaged
    {
        V first = L.Create(top), second = L.Create(logarithm);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            L.Store(L.Subtract(L.Subtract(L.Load(x + i), first), second), y + i);
        }

        if (i < length)
        {
            L.StorePartial(L.Subtract(L.Subtract(L.LoadPartial(x + i, length - i), first), second), y + i, length - i);
        }
    }
}
