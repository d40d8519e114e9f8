using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

internal readonly struct ExpOp : IUnaryFunction
{
    public static string Name => "Exp";

    public static bool SavesResult => true;

    public double Invoke(double x) => Math.Exp(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Exp<L, V>(x);

    public double Gradient(double g, double y) => g * y;

    public V Gradient<L, V>(V g, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, y);

    public Tensor Gradient(Tensor g, Tensor y) => g * y;
}

internal readonly struct Exp2Op : IUnaryFunction
{
    public static string Name => "Exp2";

    public static bool SavesResult => true;

    public double Invoke(double x) => Math.Pow(2, x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Exp2<L, V>(x);

    public double Gradient(double g, double y) => g * (y * Constants.Ln2);

    public V Gradient<L, V>(V g, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, L.Multiply(y, L.Create((float)Constants.Ln2)));

    public Tensor Gradient(Tensor g, Tensor y) => g * (y * Constants.Ln2);
}

internal readonly struct Expm1Op : IUnaryFunction
{
    public static string Name => "Expm1";

    public static bool SavesResult => true;

    public double Invoke(double x) => SpecialFunctions.ExpM1(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.ExpM1<L, V>(x);

    public double Gradient(double g, double y) => g * (y + 1);

    public V Gradient<L, V>(V g, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, L.Add(y, L.Create(1f)));

    public Tensor Gradient(Tensor g, Tensor y) => g * (y + 1);
}

internal readonly struct LogOp : IUnaryFunction
{
    public static string Name => "Log";

    public double Invoke(double x) => Math.Log(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Log<L, V>(x);

    public double Gradient(double g, double x) => g / x;

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(g, x);

    public Tensor Gradient(Tensor g, Tensor x) => g / x;
}

internal readonly struct Log2Op : IUnaryFunction
{
    public static string Name => "Log2";

    public double Invoke(double x) => Math.Log2(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Log2<L, V>(x);

    public double Gradient(double g, double x) => g / (x * Constants.Ln2);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(g, L.Multiply(x, L.Create((float)Constants.Ln2)));

    public Tensor Gradient(Tensor g, Tensor x) => g / (x * Constants.Ln2);
}

internal readonly struct Log10Op : IUnaryFunction
{
    public static string Name => "Log10";

    public double Invoke(double x) => Math.Log10(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Log10<L, V>(x);

    public double Gradient(double g, double x) => g / (x * Constants.Ln10);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(g, L.Multiply(x, L.Create((float)Constants.Ln10)));

    public Tensor Gradient(Tensor g, Tensor x) => g / (x * Constants.Ln10);
}

internal readonly struct Log1pOp : IUnaryFunction
{
    public static string Name => "Log1p";

    public double Invoke(double x) => SpecialFunctions.LogOnePlus(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Log1P<L, V>(x);

    public double Gradient(double g, double x) => g / (x + 1);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(g, L.Add(x, L.Create(1f)));

    public Tensor Gradient(Tensor g, Tensor x) => g / (x + 1);
}
