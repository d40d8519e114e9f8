using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>How parameter and gradient are read before a rule sees them: g ← s g + λ₂ p + λ₁ sign(p) with the old p, then p ← ρ p.</summary>
/// <param name="scale">s.</param>
/// <param name="l2">λ₂.</param>
/// <param name="l1">λ₁.</param>
/// <param name="shrink">ρ.</param>
internal readonly struct UpdateTerms<T>(double scale, double l2, double l1, double shrink)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector<T> _scale = new(T.CreateChecked(scale));
    private readonly Vector<T> _l2 = new(T.CreateChecked(l2));
    private readonly Vector<T> _l1 = new(T.CreateChecked(l1));
    private readonly Vector<T> _shrink = new(T.CreateChecked(shrink));
    private readonly bool _hasL1 = l1 != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector<T> Parameter(Vector<T> p) => _shrink * p;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector<T> Gradient(Vector<T> p, Vector<T> g)
    {
        g = (_scale * g) + (_l2 * p);
        return _hasL1
            ? g + Vector.ConditionalSelect(Vector.GreaterThan(p, Vector<T>.Zero), _l1, Vector.ConditionalSelect(Vector.LessThan(p, Vector<T>.Zero), -_l1, Vector<T>.Zero))
            : g;
    }
}
