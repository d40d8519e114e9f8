using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

internal readonly struct SqrtOp : IUnaryFunction
{
    public static string Name => "Sqrt";

    public static bool SavesResult => true;

    public double Invoke(double x) => Math.Sqrt(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Sqrt(x);

    public double Gradient(double g, double y) => g / (y * 2);

    public V Gradient<L, V>(V g, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(g, L.Add(y, y));

    public Tensor Gradient(Tensor g, Tensor y) => g / (y * 2);
}

internal readonly struct RsqrtOp : IUnaryFunction
{
    public static string Name => "Rsqrt";

    public static bool SavesResult => true;

    public double Invoke(double x) => 1 / Math.Sqrt(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(L.Create(1f), L.Sqrt(x));

    public double Gradient(double g, double y) => g * (y * y * y * -0.5);

    public V Gradient<L, V>(V g, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, L.Multiply(L.Multiply(y, L.Multiply(y, y)), L.Create(-0.5f)));

    public Tensor Gradient(Tensor g, Tensor y) => g * (y * y * y * -0.5);
}

internal readonly struct SquareOp : IUnaryFunction
{
    public static string Name => "Square";

    public double Invoke(double x) => x * x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(x, x);

    public double Gradient(double g, double x) => g * (x * 2);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, L.Add(x, x));

    public Tensor Gradient(Tensor g, Tensor x) => g * (x * 2);
}

internal readonly struct CubeOp : IUnaryFunction
{
    public static string Name => "Pow";

    public double Invoke(double x) => x * x * x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(L.Multiply(x, x), x);

    public double Gradient(double g, double x) => g * (x * x * 3);

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, L.Multiply(L.Multiply(x, x), L.Create(3f)));

    public Tensor Gradient(Tensor g, Tensor x) => g * (x.Square() * 3);
}

internal readonly struct ReciprocalOp : IUnaryFunction
{
    public static string Name => "Reciprocal";

    public static bool SavesResult => true;

    public double Invoke(double x) => 1 / x;

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(L.Create(1f), x);

    public double Gradient(double g, double y) => -(g * (y * y));

    public V Gradient<L, V>(V g, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, Transcendental.Negate<L, V>(L.Multiply(y, y)));

    public Tensor Gradient(Tensor g, Tensor y) => -(g * y.Square());
}

internal readonly struct PowScalarOp(double exponent) : IUnaryFunction
{
    public static string Name => "Pow";

    public double Invoke(double x) => Math.Pow(x, exponent);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Pow<L, V>(x, L.Create((float)exponent));

    public double Gradient(double g, double x) => exponent == 0 ? 0 : g * (exponent * Math.Pow(x, exponent - 1));

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => exponent == 0 ? L.Create(0f) : L.Multiply(g, L.Multiply(L.Create((float)exponent), Transcendental.Pow<L, V>(x, L.Create((float)(exponent - 1)))));

    public Tensor Gradient(Tensor g, Tensor x) => exponent == 0 ? Tensor.ZerosLike(g) : g * (x.Pow(exponent - 1) * exponent);
}

internal readonly struct AbsOp : IUnaryFunction
{
    public static string Name => "Abs";

    public double Invoke(double x) => Math.Abs(x);

    public V Invoke<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Abs(x);

    public double Gradient(double g, double x) => g * (double.IsNaN(x) ? x : Math.Sign(x));

    public V Gradient<L, V>(V g, V x)
        where L : ILanes<V>
        where V : unmanaged => L.Multiply(g, default(SignOp).Invoke<L, V>(x));

    public Tensor Gradient(Tensor g, Tensor x) => g * x.Detach().Sign();
}
