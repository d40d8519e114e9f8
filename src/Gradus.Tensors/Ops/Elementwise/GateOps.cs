using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

internal readonly struct SigmoidOp : IUnaryFunction
{
    public static string Name => "Sigmoid";

    public static bool SavesResult => true;

    public double Invoke(double x) => 1 / (1 + Math.Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Sigmoid<L, V>(x);

    public double Gradient(double g, double y) => g * (y * (1 - y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, L.Multiply(y, L.Subtract(L.Create(1f), y)));

    public Tensor Gradient(Tensor g, Tensor y) => g * (y * (1 - y));
}

internal readonly struct LogSigmoidOp : IUnaryFunction
{
    public static string Name => "LogSigmoid";

    public double Invoke(double x) => Math.Min(x, 0) - SpecialFunctions.LogOnePlus(Math.Exp(-Math.Abs(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Negate<L, V>(Transcendental.Softplus<L, V>(Transcendental.Negate<L, V>(x)));

    public double Gradient(double g, double x) => g / (1 + Math.Exp(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, Transcendental.Sigmoid<L, V>(Transcendental.Negate<L, V>(x)));

    public Tensor Gradient(Tensor g, Tensor x) => g * (-x).Sigmoid();
}

internal readonly struct SiluOp : IUnaryFunction
{
    public static string Name => "Silu";

    public double Invoke(double x) => SpecialFunctions.Silu(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Silu<L, V>(x);

    public double Gradient(double g, double x)
    {
        double s = 1 / (1 + Math.Exp(-x));
        return g * (s + (x * s * (1 - s)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s = Transcendental.Sigmoid<L, V>(x);
        return L.Multiply(g, L.Fma(L.Multiply(x, s), L.Subtract(L.Create(1f), s), s));
    }

    public Tensor Gradient(Tensor g, Tensor x)
    {
        Tensor s = x.Sigmoid();
        return g * (s + (x * s * (1 - s)));
    }
}

internal readonly struct MishOp : IUnaryFunction
{
    public static string Name => "Mish";

    public double Invoke(double x) => double.IsNegativeInfinity(x) ? -0.0 : x * Math.Tanh(SpecialFunctions.Softplus(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Mish<L, V>(x);

    public double Gradient(double g, double x)
    {
        double t = Math.Tanh(SpecialFunctions.Softplus(x));
        return g * (t + (x * (1 - (t * t)) / (1 + Math.Exp(-x))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V t = Transcendental.Tanh<L, V>(Transcendental.Softplus<L, V>(x));
        V slope = L.Multiply(L.Fma(Transcendental.Negate<L, V>(t), t, L.Create(1f)), Transcendental.Sigmoid<L, V>(x));
        return L.Multiply(g, L.Fma(x, slope, t));
    }

    public Tensor Gradient(Tensor g, Tensor x)
    {
        Tensor t = x.Softplus().Tanh();
        return g * (t + (x * (1 - t.Square()) * x.Sigmoid()));
    }
}

internal readonly struct GeluOp : IUnaryFunction
{
    public static string Name => "Gelu";

    public double Invoke(double x) => SpecialFunctions.Gelu(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Gelu<L, V>(x);

    public double Gradient(double g, double x) => g * (SpecialFunctions.NormalDistribution(x) + (x * Math.Exp(-0.5 * x * x) * Constants.NormalDensity));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, Transcendental.GeluSlope<L, V>(x));

    public Tensor Gradient(Tensor g, Tensor x)
    {
        Tensor distribution = (x * -Constants.RootHalf).Erfc() * 0.5;
        Tensor density = (x.Square() * -0.5).Exp() * Constants.NormalDensity;
        return g * (distribution + (x * density));
    }
}

internal readonly struct GeluTanhOp : IUnaryFunction
{
    public static string Name => "Gelu";

    public double Invoke(double x) => SpecialFunctions.GeluTanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.GeluTanh<L, V>(x);

    public double Gradient(double g, double x)
    {
        double s = 1 / (1 + Math.Exp(-2 * Constants.RootTwoOverPi * x * (1 + (Constants.GeluCube * x * x))));
        return g * (s + (x * s * (1 - s) * 2 * Constants.RootTwoOverPi * (1 + (3 * Constants.GeluCube * x * x))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, Transcendental.GeluTanhSlope<L, V>(x));

    public Tensor Gradient(Tensor g, Tensor x)
    {
        Tensor square = x.Square();
        Tensor s = (x * (1 + (square * Constants.GeluCube)) * (2 * Constants.RootTwoOverPi)).Sigmoid();
        return g * (s + (x * s * (1 - s) * ((1 + (square * (3 * Constants.GeluCube))) * (2 * Constants.RootTwoOverPi))));
    }
}

internal readonly struct SoftplusOp(double beta, double threshold) : IUnaryFunction
{
    private readonly float _beta = (float)beta;
    private readonly float _threshold = (float)threshold;

    public static string Name => "Softplus";

    public double Invoke(double x) => x * beta > threshold ? x : SpecialFunctions.Softplus(x * beta) / beta;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V scaled = L.Multiply(x, L.Create(_beta));
        return L.Select(L.Less(L.Create(_threshold), scaled), x, L.Divide(Transcendental.Softplus<L, V>(scaled), L.Create(_beta)));
    }

    public double Gradient(double g, double x) => x * beta > threshold ? g : g / (1 + Math.Exp(-x * beta));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V scaled = L.Multiply(x, L.Create(_beta));
        return L.Select(L.Less(L.Create(_threshold), scaled), g, L.Multiply(g, Transcendental.Sigmoid<L, V>(scaled)));
    }

    public Tensor Gradient(Tensor g, Tensor x) => Tensor.Where(x.Greater(threshold / beta), g, g * (x * beta).Sigmoid());
}

internal readonly struct SoftsignOp : IUnaryFunction
{
    public static string Name => "Softsign";

    public double Invoke(double x) => x / (1 + Math.Abs(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(x, L.Add(L.Create(1f), L.Abs(x)));

    public double Gradient(double g, double x) => g / ((1 + Math.Abs(x)) * (1 + Math.Abs(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V size = L.Add(L.Create(1f), L.Abs(x));
        return L.Divide(g, L.Multiply(size, size));
    }

    public Tensor Gradient(Tensor g, Tensor x) => g / (x.Abs() + 1).Square();
}

internal readonly struct TanhshrinkOp : IUnaryFunction
{
    public static string Name => "Tanhshrink";

    public double Invoke(double x) => x - Math.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Subtract(x, Transcendental.Tanh<L, V>(x));

    public double Gradient(double g, double x) => g * (Math.Tanh(x) * Math.Tanh(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V t = Transcendental.Tanh<L, V>(x);
        return L.Multiply(g, L.Multiply(t, t));
    }

    public Tensor Gradient(Tensor g, Tensor x) => g * x.Tanh().Square();
}
