using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Reductions;

namespace Gradus.Tensors.Kernels.Losses;

/// <summary>The sum of a loss over two arrays, or its gradient; an item is a chunk of 4096 numbers.</summary>
internal unsafe struct PairLossKernel<TLoss> : IWideKernel
    where TLoss : unmanaged, IPairLoss
{
    internal const int Chunk = 4096;

    internal TLoss Loss;
    internal float* X;
    internal float* Target;
    internal nint Length;

    /// <summary>Written forward: the sum of each chunk.</summary>
    internal float* Sums;

    /// <summary>Null in the forward direction.</summary>
    internal float* GradientX;
    internal float Factor;

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint c = first; c < first + count; c++)
        {
            nint at = c * Chunk, length = Math.Min(Chunk, Length - at);
            if (GradientX is null)
            {
                Sums[c] = Sum<L, V>(Loss, X + at, Target + at, length);
            }
            else
            {
                Spread<L, V>(Loss, X + at, Target + at, GradientX + at, Factor, length);
            }
        }
    }

    private static float Sum<L, V>(TLoss loss, float* x, float* y, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V sum = L.Create(0f);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            sum = L.Add(sum, loss.Loss<L, V>(L.Load(x + i), L.Load(y + i)));
        }

        if (i < length)
        {
            V last = loss.Loss<L, V>(L.LoadPartial(x + i, length - i), L.LoadPartial(y + i, length - i));
            sum = L.Add(sum, L.Select(RowReduction.Mask<L, V>(length - i), last, L.Create(0f)));
        }

        return WideLanes.Sum(sum);
    }

    private static void Spread<L, V>(TLoss loss, float* x, float* y, float* gx, float factor, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V scale = L.Create(factor);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            L.Store(L.Multiply(scale, loss.Slope<L, V>(L.Load(x + i), L.Load(y + i))), gx + i);
        }

        if (i < length)
        {
            V slope = loss.Slope<L, V>(L.LoadPartial(x + i, length - i), L.LoadPartial(y + i, length - i));
            L.StorePartial(L.Multiply(scale, slope), gx + i, length - i);
        }
    }
}
