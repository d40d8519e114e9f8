using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>s ← s + g²; p ← p − α g / (√s + ε). The number kept is s.</summary>
/// <param name="rate">α.</param>
/// <param name="epsilon">ε.</param>
internal readonly struct AdaGradRule<T>(double rate, double epsilon) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector<T> _rate = new(T.CreateChecked(rate));
    private readonly Vector<T> _epsilon = new(T.CreateChecked(epsilon));

    public static bool KeepsFirst => true;

    public static bool KeepsSecond => false;

    public static bool KeepsThird => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
    {
        first += g * g;
        return p - (_rate * g / (Vector.SquareRoot(first) + _epsilon));
    }
}
