using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>Σ x.</summary>
internal readonly struct SumReduction : IReduction
{
    public static double Start => 0;

    public static bool InSteps => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Accumulate<L, V>(V total, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Add(total, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Combine<L, V>(V a, V b)
        where L : ILanes<V>
        where V : unmanaged => L.Add(a, b);

    public double Accumulate(double total, double x) => total + x;

    public double Combine(double a, double b) => a + b;

    public double Finish(double total) => total;
}
