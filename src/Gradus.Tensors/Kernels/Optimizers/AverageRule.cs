using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>p ← (1 − w) p + w g, where g is what is averaged.</summary>
/// <param name="weight">w.</param>
internal readonly struct AverageRule<T>(double weight) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector<T> _weight = new(T.CreateChecked(weight));
    private readonly Vector<T> _rest = new(T.CreateChecked(1 - weight));

    public static bool KeepsFirst => false;

    public static bool KeepsSecond => false;

    public static bool KeepsThird => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) => (_rest * p) + (_weight * g);
}
