using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>The smallest |x|; NaN where there is one.</summary>
internal readonly struct AbsoluteMinimumReduction : IReduction
{
    public static double Start => double.PositiveInfinity;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Accumulate<L, V>(V total, V x)
        where L : ILanes<V>
        where V : unmanaged => Combine<L, V>(total, L.Abs(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Combine<L, V>(V a, V b)
        where L : ILanes<V>
        where V : unmanaged
    {
        return L.Select(L.LessOrEqual(a, b), a, L.Select(L.Equal(a, a), b, a));
    }

    public double Accumulate(double total, double x) => Math.Min(total, Math.Abs(x));

    public double Combine(double a, double b) => Math.Min(a, b);

    public double Finish(double total) => total;
}
