using System.Numerics;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

internal readonly struct AddOp : IBinaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x, double y) => x + y;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Add(x, y);

    public Vector<double> InvokeWide(Vector<double> x, Vector<double> y) => x + y;
}

internal readonly struct SubtractOp : IBinaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x, double y) => x - y;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Subtract(x, y);

    public Vector<double> InvokeWide(Vector<double> x, Vector<double> y) => x - y;
}

internal readonly struct MultiplyOp : IBinaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x, double y) => x * y;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(x, y);

    public Vector<double> InvokeWide(Vector<double> x, Vector<double> y) => x * y;
}

internal readonly struct DivideOp : IBinaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x, double y) => x / y;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(x, y);

    public Vector<double> InvokeWide(Vector<double> x, Vector<double> y) => x / y;
}

internal readonly struct AddScalarOp(double scalar) : IUnaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x) => x + scalar;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Add(x, L.Create((float)scalar));

    public Vector<double> InvokeWide(Vector<double> x) => x + new Vector<double>(scalar);
}

internal readonly struct MultiplyScalarOp(double scalar) : IUnaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x) => x * scalar;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(x, L.Create((float)scalar));

    public Vector<double> InvokeWide(Vector<double> x) => x * new Vector<double>(scalar);
}

internal readonly struct DivideScalarOp(double scalar) : IUnaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x) => x / scalar;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(x, L.Create((float)scalar));

    public Vector<double> InvokeWide(Vector<double> x) => x / new Vector<double>(scalar);
}

internal readonly struct ScalarMinusOp(double scalar) : IUnaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x) => scalar - x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Subtract(L.Create((float)scalar), x);

    public Vector<double> InvokeWide(Vector<double> x) => new Vector<double>(scalar) - x;
}

internal readonly struct ScalarOverOp(double scalar) : IUnaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x) => scalar / x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(L.Create((float)scalar), x);

    public Vector<double> InvokeWide(Vector<double> x) => new Vector<double>(scalar) / x;
}

internal readonly struct NegateOp : IUnaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x) => -x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Negate<L, V>(x);

    public Vector<double> InvokeWide(Vector<double> x) => -x;
}

/// <summary>x + scalar · y, rounded twice, as two operators would.</summary>
internal readonly struct AddScaledOp(double scalar) : IBinaryOp
{
    public static bool HasWide => true;

    public double Invoke(double x, double y) => x + (y * scalar);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Add(x, L.Multiply(y, L.Create((float)scalar)));

    public Vector<double> InvokeWide(Vector<double> x, Vector<double> y) => x + (y * new Vector<double>(scalar));
}
