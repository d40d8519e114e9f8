using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>v ← α v + (1 − α) g²; d = g / (√v + ε), where a centered v is less the square of the mean gradient ḡ; p ← p − η d, or with momentum u ← μ u + d and p ← p − η u. The numbers kept are v, ḡ and u.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TCentered">Whether the spread is taken around the mean gradient.</typeparam>
/// <typeparam name="TMomentum">Whether there is a velocity.</typeparam>
/// <param name="rate">η.</param>
/// <param name="smoothing">α.</param>
/// <param name="epsilon">ε.</param>
/// <param name="momentum">μ.</param>
internal readonly struct RmsPropRule<T, TCentered, TMomentum>(double rate, double smoothing, double epsilon, double momentum) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TCentered : IChoice
    where TMomentum : IChoice
{
    private readonly Vector<T> _rate = new(T.CreateChecked(rate));
    private readonly Vector<T> _smoothing = new(T.CreateChecked(smoothing));
    private readonly Vector<T> _rest = new(T.CreateChecked(1 - smoothing));
    private readonly Vector<T> _epsilon = new(T.CreateChecked(epsilon));
    private readonly Vector<T> _momentum = new(T.CreateChecked(momentum));

    public static bool KeepsFirst => true;

    public static bool KeepsSecond => TCentered.IsTaken;

    public static bool KeepsThird => TMomentum.IsTaken;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
    {
        first = (_smoothing * first) + (_rest * g * g);
        Vector<T> spread = first;
        if (TCentered.IsTaken)
        {
            second = (_smoothing * second) + (_rest * g);
            spread -= second * second;
        }

        Vector<T> direction = g / (Vector.SquareRoot(spread) + _epsilon);
        if (TMomentum.IsTaken)
        {
            direction = third = (_momentum * third) + direction;
        }

        return p - (_rate * direction);
    }
}
