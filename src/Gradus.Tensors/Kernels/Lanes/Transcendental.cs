using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>Exponential and its relatives on float32 lanes. Constants are derived (Taylor, Padé and artanh series), errors a few units in the last place, which the tests measure.</summary>
internal static class Transcendental
{
    private const float Log2E = 1.44269504088896340736f;
    private const float Ln2High = 0.693359375f; // few bits, so that n · Ln2High is exact
    private const float Ln2Low = (float)(0.69314718055994530942 - 0.693359375);

    /// <summary>eˣ: x = n ln 2 + r with |r| ≤ ln 2 / 2, the Taylor series of degree 7 on r (remainder below 6e-9), then times 2ⁿ in two halves, so that subnormal results are rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        // NaN passes: Min and Max give their second argument then.
        V bounded = L.Max(L.Create(-104f), L.Min(L.Create(89f), x));
        V n = L.Round(L.Multiply(bounded, L.Create(Log2E)));
        V r = L.Fma(n, L.Create(-Ln2High), bounded);
        r = L.Fma(n, L.Create(-Ln2Low), r);
        V p = L.Create(1f / 5040f);
        p = L.Fma(p, r, L.Create(1f / 720f));
        p = L.Fma(p, r, L.Create(1f / 120f));
        p = L.Fma(p, r, L.Create(1f / 24f));
        p = L.Fma(p, r, L.Create(1f / 6f));
        p = L.Fma(p, r, L.Create(0.5f));
        p = L.Fma(L.Multiply(r, r), p, r);
        p = L.Add(p, L.Create(1f));
        V half = L.Round(L.Multiply(n, L.Create(0.5f)));
        return L.Multiply(L.Multiply(p, L.PowerOfTwo(half)), L.PowerOfTwo(L.Subtract(n, half)));
    }

    /// <summary>ln x: x = 2ᵉ m with m between √½ and √2; ln m = 2 artanh((m − 1)/(m + 1)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V tiny = L.Less(x, L.Create(1.17549435e-38f)); // subnormal, zero, negative
        V scaled = L.Select(tiny, L.Multiply(x, L.Create(8388608f)), x);
        V exponent = L.Subtract(L.Exponent(scaled), L.Select(tiny, L.Create(23f), L.Create(0f)));
        V mantissa = L.Mantissa(scaled);
        V above = L.Less(L.Create(1.41421354f), mantissa);
        mantissa = L.Select(above, L.Multiply(mantissa, L.Create(0.5f)), mantissa);
        exponent = L.Select(above, L.Add(exponent, L.Create(1f)), exponent);
        V y = L.Add(L.Multiply(exponent, L.Create(Ln2High)), L.Fma(exponent, L.Create(Ln2Low), LogOnePlus<L, V>(L.Subtract(mantissa, L.Create(1f)))));
        V infinity = L.Create(float.PositiveInfinity);
        y = L.Select(L.Equal(x, infinity), infinity, y);
        y = L.Select(L.Equal(x, L.Create(0f)), L.Create(float.NegativeInfinity), y);
        return L.Select(L.LessOrEqual(L.Create(0f), x), y, L.Create(float.NaN));
    }

    /// <summary>ln(1 + f) for f from −0.3 to 1, by 2 artanh(s) with s = f / (2 + f), |s| ≤ 1/3, series to s¹⁷.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V LogOnePlus<L, V>(V f)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s = L.Divide(f, L.Add(L.Create(2f), f));
        V t = L.Multiply(s, s);
        V p = L.Create(2f / 17f);
        p = L.Fma(p, t, L.Create(2f / 15f));
        p = L.Fma(p, t, L.Create(2f / 13f));
        p = L.Fma(p, t, L.Create(2f / 11f));
        p = L.Fma(p, t, L.Create(2f / 9f));
        p = L.Fma(p, t, L.Create(2f / 7f));
        p = L.Fma(p, t, L.Create(2f / 5f));
        p = L.Fma(p, t, L.Create(2f / 3f));
        return L.Fma(L.Multiply(s, t), p, L.Add(s, s));
    }

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sigmoid<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Divide(L.Create(1f), L.Add(L.Create(1f), Exp<L, V>(L.Subtract(L.Create(0f), x))));

    /// <summary>tanh x: Lambert's continued fraction to 11 for |x| ≤ 1 (error below 1e-9), else ±(1 − 2 / (e²|x| + 1)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tanh<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V t = L.Multiply(x, x);
        V above = L.Fma(L.Fma(L.Create(21f), t, L.Create(1260f)), t, L.Create(10395f));
        V below = L.Fma(L.Fma(L.Add(t, L.Create(210f)), t, L.Create(4725f)), t, L.Create(10395f));
        V small = L.Divide(L.Multiply(x, above), below);
        V size = L.Abs(x);
        V large = L.Subtract(L.Create(1f), L.Divide(L.Create(2f), L.Add(Exp<L, V>(L.Add(size, size)), L.Create(1f))));
        large = L.Select(L.Less(x, L.Create(0f)), L.Subtract(L.Create(0f), large), large);
        return L.Select(L.Less(size, L.Create(1f)), small, large);
    }

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|), without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Softplus<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V tail = LogOnePlus<L, V>(Exp<L, V>(L.Subtract(L.Create(0f), L.Abs(x))));
        return L.Add(L.Max(L.Create(0f), x), tail);
    }
}
