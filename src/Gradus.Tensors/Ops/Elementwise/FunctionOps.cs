using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

internal readonly struct ExpOp : IUnaryOp
{
    public double Invoke(double x) => Math.Exp(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Exp<L, V>(x);
}

internal readonly struct LogOp : IUnaryOp
{
    public double Invoke(double x) => Math.Log(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Log<L, V>(x);
}

internal readonly struct SqrtOp : IUnaryOp
{
    public double Invoke(double x) => Math.Sqrt(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Sqrt(x);
}

internal readonly struct SquareOp : IUnaryOp
{
    public double Invoke(double x) => x * x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(x, x);
}

internal readonly struct AbsOp : IUnaryOp
{
    public double Invoke(double x) => Math.Abs(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Abs(x);
}

internal readonly struct SignOp : IUnaryOp
{
    public double Invoke(double x) => double.IsNaN(x) ? x : Math.Sign(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Less(L.Create(0f), x), L.Create(1f), L.Select(L.Less(x, L.Create(0f)), L.Create(-1f), x));
}

internal readonly struct SigmoidOp : IUnaryOp
{
    public double Invoke(double x) => 1 / (1 + Math.Exp(-x));

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Sigmoid<L, V>(x);
}

internal readonly struct TanhOp : IUnaryOp
{
    public double Invoke(double x) => Math.Tanh(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Tanh<L, V>(x);
}

internal readonly struct ReluOp : IUnaryOp
{
    public double Invoke(double x) => x < 0 ? 0 : x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Less(x, L.Create(0f)), L.Create(0f), x);
}

internal readonly struct SoftplusOp : IUnaryOp
{
    public double Invoke(double x) => Math.Max(x, 0) + SpecialFunctions.LogOnePlus(Math.Exp(-Math.Abs(x)));

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Softplus<L, V>(x);
}

internal readonly struct GeluOp : IUnaryOp
{
    public static bool HasLanes => false;

    public double Invoke(double x) => 0.5 * x * (1 + SpecialFunctions.Erf(x / SpecialFunctions.Root2));

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => throw new NotSupportedException();
}

internal readonly struct ErfOp : IUnaryOp
{
    public static bool HasLanes => false;

    public double Invoke(double x) => SpecialFunctions.Erf(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => throw new NotSupportedException();
}

internal readonly struct SinOp : IUnaryOp
{
    public static bool HasLanes => false;

    public double Invoke(double x) => Math.Sin(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => throw new NotSupportedException();
}

internal readonly struct CosOp : IUnaryOp
{
    public static bool HasLanes => false;

    public double Invoke(double x) => Math.Cos(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => throw new NotSupportedException();
}

internal readonly struct LeakyReluOp(double slope) : IUnaryOp
{
    public double Invoke(double x) => x < 0 ? slope * x : x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Less(x, L.Create(0f)), L.Multiply(x, L.Create((float)slope)), x);
}

internal readonly struct ClampOp(double least, double most) : IUnaryOp
{
    public double Invoke(double x) => x < least ? least : x > most ? most : x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Max(L.Create((float)least), L.Min(L.Create((float)most), x));
}

internal readonly struct PowScalarOp(double exponent) : IUnaryOp
{
    public static bool HasLanes => false;

    public double Invoke(double x) => Math.Pow(x, exponent);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => throw new NotSupportedException();
}

/// <summary>The gradient of LeakyRelu from the incoming gradient and a tensor of the input's sign.</summary>
internal readonly struct LeakyReluGradientOp(double slope) : IBinaryOp
{
    public double Invoke(double x, double y) => y > 0 ? x : x * slope;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Less(L.Create(0f), y), x, L.Multiply(x, L.Create((float)slope)));
}
