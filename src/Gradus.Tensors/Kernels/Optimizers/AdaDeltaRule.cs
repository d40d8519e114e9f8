using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>v ← ρ v + (1 − ρ) g²; d = g √(a + ε) / √(v + ε); a ← ρ a + (1 − ρ) d²; p ← p − η d. The numbers kept are v and a.</summary>
/// <param name="rate">η.</param>
/// <param name="rho">ρ.</param>
/// <param name="epsilon">ε.</param>
internal readonly struct AdaDeltaRule<T>(double rate, double rho, double epsilon) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector<T> _rate = new(T.CreateChecked(rate));
    private readonly Vector<T> _rho = new(T.CreateChecked(rho));
    private readonly Vector<T> _rest = new(T.CreateChecked(1 - rho));
    private readonly Vector<T> _epsilon = new(T.CreateChecked(epsilon));

    public static bool KeepsFirst => true;

    public static bool KeepsSecond => true;

    public static bool KeepsThird => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
    {
        first = (_rho * first) + (_rest * g * g);
        Vector<T> direction = Vector.SquareRoot(second + _epsilon) / Vector.SquareRoot(first + _epsilon) * g;
        second = (_rho * second) + (_rest * direction * direction);
        return p - (_rate * direction);
    }
}
