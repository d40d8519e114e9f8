using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>m ← β₁ m + (1 − β₁) g; u ← max(β₂ u, |g| + ε); p ← p − α m / u. The numbers kept are m and u.</summary>
/// <param name="beta1">β₁.</param>
/// <param name="beta2">β₂.</param>
/// <param name="rate">α, the learning rate over 1 − β₁ᵗ.</param>
/// <param name="epsilon">ε.</param>
internal readonly struct AdamaxRule<T>(double beta1, double beta2, double rate, double epsilon) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector<T> _beta1 = new(T.CreateChecked(beta1));
    private readonly Vector<T> _rest1 = new(T.CreateChecked(1 - beta1));
    private readonly Vector<T> _beta2 = new(T.CreateChecked(beta2));
    private readonly Vector<T> _rate = new(T.CreateChecked(rate));
    private readonly Vector<T> _epsilon = new(T.CreateChecked(epsilon));

    public static bool KeepsFirst => true;

    public static bool KeepsSecond => true;

    public static bool KeepsThird => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
    {
        first = (_beta1 * first) + (_rest1 * g);
        second = Vector.Max(_beta2 * second, Vector.Abs(g) + _epsilon);
        return p - (_rate * first / second);
    }
}
