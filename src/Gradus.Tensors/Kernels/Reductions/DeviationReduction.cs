using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>Σ (x − mean)² / divisor.</summary>
internal readonly struct DeviationReduction(double mean, double divisor) : IReduction
{
    public static double Start => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Accumulate<L, V>(V total, V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V deviation = L.Subtract(x, L.Create((float)mean));
        return L.Fma(deviation, deviation, total);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Combine<L, V>(V a, V b)
        where L : ILanes<V>
        where V : unmanaged => L.Add(a, b);

    public double Accumulate(double total, double x) => total + ((x - mean) * (x - mean));

    public double Combine(double a, double b) => a + b;

    public double Finish(double total) => total / divisor;
}
