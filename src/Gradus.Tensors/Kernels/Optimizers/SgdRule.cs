using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Optimizers;

/// <summary>p ← p − α g; with momentum u ← μ u + γ g and p ← p − α u, or p ← p − α (g + ν u) after Nesterov. The number kept is u.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TMomentum">Whether there is a velocity.</typeparam>
/// <typeparam name="TNesterov">Whether the step looks ahead.</typeparam>
/// <param name="rate">α.</param>
/// <param name="momentum">μ; 0 on the first step, whose gradient is the velocity.</param>
/// <param name="gain">γ, what is taken of the gradient.</param>
/// <param name="ahead">ν, the share of the velocity added for Nesterov's step.</param>
internal readonly struct SgdRule<T, TMomentum, TNesterov>(double rate, double momentum, double gain, double ahead) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TMomentum : IChoice
    where TNesterov : IChoice
{
    private readonly Vector<T> _rate = new(T.CreateChecked(rate));
    private readonly Vector<T> _momentum = new(T.CreateChecked(momentum));
    private readonly Vector<T> _gain = new(T.CreateChecked(gain));
    private readonly Vector<T> _ahead = new(T.CreateChecked(ahead));

    public static bool KeepsFirst => TMomentum.IsTaken;

    public static bool KeepsSecond => false;

    public static bool KeepsThird => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Update(Vector<T> p, Vector<T> g, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third)
    {
        if (!TMomentum.IsTaken)
        {
            return p - (_rate * g);
        }

        first = (_momentum * first) + (_gain * g);
        return TNesterov.IsTaken ? p - (_rate * (g + (_ahead * first))) : p - (_rate * first);
    }
}
