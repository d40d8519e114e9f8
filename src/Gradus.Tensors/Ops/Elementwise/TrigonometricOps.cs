using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

internal readonly struct SinOp : IUnaryFunction
{
    public static string Name => "Sin";

    public double Invoke(double x) => Math.Sin(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Sin<L, V>(x);

    public double Gradient(double g, double x) => g * Math.Cos(x);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, Transcendental.Cos<L, V>(x));

    public Tensor Gradient(Tensor g, Tensor x) => g * x.Cos();
}

internal readonly struct CosOp : IUnaryFunction
{
    public static string Name => "Cos";

    public double Invoke(double x) => Math.Cos(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Cos<L, V>(x);

    public double Gradient(double g, double x) => g * -Math.Sin(x);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, Transcendental.Negate<L, V>(Transcendental.Sin<L, V>(x)));

    public Tensor Gradient(Tensor g, Tensor x) => g * -x.Sin();
}

internal readonly struct TanOp : IUnaryFunction
{
    public static string Name => "Tan";

    public static bool SavesResult => true;

    public double Invoke(double x) => Math.Tan(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Tan<L, V>(x);

    public double Gradient(double g, double y) => g * ((y * y) + 1);

    public V Gradient<L, V>(V g, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, L.Fma(y, y, L.Create(1f)));

    public Tensor Gradient(Tensor g, Tensor y) => g * (y.Square() + 1);
}

internal readonly struct AsinOp : IUnaryFunction
{
    public static string Name => "Asin";

    public double Invoke(double x) => Math.Asin(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Asin<L, V>(x);

    public double Gradient(double g, double x) => g / Math.Sqrt((1 - x) * (1 + x));

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(g, L.Sqrt(L.Multiply(L.Subtract(L.Create(1f), x), L.Add(L.Create(1f), x))));

    public Tensor Gradient(Tensor g, Tensor x) => g * (1 - x.Square()).Rsqrt();
}

internal readonly struct AcosOp : IUnaryFunction
{
    public static string Name => "Acos";

    public double Invoke(double x) => Math.Acos(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Acos<L, V>(x);

    public double Gradient(double g, double x) => -g / Math.Sqrt((1 - x) * (1 + x));

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(Transcendental.Negate<L, V>(g), L.Sqrt(L.Multiply(L.Subtract(L.Create(1f), x), L.Add(L.Create(1f), x))));

    public Tensor Gradient(Tensor g, Tensor x) => -g * (1 - x.Square()).Rsqrt();
}

internal readonly struct AtanOp : IUnaryFunction
{
    public static string Name => "Atan";

    public double Invoke(double x) => Math.Atan(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Atan<L, V>(x);

    public double Gradient(double g, double x) => g / ((x * x) + 1);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(g, L.Fma(x, x, L.Create(1f)));

    public Tensor Gradient(Tensor g, Tensor x) => g / (x.Square() + 1);
}

internal readonly struct SinhOp : IUnaryFunction
{
    public static string Name => "Sinh";

    public double Invoke(double x) => Math.Sinh(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Sinh<L, V>(x);

    public double Gradient(double g, double x) => g * Math.Cosh(x);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, Transcendental.Cosh<L, V>(x));

    public Tensor Gradient(Tensor g, Tensor x) => g * x.Cosh();
}

internal readonly struct CoshOp : IUnaryFunction
{
    public static string Name => "Cosh";

    public double Invoke(double x) => Math.Cosh(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Cosh<L, V>(x);

    public double Gradient(double g, double x) => g * Math.Sinh(x);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, Transcendental.Sinh<L, V>(x));

    public Tensor Gradient(Tensor g, Tensor x) => g * x.Sinh();
}

internal readonly struct TanhOp : IUnaryFunction
{
    public static string Name => "Tanh";

    public static bool SavesResult => true;

    public double Invoke(double x) => Math.Tanh(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Tanh<L, V>(x);

    public double Gradient(double g, double y) => g * (1 - (y * y));

    public V Gradient<L, V>(V g, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, L.Fma(Transcendental.Negate<L, V>(y), y, L.Create(1f)));

    public Tensor Gradient(Tensor g, Tensor y) => g * (1 - y.Square());
}

internal readonly struct AsinhOp : IUnaryFunction
{
    public static string Name => "Asinh";

    public double Invoke(double x) => Math.Asinh(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Asinh<L, V>(x);

    public double Gradient(double g, double x) => g / Math.Sqrt((x * x) + 1);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(g, L.Sqrt(L.Fma(x, x, L.Create(1f))));

    public Tensor Gradient(Tensor g, Tensor x) => g * (x.Square() + 1).Rsqrt();
}

internal readonly struct AcoshOp : IUnaryFunction
{
    public static string Name => "Acosh";

    public double Invoke(double x) => Math.Acosh(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Acosh<L, V>(x);

    public double Gradient(double g, double x) => g / Math.Sqrt((x - 1) * (x + 1));

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(g, L.Sqrt(L.Multiply(L.Subtract(x, L.Create(1f)), L.Add(x, L.Create(1f)))));

    public Tensor Gradient(Tensor g, Tensor x) => g * (x.Square() - 1).Rsqrt();
}

internal readonly struct AtanhOp : IUnaryFunction
{
    public static string Name => "Atanh";

    public double Invoke(double x) => Math.Atanh(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Atanh<L, V>(x);

    public double Gradient(double g, double x) => g / ((1 - x) * (1 + x));

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(g, L.Multiply(L.Subtract(L.Create(1f), x), L.Add(L.Create(1f), x)));

    public Tensor Gradient(Tensor g, Tensor x) => g / (1 - x.Square());
}

internal readonly struct ErfOp : IUnaryFunction
{
    public static string Name => "Erf";

    public double Invoke(double x) => SpecialFunctions.Erf(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Erf<L, V>(x);

    public double Gradient(double g, double x) => g * (Constants.TwoOverRootPi * Math.Exp(-x * x));

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, L.Multiply(L.Create((float)Constants.TwoOverRootPi), Transcendental.Exp<L, V>(Transcendental.Negate<L, V>(L.Multiply(x, x)))));

    public Tensor Gradient(Tensor g, Tensor x) => g * ((-x.Square()).Exp() * Constants.TwoOverRootPi);
}

internal readonly struct ErfcOp : IUnaryFunction
{
    public static string Name => "Erfc";

    public double Invoke(double x) => SpecialFunctions.Erfc(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Erfc<L, V>(x);

    public double Gradient(double g, double x) => g * (-Constants.TwoOverRootPi * Math.Exp(-x * x));

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, L.Multiply(L.Create(-(float)Constants.TwoOverRootPi), Transcendental.Exp<L, V>(Transcendental.Negate<L, V>(L.Multiply(x, x)))));

    public Tensor Gradient(Tensor g, Tensor x) => g * ((-x.Square()).Exp() * -Constants.TwoOverRootPi);
}
