using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; p ← p − α m / (√v c + ε). The numbers kept are m, v and, for AMSGrad, the largest v, which takes the place of v.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TAmsGrad">Whether v is the largest so far (Reddi et al., 2018).</typeparam>
/// <param name="beta1">β₁.</param>
/// <param name="beta2">β₂.</param>
/// <param name="rate">α, the learning rate over 1 − β₁ᵗ.</param>
/// <param name="rootScale">c, 1 / √(1 − β₂ᵗ).</param>
/// <param name="epsilon">ε.</param>
internal readonly struct AdamRule<T, TAmsGrad>(double beta1, double beta2, double rate, double rootScale, double epsilon) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TAmsGrad : IChoice
{
    private readonly Vector<T> _beta1 = new(T.CreateChecked(beta1));
    private readonly Vector<T> _rest1 = new(T.CreateChecked(1 - beta1));
    private readonly Vector<T> _beta2 = new(T.CreateChecked(beta2));
    private readonly Vector<T> _rest2 = new(T.CreateChecked(1 - beta2));
    private readonly Vector<T> _rate = new(T.CreateChecked(rate));
    private readonly Vector<T> _rootScale = new(T.CreateChecked(rootScale));
    private readonly Vector<T> _epsilon = new(T.CreateChecked(epsilon));

    public static bool KeepsFirst => true;

    public static bool KeepsSecond => true;

    public static bool KeepsThird => TAmsGrad.IsTaken;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
    {
        first = (_beta1 * first) + (_rest1 * g);
        second = (_beta2 * second) + (_rest2 * g * g);
        if (TAmsGrad.IsTaken)
        {
            third = Vector.Max(third, second);
        }

        return p - (_rate * first / ((Vector.SquareRoot(TAmsGrad.IsTaken ? third : second) * _rootScale) + _epsilon));
    }
}
