using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>√ Σ x².</summary>
internal readonly struct EuclideanReduction : IReduction
{
    public static double Start => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Accumulate<L, V>(V total, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Fma(x, x, total);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Combine<L, V>(V a, V b)
        where L : ILanes<V>
        where V : unmanaged => L.Add(a, b);

    public double Accumulate(double total, double x) => total + (x * x);

    public double Combine(double a, double b) => a + b;

    public double Finish(double total) => Math.Sqrt(total);
}
