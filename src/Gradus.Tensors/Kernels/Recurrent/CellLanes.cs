using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>What the cells share on lanes: whole vectors and tails by one call, and derivatives by results.</summary>
internal static unsafe class CellLanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Load<L, V>(float* from, nint count)
        where L : ILanes<V>
        where V : unmanaged => count == L.Count ? L.Load(from) : L.LoadPartial(from, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<L, V>(V value, float* to, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        if (count == L.Count)
        {
            L.Store(value, to);
        }
        else
        {
            L.StorePartial(value, to, count);
        }
    }

    /// <summary>Stores the gradient of a gate, and adds it to the sum over the steps where there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreGate<L, V>(V value, in CellRow<float> row, nint at, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        Store<L, V>(value, row.GradientGates + at, count);
        if (row.GradientBias is not null)
        {
            Store<L, V>(L.Add(Load<L, V>(row.GradientBias + at, count), value), row.GradientBias + at, count);
        }
    }

    /// <summary>As <see cref="StoreGate{L, V}"/>, in double.</summary>
    internal static void StoreGate(double value, in CellRow<double> row, nint at)
    {
        row.GradientGates[at] = value;
        if (row.GradientBias is not null)
        {
            row.GradientBias[at] += value;
        }
    }

    /// <summary>g · y (1 − y), the derivative of a sigmoid whose value is y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V SigmoidGradient<L, V>(V gradient, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(gradient, L.Multiply(y, L.Subtract(L.Create(1f), y)));

    /// <summary>g (1 − y²), the derivative of a hyperbolic tangent whose value is y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V TanhGradient<L, V>(V gradient, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(gradient, L.Subtract(L.Create(1f), L.Multiply(y, y)));

    internal static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
