using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>Normalization of images and sequences: an item is a plane, the numbers of one channel of one example, which lie one after the other.</summary>
internal unsafe struct Planes : IWideKernel
{
    internal float* X;

    /// <summary>Null: only <see cref="Mean"/> and <see cref="Squares"/> are taken. Else y = (x − mean) · scale + shift + residual, and max(0, ·) of it where wanted; it may be X.</summary>
    internal float* Y;

    /// <summary>Planes like those of Y that are added, or null.</summary>
    internal float* Residual;
    internal bool Relu;

    /// <summary>One for each plane, as the next three; written where Y is null, read otherwise.</summary>
    internal float* Mean;

    /// <summary>Written where Y is null: Σ (x − mean)².</summary>
    internal float* Squares;
    internal float* Scale;
    internal float* Shift;
    internal nint Length;

    /// <summary>From plane to plane of X, Y and residual.</summary>
    internal nint Step;

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        if (Y is not null)
        {
            for (nint p = first; p < first + count; p++)
            {
                Apply<L, V>(p);
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
                Mean[p] = (float)(RowReduction.Sum<L, V>(X + (p * Step), Length) / Length);
            }

            for (nint p = i; p < end; p++)
            {
                Squares[p] = (float)RowReduction.SquaresAround<L, V>(X + (p * Step), Mean[p], Length);
            }
        }
    }

    private readonly void Apply<L, V>(nint plane)
        where L : ILanes<V>
        where V : unmanaged
    {
        V centre = L.Create(Mean[plane]), factor = L.Create(Scale[plane]), term = L.Create(Shift[plane]);
        float* x = X + (plane * Step), y = Y + (plane * Step), residual = Residual is null ? null : Residual + (plane * Step);
        bool relu = Relu;
        nint i = 0, length = Length;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            V value = L.Fma(L.Subtract(L.Load(x + i), centre), factor, term);
            L.Store(Finish<L, V>(residual is null ? value : L.Add(value, L.Load(residual + i)), relu), y + i);
        }

        if (i < length)
        {
            V value = L.Fma(L.Subtract(L.LoadPartial(x + i, length - i), centre), factor, term);
            L.StorePartial(Finish<L, V>(residual is null ? value : L.Add(value, L.LoadPartial(residual + i, length - i)), relu), y + i, length - i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Finish<L, V>(V value, bool relu)
        where L : ILanes<V>
        where V : unmanaged => relu ? default(ReluOp).Invoke<L, V>(value) : value;
}
