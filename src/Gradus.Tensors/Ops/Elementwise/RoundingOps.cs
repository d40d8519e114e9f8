using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

internal readonly struct FloorOp : IUnaryOp
{
    public double Invoke(double x) => Math.Floor(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Floor(x);
}

internal readonly struct CeilOp : IUnaryOp
{
    public double Invoke(double x) => Math.Ceiling(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Ceiling(x);
}

internal readonly struct RoundOp : IUnaryOp
{
    public double Invoke(double x) => Math.Round(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Round(x);
}

internal readonly struct TruncOp : IUnaryOp
{
    public double Invoke(double x) => Math.Truncate(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Truncate(x);
}

internal readonly struct SignOp : IUnaryOp
{
    public double Invoke(double x) => double.IsNaN(x) ? x : Math.Sign(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Less(L.Create(0f), x), L.Create(1f), L.Select(L.Less(x, L.Create(0f)), L.Create(-1f), x));
}
