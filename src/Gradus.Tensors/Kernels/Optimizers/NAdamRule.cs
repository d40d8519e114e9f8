using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; p ← p − (α g + β m) / (√v c + ε). The numbers kept are m and v.</summary>
/// <param name="beta1">β₁.</param>
/// <param name="beta2">β₂.</param>
/// <param name="gradientRate">α, the share of the gradient.</param>
/// <param name="momentRate">β, the share of the mean.</param>
/// <param name="rootScale">c, 1 / √(1 − β₂ᵗ).</param>
/// <param name="epsilon">ε.</param>
internal readonly struct NAdamRule<T>(double beta1, double beta2, double gradientRate, double momentRate, double rootScale, double epsilon) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector<T> _beta1 = new(T.CreateChecked(beta1));
    private readonly Vector<T> _rest1 = new(T.CreateChecked(1 - beta1));
    private readonly Vector<T> _beta2 = new(T.CreateChecked(beta2));
    private readonly Vector<T> _rest2 = new(T.CreateChecked(1 - beta2));
    private readonly Vector<T> _gradientRate = new(T.CreateChecked(gradientRate));
    private readonly Vector<T> _momentRate = new(T.CreateChecked(momentRate));
    private readonly Vector<T> _rootScale = new(T.CreateChecked(rootScale));
    private readonly Vector<T> _epsilon = new(T.CreateChecked(epsilon));

    public static bool KeepsFirst => true;

    public static bool KeepsSecond => true;

    public static bool KeepsThird => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
    {
        first = (_beta1 * first) + (_rest1 * g);
        second = (_beta2 * second) + (_rest2 * g * g);
        return p - (((_gradientRate * g) + (_momentRate * first)) / ((Vector.SquareRoot(second) * _rootScale) + _epsilon));
    }
}
