using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; p ← p − α m / (√v + ε) where the variance is rectified, else p ← p − α m. The numbers kept are m and v.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TRectified">Whether enough steps were taken for the variance to be trusted.</typeparam>
/// <param name="beta1">β₁.</param>
/// <param name="beta2">β₂.</param>
/// <param name="rate">α, with the corrections of both means and the rectification worked in.</param>
/// <param name="epsilon">ε.</param>
internal readonly struct RAdamRule<T, TRectified>(double beta1, double beta2, double rate, double epsilon) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TRectified : IChoice
{
    private readonly Vector<T> _beta1 = new(T.CreateChecked(beta1));
    private readonly Vector<T> _rest1 = new(T.CreateChecked(1 - beta1));
    private readonly Vector<T> _beta2 = new(T.CreateChecked(beta2));
    private readonly Vector<T> _rest2 = new(T.CreateChecked(1 - beta2));
    private readonly Vector<T> _rate = new(T.CreateChecked(rate));
    private readonly Vector<T> _epsilon = new(T.CreateChecked(epsilon));

    public static bool KeepsFirst => true;

    public static bool KeepsSecond => true;

    public static bool KeepsThird => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
    {
        first = (_beta1 * first) + (_rest1 * g);
        second = (_beta2 * second) + (_rest2 * g * g);
        return TRectified.IsTaken ? p - (_rate * first / (Vector.SquareRoot(second) + _epsilon)) : p - (_rate * first);
    }
}
