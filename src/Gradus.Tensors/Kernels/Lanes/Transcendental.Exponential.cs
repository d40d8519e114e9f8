using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <content>The exponential function and what is made of one.</content>
internal static partial class Transcendental
{
    // Beyond these eˣ is 0 and ∞.
    private const float LeastExp = -104f;
    private const float MostExp = 89f;

    // Below this x eˣ is 0 too. Its factor 2ⁿ comes last, so that it is rounded once where it is subnormal.
    private const float LeastTimesExp = -110f;

    /// <summary>eˣ: x = n ln 2 + r with |r| ≤ ln 2 / 2, a polynomial of degree 6 on r, then times 2ⁿ, rounded once. 1.1 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        // NaN passes: Min and Max give their second argument then.
        V less = ExpLessOne<L, V>(L.Max(L.Create(LeastExp), L.Min(L.Create(MostExp), x)), out V n);
        return L.Scale(L.Add(less, L.Create(1f)), n);
    }

    /// <summary>2ˣ, exact for whole x. 1.1 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp2<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V bounded = L.Max(L.Create(-151f), L.Min(L.Create(129f), x));
        V n = L.Round(bounded);
        V r = L.Subtract(bounded, n);
        return L.Scale(L.Fma(Polynomials.Exp2Tail<L, V>(r), r, L.Create(1f)), n);
    }

    /// <summary>eˣ − 1 without cancellation. 1.5 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V ExpM1<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V less = ExpLessOne<L, V>(L.Max(L.Create(-30f), L.Min(L.Create(MostExp), x)), out V n);

        // Half of it, so that 2¹²⁸ does not come up; all of it where n is 0, so that no subnormal is halved.
        V scale = L.PowerOfTwo(L.Subtract(n, L.Create(1f)));
        V half = L.Fma(less, scale, L.Subtract(scale, L.Create(0.5f)));
        V y = L.Select(L.Equal(n, L.Create(0f)), less, L.Add(half, half));
        return L.Or(y, L.And(x, L.Create(-0f)));
    }

    /// <summary>1 / (1 + e⁻ˣ), as z / (1 + z) with z = eˣ below 0, so that small results are exact too. 2.5 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sigmoid<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V z = Exp<L, V>(NegativeSize<L, V>(x));
        return L.Divide(L.Select(L.Less(x, L.Create(0f)), z, L.Create(1f)), L.Add(L.Create(1f), z));
    }

    /// <summary>x / (1 + e⁻ˣ). 3 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Silu<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V bounded = L.Max(L.Create(LeastTimesExp), x);
        V power = L.Add(ExpLessOne<L, V>(L.Max(L.Create(LeastTimesExp), NegativeSize<L, V>(x)), out V n), L.Create(1f));
        V sum = L.Add(L.Create(1f), L.Scale(power, n));
        V below = L.Scale(L.Divide(L.Multiply(bounded, power), sum), n);
        return L.Select(L.Less(x, L.Create(0f)), below, L.Divide(x, sum));
    }

    /// <summary>tanh x as (e^2|x| − 1) / (e^2|x| + 1) with the sign of x. 2.7 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tanh<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        // From 9.02 on the result is 1.
        V size = L.Min(L.Create(10f), L.Abs(x));
        V less = ExpLessOne<L, V>(L.Add(size, size), out V n);
        V scale = L.PowerOfTwo(n);
        less = L.Fma(less, scale, L.Subtract(scale, L.Create(1f)));
        return CopySign<L, V>(L.Divide(less, L.Add(less, L.Create(2f))), x);
    }

    /// <summary>
    /// x tanh(ln(1 + eˣ)). With z = e^−|x| the second factor is (1 + 2 z) / (1 + 2 z + 2 z²) from 0 on and z (z + 2) / (z (z + 2) + 2) below. 4 ULP. Misra: Mish, a self regularized non-monotonic activation
    /// function (2019).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Mish<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V bounded = L.Max(L.Create(LeastTimesExp), x), two = L.Create(2f);
        V power = L.Add(ExpLessOne<L, V>(L.Max(L.Create(LeastTimesExp), NegativeSize<L, V>(x)), out V n), L.Create(1f));
        V z = L.Scale(power, n);
        V sum = L.Add(z, two);
        V below = L.Scale(L.Divide(L.Multiply(bounded, L.Multiply(power, sum)), L.Fma(z, sum, two)), n);
        V above = L.Fma(two, z, L.Create(1f));
        return L.Select(L.Less(x, L.Create(0f)), below, L.Divide(L.Multiply(x, above), L.Fma(L.Multiply(two, z), z, above)));
    }

    /// <summary>eʳ − 1 with r = x − n ln 2; then eˣ = 2ⁿ (1 + that). x lies between −110 and 90 or is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpLessOne<L, V>(V x, out V n)
        where L : ILanes<V>
        where V : unmanaged
    {
        n = L.Round(L.Multiply(x, L.Create(Log2E)));
        V r = L.Fma(n, L.Create(-Ln2High), x);
        r = L.Fma(n, L.Create(-Ln2Low), r);
        return L.Fma(L.Multiply(r, r), Polynomials.ExpTail<L, V>(r), r);
    }

    /// <summary>As <see cref="ExpLessOne{L, V}(V, out V)"/>, of x + low with a low part that is small against 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpLessOne<L, V>(V x, V low, out V n)
        where L : ILanes<V>
        where V : unmanaged
    {
        n = L.Round(L.Multiply(x, L.Create(Log2E)));
        V r = L.Fma(n, L.Create(-Ln2High), x);
        r = L.Add(L.Fma(n, L.Create(-Ln2Low), r), low);
        return L.Fma(L.Multiply(r, r), Polynomials.ExpTail<L, V>(r), r);
    }
}
