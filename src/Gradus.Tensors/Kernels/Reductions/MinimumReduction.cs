using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>The smallest number; NaN where there is one.</summary>
internal readonly struct MinimumReduction : IReduction
{
    public static double Start => double.PositiveInfinity;

    public static bool InSteps => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Accumulate<L, V>(V total, V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        // NaN in x is taken, NaN in the total stays: neither compares.
        return L.Select(L.LessOrEqual(total, x), total, L.Select(L.Equal(total, total), x, total));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Combine<L, V>(V a, V b)
        where L : ILanes<V>
        where V : unmanaged => Accumulate<L, V>(a, b);

    public double Accumulate(double total, double x) => Math.Min(total, x);

    public double Combine(double a, double b) => Math.Min(a, b);

    public double Finish(double total) => total;
}
