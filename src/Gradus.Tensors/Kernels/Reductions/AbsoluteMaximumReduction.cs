using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>The largest |x|; NaN where there is one.</summary>
internal readonly struct AbsoluteMaximumReduction : IReduction
{
    public static double Start => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Accumulate<L, V>(V total, V x)
        where L : ILanes<V>
        where V : unmanaged => Combine<L, V>(total, L.Abs(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Combine<L, V>(V a, V b)
        where L : ILanes<V>
        where V : unmanaged
    {
        return L.Select(L.LessOrEqual(b, a), a, L.Select(L.Equal(a, a), b, a));
    }

    public double Accumulate(double total, double x) => Math.Max(total, Math.Abs(x));

    public double Combine(double a, double b) => Math.Max(a, b);

    public double Finish(double total) => total;
}
