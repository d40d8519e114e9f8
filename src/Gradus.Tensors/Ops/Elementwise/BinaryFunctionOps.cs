using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

/// <summary>NaN wins, as in PyTorch: Max takes the second argument where either is NaN. Equal ones share the gradient.</summary>
internal readonly struct MaximumOp : IBinaryFunction
{
    public static string Name => "Maximum";

    public double Invoke(double x, double y) => Math.Max(x, y);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Equal(x, x), L.Max(x, y), x);

    public Tensor GradientA(Tensor g, Tensor a, Tensor b) => g * (a.Detach().Greater(b.Detach()).To(g.DType) + (a.Detach().Equal(b.Detach()).To(g.DType) * 0.5));

    public Tensor GradientB(Tensor g, Tensor a, Tensor b) => g * (a.Detach().Less(b.Detach()).To(g.DType) + (a.Detach().Equal(b.Detach()).To(g.DType) * 0.5));
}

internal readonly struct MinimumOp : IBinaryFunction
{
    public static string Name => "Minimum";

    public double Invoke(double x, double y) => Math.Min(x, y);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Equal(x, x), L.Min(x, y), x);

    public Tensor GradientA(Tensor g, Tensor a, Tensor b) => g * (a.Detach().Less(b.Detach()).To(g.DType) + (a.Detach().Equal(b.Detach()).To(g.DType) * 0.5));

    public Tensor GradientB(Tensor g, Tensor a, Tensor b) => g * (a.Detach().Greater(b.Detach()).To(g.DType) + (a.Detach().Equal(b.Detach()).To(g.DType) * 0.5));
}

/// <summary>Where the gradient's formula has no value but the gradient has, it is 0: at y = 0, and at x = 0 with y from 0 on.</summary>
internal readonly struct PowOp : IBinaryFunction
{
    public static string Name => "Pow";

    public double Invoke(double x, double y) => Math.Pow(x, y);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Pow<L, V>(x, y);

    public Tensor GradientA(Tensor g, Tensor a, Tensor b) => Tensor.Where(b.Equal(0), Tensor.Scalar(0, g.DType), g * (b * a.Pow(b - 1)));

    public Tensor GradientB(Tensor g, Tensor a, Tensor b) => Tensor.Where(a.Equal(0).LogicalAnd(b.GreaterEqual(0)), Tensor.Scalar(0, g.DType), g * (a.Pow(b) * a.Log()));
}

internal readonly struct Atan2Op : IBinaryFunction
{
    public static string Name => "Atan2";

    public double Invoke(double x, double y) => Math.Atan2(x, y);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.Atan2<L, V>(x, y);

    public Tensor GradientA(Tensor g, Tensor a, Tensor b) => g * (b / (a.Square() + b.Square()));

    public Tensor GradientB(Tensor g, Tensor a, Tensor b) => g * (-a / (a.Square() + b.Square()));
}

internal readonly struct RemainderOp : IBinaryFunction
{
    public static string Name => "Remainder";

    public double Invoke(double x, double y) => Division.Remainder(x, y);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => Division.Remainder<L, V>(x, y);

    public Tensor GradientA(Tensor g, Tensor a, Tensor b) => g;

    public Tensor GradientB(Tensor g, Tensor a, Tensor b) => -(g * a.Detach().FloorDivide(b.Detach()));
}

internal readonly struct FmodOp : IBinaryFunction
{
    public static string Name => "Fmod";

    public double Invoke(double x, double y) => x % y;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => Division.Fmod<L, V>(x, y);

    public Tensor GradientA(Tensor g, Tensor a, Tensor b) => g;

    public Tensor GradientB(Tensor g, Tensor a, Tensor b) => -(g * (a.Detach() / b.Detach()).Trunc());
}

internal readonly struct LogAddExpOp : IBinaryFunction
{
    public static string Name => "LogAddExp";

    public double Invoke(double x, double y) => SpecialFunctions.LogAddExp(x, y);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => Transcendental.LogAddExp<L, V>(x, y);

    public Tensor GradientA(Tensor g, Tensor a, Tensor b) => g * (a - b).Sigmoid();

    public Tensor GradientB(Tensor g, Tensor a, Tensor b) => g * (b - a).Sigmoid();
}

internal readonly struct XlogyOp : IBinaryFunction
{
    public static string Name => "Xlogy";

    public double Invoke(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x * Math.Log(y);

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged
    {
        V zero = L.Create(0f);
        V nothing = L.And(L.Equal(x, zero), L.Equal(y, y));
        return L.Select(nothing, zero, L.Multiply(x, Transcendental.Log<L, V>(y)));
    }

    public Tensor GradientA(Tensor g, Tensor a, Tensor b) => Tensor.Where(a.Equal(0).LogicalAnd(b.LessEqual(0)), Tensor.Scalar(0, g.DType), g * b.Log());

    public Tensor GradientB(Tensor g, Tensor a, Tensor b) => g * (a / b);
}

internal readonly struct PreluOp : IBinaryFunction
{
    public static string Name => "Prelu";

    public double Invoke(double x, double y) => x > 0 ? x : x * y;

    public V Invoke<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged => L.Select(L.Less(L.Create(0f), x), x, L.Multiply(x, y));

    public Tensor GradientA(Tensor g, Tensor a, Tensor b) => Tensor.Where(a.Greater(0), g, g * b);

    public Tensor GradientB(Tensor g, Tensor a, Tensor b) => Tensor.Where(a.Greater(0), Tensor.Scalar(0, g.DType), g * a);
}
