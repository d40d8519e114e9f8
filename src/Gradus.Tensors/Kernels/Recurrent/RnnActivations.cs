using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>tanh x.</summary>
internal readonly struct RnnTanh : IRnnActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Forward<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Tanh<L, V>(x);

    public static double Forward(double x) => Math.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Backward<L, V>(V gradient, V y)
        where L : ILanes<V>
        where V : unmanaged => CellLanes.TanhGradient<L, V>(gradient, y);

    public static double Backward(double gradient, double y) => gradient * (1 - (y * y));
}

/// <summary>max(0, x), NaN where x is.</summary>
internal readonly struct RnnRelu : IRnnActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Forward<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Max(L.Create(0f), x);

    public static double Forward(double x) => x < 0 ? 0 : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Backward<L, V>(V gradient, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.LessOrEqual(y, L.Create(0f)), L.Create(0f), gradient);

    public static double Backward(double gradient, double y) => y <= 0 ? 0 : gradient;
}
