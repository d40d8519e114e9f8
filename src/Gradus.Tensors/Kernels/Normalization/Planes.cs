using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Reductions;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>Normalization of images and sequences: an item is a plane, the numbers of one channel of one example, which lie one after the other.</summary>
internal unsafe struct Planes : IWideKernel
{
    internal float* X;

    /// <summary>Null: only <see cref="Mean"/> and <see cref="Squares"/> are taken. Else y = (x − mean) · scale + shift.</summary>
    internal float* Y;

    /// <summary>One for each plane, as the next three; written where Y is null, read otherwise.</summary>
    internal float* Mean;

    /// <summary>Written where Y is null: Σ (x − mean)².</summary>
    internal float* Squares;
    internal float* Scale;
    internal float* Shift;
    internal nint Length;

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        if (Y is not null)
        {
            for (nint p = first; p < first + count; p++)
            {
                Apply<L, V>(X + (p * Length), Y + (p * Length), Mean[p], Scale[p], Shift[p], Length);
            }

            return;
        }

        // The second pass around the plane's own mean, while the plane is in the first cache.
        nint together = NormalizedRows.Together(Length);
        for (nint i = first; i < first + count; i += together)
        {
            nint end = Math.Min(i + together, first + count);
            for (nint p = i; p < end; p++)
            {
                Mean[p] = (float)(RowReduction.Sum<L, V>(X + (p * Length), Length) / Length);
            }

            for (nint p = i; p < end; p++)
            {
                Squares[p] = (float)RowReduction.SquaresAround<L, V>(X + (p * Length), Mean[p], Length);
            }
        }
    }

    private static void Apply<L, V>(float* x, float* y, float mean, float scale, float shift, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V centre = L.Create(mean), factor = L.Create(scale), term = L.Create(shift);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            L.Store(L.Fma(L.Subtract(L.Load(x + i), centre), factor, term), y + i);
        }

        if (i < length)
        {
            L.StorePartial(L.Fma(L.Subtract(L.LoadPartial(x + i, length - i), centre), factor, term), y + i, length - i);
        }
    }
}
