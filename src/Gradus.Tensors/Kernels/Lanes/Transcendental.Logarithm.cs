using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <content>Logarithms: x = 2ᵉ (1 + f) with 1 + f between √½ and √2, and a polynomial of degree 10 on f.</content>
internal static partial class Transcendental
{
    private const float Log2ELow = (float)(1.4426950408889634074 - (double)Log2E);
    private const float Log10E = (float)0.43429448190325182765;
    private const float Log10ELow = (float)(0.43429448190325182765 - (double)Log10E);
    private const float Log10Of2High = 0.301025390625f; // few bits, so that e · Log10Of2High is exact
    private const float Log10Of2Low = (float)(0.30102999566398119521 - 0.301025390625);

    /// <summary>ln x; −∞ at 0, NaN below. 1 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V exponent = LogParts<L, V>(x, out V f);
        return LogLimits<L, V>(x, Assemble<L, V>(exponent, LogOnePlusSmall<L, V>(f)));
    }

    /// <summary>log₂ x, exact for powers of two. 1.6 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log2<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V exponent = LogParts<L, V>(x, out V f);
        V natural = LogOnePlusSmall<L, V>(f);
        return LogLimits<L, V>(x, L.Fma(natural, L.Create(Log2E), L.Fma(natural, L.Create(Log2ELow), exponent)));
    }

    /// <summary>log₁₀ x. 2 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log10<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V exponent = LogParts<L, V>(x, out V f);
        V natural = LogOnePlusSmall<L, V>(f);
        V low = L.Fma(natural, L.Create(Log10ELow), L.Multiply(exponent, L.Create(Log10Of2Low)));
        return LogLimits<L, V>(x, L.Fma(exponent, L.Create(Log10Of2High), L.Fma(natural, L.Create(Log10E), low)));
    }

    /// <summary>ln(1 + x) without cancellation: 1 + x = 2ᵉ (1 + f), and f = 2⁻ᵉ x + (2⁻ᵉ − 1) from x itself. 1.5 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log1P<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V sum = L.Add(x, L.Create(1f));
        L.Split(sum, out V exponent);
        V back = L.Subtract(L.Create(0f), exponent);
        V f = L.Add(L.Scale(x, back), L.Subtract(L.Scale(L.Create(1f), back), L.Create(1f)));
        V y = LogLimits<L, V>(sum, Assemble<L, V>(exponent, LogOnePlusSmall<L, V>(f)));
        return L.Or(y, L.And(x, L.Create(-0f)));
    }

    /// <summary>ln(1 + z) for z from 0 to 1. 1.5 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V LogOnePlus<L, V>(V z)
        where L : ILanes<V>
        where V : unmanaged
    {
        V above = L.Less(L.Create(0.41421356f), z);
        V f = L.Select(above, L.Multiply(L.Subtract(z, L.Create(1f)), L.Create(0.5f)), z);
        return L.Add(LogOnePlusSmall<L, V>(f), L.Select(above, L.Create(Ln2), L.Create(0f)));
    }

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|), without overflow. 3 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Softplus<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Add(L.Max(L.Create(0f), x), LogOnePlus<L, V>(Exp<L, V>(NegativeSize<L, V>(x))));

    /// <summary>ln(eˣ + eʸ) = max(x, y) + ln(1 + e^−|x − y|), without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V LogAddExp<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged
    {
        V difference = L.Subtract(x, y);
        V sum = L.Add(L.Max(x, y), LogOnePlus<L, V>(Exp<L, V>(NegativeSize<L, V>(difference))));

        // Equal infinities have no difference.
        V alike = L.And(L.Equal(x, y), L.Equal(L.Abs(x), L.Create(float.PositiveInfinity)));
        return L.Select(alike, x, L.Select(L.Equal(difference, difference), sum, L.Select(L.Equal(x, x), L.Add(y, difference), x)));
    }

    /// <summary>ln(1 + f) for 1 + f from √½ to √2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V LogOnePlusSmall<L, V>(V f)
        where L : ILanes<V>
        where V : unmanaged => L.Fma(L.Multiply(f, f), L.Fma(f, Polynomials.LogTail<L, V>(f), L.Create(-0.5f)), f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogParts<L, V>(V x, out V f)
        where L : ILanes<V>
        where V : unmanaged
    {
        V tiny = L.Less(x, L.Create(LeastNormal)); // subnormal, zero, negative
        V mantissa = L.Split(L.Select(tiny, L.Multiply(x, L.Create(8388608f)), x), out V exponent);
        f = L.Subtract(mantissa, L.Create(1f));
        return L.Subtract(exponent, L.Select(tiny, L.Create(23f), L.Create(0f)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Assemble<L, V>(V exponent, V natural)
        where L : ILanes<V>
        where V : unmanaged => L.Fma(exponent, L.Create(Ln2High), L.Fma(exponent, L.Create(Ln2Low), natural));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogLimits<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged
    {
        V infinity = L.Create(float.PositiveInfinity);
        y = L.Select(L.Less(x, infinity), y, x); // ∞ and NaN
        y = L.Select(L.Equal(x, L.Create(0f)), L.Create(float.NegativeInfinity), y);
        return L.Select(L.Less(x, L.Create(0f)), L.Create(float.NaN), y);
    }
}
