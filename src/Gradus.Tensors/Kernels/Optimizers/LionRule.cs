using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>p ← p − η sign(β₁ m + (1 − β₁) g); m ← β₂ m + (1 − β₂) g. The number kept is m.</summary>
/// <param name="rate">η.</param>
/// <param name="beta1">β₁.</param>
/// <param name="beta2">β₂.</param>
internal readonly struct LionRule<T>(double rate, double beta1, double beta2) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector<T> _rate = new(T.CreateChecked(rate));
    private readonly Vector<T> _beta1 = new(T.CreateChecked(beta1));
    private readonly Vector<T> _rest1 = new(T.CreateChecked(1 - beta1));
    private readonly Vector<T> _beta2 = new(T.CreateChecked(beta2));
    private readonly Vector<T> _rest2 = new(T.CreateChecked(1 - beta2));

    public static bool KeepsFirst => true;

    public static bool KeepsSecond => false;

    public static bool KeepsThird => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
    {
        Vector<T> direction = (_beta1 * first) + (_rest1 * g);
        first = (_beta2 * first) + (_rest2 * g);

        // 0 and NaN stay what they are.
        return p - Vector.ConditionalSelect(Vector.GreaterThan(direction, Vector<T>.Zero), _rate, Vector.ConditionalSelect(Vector.LessThan(direction, Vector<T>.Zero), -_rate, direction));
    }
}
