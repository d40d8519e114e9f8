using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

internal readonly struct LeakyReluOp(double slope) : IUnaryFunction
{
    private readonly float _slope = (float)slope;

    public static string Name => "LeakyRelu";

    public double Invoke(double x) => x < 0 ? slope * x : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Less(x, L.Create(0f)), L.Multiply(x, L.Create(_slope)), x);

    public double Gradient(double g, double x) => x > 0 ? g : g * slope;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Less(L.Create(0f), x), g, L.Multiply(g, L.Create(_slope)));

    public Tensor Gradient(Tensor g, Tensor x) => Tensor.Where(x.Greater(0), g, g * slope);
}

/// <summary>The sign of the result is the sign of the input, so the result alone is saved.</summary>
internal readonly struct ReluOp : IUnaryFunction
{
    public static string Name => "Relu";

    public static bool SavesResult => true;

    public double Invoke(double x) => x < 0 ? 0 : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Less(x, L.Create(0f)), L.Create(0f), x);

    public double Gradient(double g, double y) => y > 0 ? g : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V y)
        where L : ILanes<V>
        where V : unmanaged => L.And(g, L.Less(L.Create(0f), y));

    public Tensor Gradient(Tensor g, Tensor y) => Tensor.Where(y.Greater(0), g, Tensor.Scalar(0, g.DType));
}

/// <summary>scale · x above 0, scale · alpha · (e^(rate · x) − 1) below: ELU, SELU and CELU.</summary>
internal readonly struct EluOp(double alpha, double scale, double rate) : IUnaryFunction
{
    private readonly float _rate = (float)rate;
    private readonly float _depth = (float)(scale * alpha);
    private readonly float _scale = (float)scale;
    private readonly float _belowSlope = (float)(scale * alpha * rate);

    public static string Name => "Elu";

    public double Invoke(double x) => x > 0 ? scale * x : scale * alpha * SpecialFunctions.ExpM1(x * rate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V below = L.Multiply(Transcendental.ExpM1<L, V>(L.Multiply(x, L.Create(_rate))), L.Create(_depth));
        return L.Select(L.Less(L.Create(0f), x), L.Multiply(x, L.Create(_scale)), below);
    }

    public double Gradient(double g, double x) => x > 0 ? g * scale : g * (scale * alpha * rate * Math.Exp(x * rate));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V below = L.Multiply(Transcendental.Exp<L, V>(L.Multiply(x, L.Create(_rate))), L.Create(_belowSlope));
        return L.Multiply(g, L.Select(L.Less(L.Create(0f), x), L.Create(_scale), below));
    }

    public Tensor Gradient(Tensor g, Tensor x) => g * Tensor.Where(x.Greater(0), Tensor.Scalar(scale, x.DType), (x * rate).Exp() * (scale * alpha * rate));
}

internal readonly struct ClampOp(double least, double most) : IUnaryFunction
{
    private readonly float _least = (float)least;
    private readonly float _most = (float)most;

    public static string Name => "Clamp";

    public double Invoke(double x) => x < least ? least : x > most ? most : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Max(L.Create(_least), L.Min(L.Create(_most), x));

    public double Gradient(double g, double x) => x >= least && x <= most ? g : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.And(g, L.And(L.LessOrEqual(L.Create(_least), x), L.LessOrEqual(x, L.Create(_most))));

    public Tensor Gradient(Tensor g, Tensor x) => Tensor.Where(x.GreaterEqual(least).LogicalAnd(x.LessEqual(most)), g, Tensor.Scalar(0, g.DType));
}

internal readonly struct HardtanhOp(double least, double most) : IUnaryFunction
{
    private readonly float _least = (float)least;
    private readonly float _most = (float)most;

    public static string Name => "Hardtanh";

    public double Invoke(double x) => x < least ? least : x > most ? most : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Max(L.Create(_least), L.Min(L.Create(_most), x));

    public double Gradient(double g, double x) => x > least && x < most ? g : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.And(g, L.And(L.Less(L.Create(_least), x), L.Less(x, L.Create(_most))));

    public Tensor Gradient(Tensor g, Tensor x) => Tensor.Where(x.Greater(least).LogicalAnd(x.Less(most)), g, Tensor.Scalar(0, g.DType));
}

internal readonly struct HardsigmoidOp : IUnaryFunction
{
    public static string Name => "Hardsigmoid";

    public double Invoke(double x) => Math.Min(Math.Max(x + 3, 0), 6) / 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(L.Max(L.Create(0f), L.Min(L.Create(6f), L.Add(x, L.Create(3f)))), L.Create(6f));

    public double Gradient(double g, double x) => x > -3 && x < 3 ? g / 6 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.And(L.Divide(g, L.Create(6f)), L.Less(L.Abs(x), L.Create(3f)));

    public Tensor Gradient(Tensor g, Tensor x) => Tensor.Where(x.Abs().Less(3), g / 6, Tensor.Scalar(0, g.DType));
}

internal readonly struct HardswishOp : IUnaryFunction
{
    public static string Name => "Hardswish";

    public double Invoke(double x) => x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        // Outside −3 to 3 there is nothing to multiply, which might overflow.
        V inner = L.Divide(L.Multiply(x, L.Add(x, L.Create(3f))), L.Create(6f));
        return L.Select(L.LessOrEqual(x, L.Create(-3f)), L.Create(0f), L.Select(L.LessOrEqual(L.Create(3f), x), x, inner));
    }

    public double Gradient(double g, double x) => x < -3 ? 0 : x <= 3 ? g * ((x / 3) + 0.5) : g;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V inner = L.Multiply(g, L.Add(L.Divide(x, L.Create(3f)), L.Create(0.5f)));
        return L.Select(L.Less(x, L.Create(-3f)), L.Create(0f), L.Select(L.LessOrEqual(x, L.Create(3f)), inner, g));
    }

    public Tensor Gradient(Tensor g, Tensor x) => Tensor.Where(x.Less(-3), Tensor.Scalar(0, g.DType), Tensor.Where(x.LessEqual(3), g * ((x / 3) + 0.5), g));
}

internal readonly struct HardshrinkOp(double lambda) : IUnaryFunction
{
    private readonly float _lambda = (float)lambda;

    public static string Name => "Hardshrink";

    public double Invoke(double x) => Math.Abs(x) <= lambda ? 0 : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.LessOrEqual(L.Abs(x), L.Create(_lambda)), L.Create(0f), x);

    public double Gradient(double g, double x) => Math.Abs(x) <= lambda ? 0 : g;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.LessOrEqual(L.Abs(x), L.Create(_lambda)), L.Create(0f), g);

    public Tensor Gradient(Tensor g, Tensor x) => Tensor.Where(x.Abs().LessEqual(lambda), Tensor.Scalar(0, g.DType), g);
}

internal readonly struct SoftshrinkOp(double lambda) : IUnaryFunction
{
    private readonly float _lambda = (float)lambda;

    public static string Name => "Softshrink";

    public double Invoke(double x) => x > lambda ? x - lambda : x < -lambda ? x + lambda : double.IsNaN(x) ? x : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V bound = L.Create(_lambda), size = L.Abs(x);
        return L.Select(L.LessOrEqual(size, bound), L.Create(0f), Transcendental.CopySign<L, V>(L.Subtract(size, bound), x));
    }

    public double Gradient(double g, double x) => Math.Abs(x) <= lambda ? 0 : g;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.LessOrEqual(L.Abs(x), L.Create(_lambda)), L.Create(0f), g);

    public Tensor Gradient(Tensor g, Tensor x) => Tensor.Where(x.Abs().LessEqual(lambda), Tensor.Scalar(0, g.DType), g);
}

internal readonly struct ThresholdOp(double threshold, double value) : IUnaryFunction
{
    private readonly float _threshold = (float)threshold;
    private readonly float _value = (float)value;

    public static string Name => "Threshold";

    public double Invoke(double x) => x <= threshold ? value : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.LessOrEqual(x, L.Create(_threshold)), L.Create(_value), x);

    public double Gradient(double g, double x) => x <= threshold ? 0 : g;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.LessOrEqual(x, L.Create(_threshold)), L.Create(0f), g);

    public Tensor Gradient(Tensor g, Tensor x) => Tensor.Where(x.LessEqual(threshold), Tensor.Scalar(0, g.DType), g);
}

internal readonly struct NanToNumOp(double nan, double positive, double negative) : IUnaryFunction
{
    private readonly float _positive = (float)positive;
    private readonly float _negative = (float)negative;
    private readonly float _nan = (float)nan;

    public static string Name => "NanToNum";

    public double Invoke(double x) => double.IsNaN(x) ? nan : double.IsPositiveInfinity(x) ? positive : double.IsNegativeInfinity(x) ? negative : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V y = L.Select(L.Equal(x, L.Create(float.PositiveInfinity)), L.Create(_positive), x);
        y = L.Select(L.Equal(x, L.Create(float.NegativeInfinity)), L.Create(_negative), y);
        return L.Select(L.Equal(x, x), y, L.Create(_nan));
    }

    public double Gradient(double g, double x) => double.IsFinite(x) ? g : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.And(g, L.Less(L.Abs(x), L.Create(float.PositiveInfinity)));

    public Tensor Gradient(Tensor g, Tensor x) => Tensor.Where(x.IsFinite(), g, Tensor.Scalar(0, g.DType));
}

internal readonly struct FracOp : IUnaryFunction
{
    public static string Name => "Frac";

    public double Invoke(double x) => x - Math.Truncate(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Subtract(x, L.Truncate(x));

    public double Gradient(double g, double x) => g;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => g;

    public Tensor Gradient(Tensor g, Tensor x) => g;
}

/// <summary>The gradient of LeakyRelu from the incoming gradient and a tensor of the input's sign.</summary>
internal readonly struct LeakyReluGradientOp(double slope) : IBinaryOp
{
    private readonly float _slope = (float)slope;

    public double Invoke(double x, double y) => y > 0 ? x : x * slope;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Less(L.Create(0f), y), x, L.Multiply(x, L.Create(_slope)));
}
