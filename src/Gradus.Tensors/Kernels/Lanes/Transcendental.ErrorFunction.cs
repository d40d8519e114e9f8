using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <content>The error function and the two forms of GELU. The complement is t P(t) e^(−x²) with t = 1 / (1 + 0.4 x), a variable in which erfc(x) e^(x²) is nearly straight.</content>
internal static partial class Transcendental
{
    private const float MostComplement = 10.5f; // erfc is 0 from here on
    private const float MostGeluTanh = 20f; // the second form of GELU is 0 or x from here on
    private const float RootHalf = (float)0.70710678118654752440;
    private const double RootTwoOverPi = 0.79788456080286535588; // √(2/π)
    private const double GeluCube = 0.044715; // Hendrycks and Gimpel (2016), the approximate form
    private const float Slope = (float)(2 * RootTwoOverPi);
    private const float SlopeLow = (float)((2 * RootTwoOverPi) - (double)Slope);
    private const float Cube = (float)(2 * RootTwoOverPi * GeluCube);
    private const float CubeLow = (float)((2 * RootTwoOverPi * GeluCube) - (double)Cube);

    /// <summary>The error function: a polynomial below 1, then 1 − erfc. 1.5 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Erf<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V size = L.Min(L.Create(MostComplement), L.Abs(x));
        V y = L.Select(L.Less(size, L.Create(1f)), ErfSmall<L, V>(size), L.Subtract(L.Create(1f), ErfcPositive<L, V>(size)));
        return CopySign<L, V>(y, x);
    }

    /// <summary>1 − erf x without cancellation. 4.5 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Erfc<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V size = L.Min(L.Create(MostComplement), L.Abs(x));
        V tail = ErfcPositive<L, V>(size);
        V y = L.Select(L.Less(x, L.Create(0f)), L.Subtract(L.Create(2f), tail), tail);
        return L.Select(L.Less(size, L.Create(0.5f)), L.Subtract(L.Create(1f), CopySign<L, V>(ErfSmall<L, V>(size), x)), y);
    }

    /// <summary>x Φ(x) with the normal distribution function Φ(x) = ½ erfc(−x / √2), also where it is tiny. 7.2 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Gelu<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V tail = NormalTail<L, V>(x, x);
        return L.Select(L.Less(L.Create(0f), x), L.Subtract(x, tail), tail);
    }

    /// <summary>The derivative of <see cref="Gelu{L, V}"/>: Φ(x) + x e^(−x²/2) / √(2π).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V GeluSlope<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V tail = NormalTail<L, V>(x, L.Create(1f));
        V distribution = L.Select(L.Less(L.Create(0f), x), L.Subtract(L.Create(1f), tail), tail);
        V bounded = L.Max(L.Create(-20f), L.Min(L.Create(20f), x));
        V density = L.Multiply(Exp<L, V>(L.Multiply(L.Multiply(bounded, bounded), L.Create(-0.5f))), L.Create((float)(RootTwoOverPi / 2)));
        return L.Fma(bounded, density, distribution);
    }

    /// <summary>x / (1 + e^(−2u)) with u = √(2/π) (x + 0.044715 x³), which is ½ x (1 + tanh u). 5 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V GeluTanh<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V power = GeluTanhPower<L, V>(x, out V n);
        V sum = L.Add(L.Create(1f), L.Scale(power, n));
        V below = L.Scale(L.Divide(L.Multiply(L.Max(L.Create(-MostGeluTanh), x), power), sum), n);
        return L.Select(L.Less(x, L.Create(0f)), below, L.Divide(x, sum));
    }

    /// <summary>The derivative of <see cref="GeluTanh{L, V}"/>: σ + x σ (1 − σ) 2u′ with σ = 1 / (1 + e^(−2u)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V GeluTanhSlope<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V power = GeluTanhPower<L, V>(x, out V n);
        V z = L.Scale(power, n), one = L.Create(1f);
        V inverse = L.Divide(one, L.Add(one, z));
        V larger = inverse, smaller = L.Multiply(z, inverse);
        V bounded = L.Max(L.Create(-MostGeluTanh), L.Min(L.Create(MostGeluTanh), x));
        V slope = L.Fma(L.Multiply(bounded, bounded), L.Create(3 * Cube), L.Create(Slope));
        return L.Fma(L.Multiply(bounded, slope), L.Multiply(larger, smaller), L.Select(L.Less(x, L.Create(0f)), smaller, larger));
    }

    // e^(−2|u|) = 2ⁿ · result: 2u = x (Slope + Cube x²) to twice the precision, for its error counts 2|u| times in the result.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V GeluTanhPower<L, V>(V x, out V n)
        where L : ILanes<V>
        where V : unmanaged
    {
        V size = L.Min(L.Create(MostGeluTanh), L.Abs(x));
        V square = L.Multiply(size, size);
        V squareLow = L.Fma(size, size, Negate<L, V>(square));
        V cube = L.Multiply(L.Create(Cube), square), slope = L.Create(Slope);
        V factor = L.Add(cube, slope);
        V share = L.Subtract(factor, cube);
        V factorLow = L.Add(L.Subtract(cube, L.Subtract(factor, share)), L.Subtract(slope, share));
        factorLow = L.Add(factorLow, L.Fma(L.Create(Cube), square, Negate<L, V>(cube)));
        factorLow = L.Add(factorLow, L.Fma(L.Create(CubeLow), square, L.Fma(L.Create(Cube), squareLow, L.Create(SlopeLow))));
        V high = L.Multiply(size, factor);
        V low = L.Fma(size, factorLow, L.Fma(size, factor, Negate<L, V>(high)));
        return L.Add(ExpLessOne<L, V>(L.Max(L.Create(LeastTimesExp), Negate<L, V>(high)), Negate<L, V>(low), out n), L.Create(1f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ErfSmall<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Fma(x, Polynomials.ErfTail<L, V>(L.Multiply(x, x)), x);

    /// <summary>erfc x for x from 0 to 10.5. x² is taken in two parts, for its error counts x² times in the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ErfcPositive<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V square = L.Multiply(x, x);
        V low = L.Fma(x, x, Negate<L, V>(square));
        V less = ExpLessOne<L, V>(L.Max(L.Create(LeastExp), Negate<L, V>(square)), Negate<L, V>(low), out V n);
        V t = L.Divide(L.Create(1f), L.Fma(x, L.Create(0.4f), L.Create(1f)));
        V scaled = L.Multiply(t, Polynomials.ErfcScaled<L, V>(t));
        return L.Scale(L.Fma(less, scaled, scaled), n);
    }

    /// <summary>factor · ½ erfc(|x| / √2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTail<L, V>(V x, V factor)
        where L : ILanes<V>
        where V : unmanaged
    {
        V size = L.Min(L.Create(MostComplement / RootHalf), L.Abs(x));
        V halved = L.Multiply(size, L.Create(0.5f));
        V square = L.Multiply(size, halved);
        V low = L.Fma(size, halved, Negate<L, V>(square));
        V less = ExpLessOne<L, V>(L.Max(L.Create(LeastExp), Negate<L, V>(square)), Negate<L, V>(low), out V n);
        V t = L.Divide(L.Create(1f), L.Fma(size, L.Create(0.4f * RootHalf), L.Create(1f)));

        // Infinity times 0 would be NaN: beyond the bound the tail is 0 in any case.
        V bounded = L.Max(L.Create(-20f), L.Min(L.Create(20f), factor));
        V scaled = L.Multiply(L.Multiply(bounded, L.Multiply(t, L.Create(0.5f))), Polynomials.ErfcScaled<L, V>(t));
        return L.Scale(L.Fma(less, scaled, scaled), n);
    }
}
