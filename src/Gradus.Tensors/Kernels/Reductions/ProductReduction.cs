using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>Π x.</summary>
internal readonly struct ProductReduction : IReduction
{
    public static double Start => 1;

    public static bool InSteps => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Accumulate<L, V>(V total, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(total, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Combine<L, V>(V a, V b)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(a, b);

    public double Accumulate(double total, double x) => total * x;

    public double Combine(double a, double b) => a * b;

    public double Finish(double total) => total;
}
