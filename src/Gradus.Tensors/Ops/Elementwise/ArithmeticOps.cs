using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

internal readonly struct AddOp : IBinaryOp
{
    public double Invoke(double x, double y) => x + y;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Add(x, y);
}

internal readonly struct SubtractOp : IBinaryOp
{
    public double Invoke(double x, double y) => x - y;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Subtract(x, y);
}

internal readonly struct MultiplyOp : IBinaryOp
{
    public double Invoke(double x, double y) => x * y;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(x, y);
}

internal readonly struct DivideOp : IBinaryOp
{
    public double Invoke(double x, double y) => x / y;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(x, y);
}

internal readonly struct MaximumOp : IBinaryOp
{
    public double Invoke(double x, double y) => Math.Max(x, y);

    // NaN wins, as in PyTorch: the second argument is taken where either is NaN.
    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Equal(x, x), L.Max(x, y), x);
}

internal readonly struct MinimumOp : IBinaryOp
{
    public double Invoke(double x, double y) => Math.Min(x, y);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Equal(x, x), L.Min(x, y), x);
}

internal readonly struct PowOp : IBinaryOp
{
    public static bool HasLanes => false;

    public double Invoke(double x, double y) => Math.Pow(x, y);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => throw new NotSupportedException();
}

internal readonly struct AddScalarOp(double scalar) : IUnaryOp
{
    public double Invoke(double x) => x + scalar;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Add(x, L.Create((float)scalar));
}

internal readonly struct MultiplyScalarOp(double scalar) : IUnaryOp
{
    public double Invoke(double x) => x * scalar;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(x, L.Create((float)scalar));
}

internal readonly struct DivideScalarOp(double scalar) : IUnaryOp
{
    public double Invoke(double x) => x / scalar;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(x, L.Create((float)scalar));
}

internal readonly struct ReciprocalOp : IUnaryOp
{
    public double Invoke(double x) => 1 / x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(L.Create(1f), x);
}

internal readonly struct NegateOp : IUnaryOp
{
    public double Invoke(double x) => -x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(x, L.Create(-1f));
}
