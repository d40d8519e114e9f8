// Written by Polynomials.template.py; change that file, not this one.
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>The polynomials behind <see cref="Transcendental"/>, each with the smallest largest error on its interval; Horner's scheme with fused multiply-adds.</summary>
internal static class Polynomials
{
    /// <summary>(eʳ − 1 − r) / r² for |r| ≤ ln 2 / 2; error 0.052 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V ExpTail<L, V>(V r)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(1.3821305e-3f);
        p = L.Fma(p, r, L.Create(8.368668e-3f));
        p = L.Fma(p, r, L.Create(4.166826e-2f));
        p = L.Fma(p, r, L.Create(1.6666521e-1f));
        p = L.Fma(p, r, L.Create(4.9999994e-1f));
        return p;
    }

    /// <summary>(2ʳ − 1) / r for |r| ≤ ½; error 0.051 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp2Tail<L, V>(V r)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(1.5327196e-4f);
        p = L.Fma(p, r, L.Create(1.3391025e-3f));
        p = L.Fma(p, r, L.Create(9.618505e-3f));
        p = L.Fma(p, r, L.Create(5.5503596e-2f));
        p = L.Fma(p, r, L.Create(2.4022648e-1f));
        p = L.Fma(p, r, L.Create(6.931472e-1f));
        return p;
    }

    /// <summary>(ln(1 + f) − f + f²/2) / f³ for 1 + f from √½ to √2; error 0.098 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V LogTail<L, V>(V f)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(-7.636439e-2f);
        p = L.Fma(p, f, L.Create(1.2762217e-1f));
        p = L.Fma(p, f, L.Create(-1.315961e-1f));
        p = L.Fma(p, f, L.Create(1.420158e-1f));
        p = L.Fma(p, f, L.Create(-1.6623409e-1f));
        p = L.Fma(p, f, L.Create(2.0001242e-1f));
        p = L.Fma(p, f, L.Create(-2.500082e-1f));
        p = L.Fma(p, f, L.Create(3.333333e-1f));
        return p;
    }

    /// <summary>(artanh s − s) / s³ as a function of t = s² for s = f / (2 + f), 1 + f from √½ to √2; error 0.00042 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V ArtanhTail<L, V>(V t)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(1.2143118e-1f);
        p = L.Fma(p, t, L.Create(1.4249243e-1f));
        p = L.Fma(p, t, L.Create(2.0000488e-1f));
        p = L.Fma(p, t, L.Create(3.333333e-1f));
        return p;
    }

    /// <summary>(sin r − r) / r³ as a function of t = r² for |r| ≤ π/4 and a little more; error 0.074 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V SinTail<L, V>(V t)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(-1.9506495e-4f);
        p = L.Fma(p, t, L.Create(8.3321e-3f));
        p = L.Fma(p, t, L.Create(-1.6666654e-1f));
        return p;
    }

    /// <summary>(cos r − 1 + r²/2) / r⁴ as a function of t = r² for |r| ≤ π/4 and a little more; error 0.0026 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V CosTail<L, V>(V t)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(2.4412086e-5f);
        p = L.Fma(p, t, L.Create(-1.388713e-3f));
        p = L.Fma(p, t, L.Create(4.166664e-2f));
        return p;
    }

    /// <summary>(arcsin x − x) / x³ as a function of t = x² for |x| ≤ ½; error 0.081 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V AsinTail<L, V>(V t)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(4.2158306e-2f);
        p = L.Fma(p, t, L.Create(2.4184778e-2f));
        p = L.Fma(p, t, L.Create(4.546915e-2f));
        p = L.Fma(p, t, L.Create(7.4953094e-2f));
        p = L.Fma(p, t, L.Create(1.6666752e-1f));
        return p;
    }

    /// <summary>(arctan x − x) / x³ as a function of t = x² for |x| ≤ 1; error 0.044 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V AtanTail<L, V>(V t)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(-1.7875476e-3f);
        p = L.Fma(p, t, L.Create(1.0887361e-2f));
        p = L.Fma(p, t, L.Create(-3.1127002e-2f));
        p = L.Fma(p, t, L.Create(5.7906546e-2f));
        p = L.Fma(p, t, L.Create(-8.400475e-2f));
        p = L.Fma(p, t, L.Create(1.0951175e-1f));
        p = L.Fma(p, t, L.Create(-1.4264052e-1f));
        p = L.Fma(p, t, L.Create(1.9998531e-1f));
        p = L.Fma(p, t, L.Create(-3.33333e-1f));
        return p;
    }

    /// <summary>(sinh x − x) / x³ as a function of t = x² for |x| ≤ 1; error 0.0051 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V SinhTail<L, V>(V t)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(2.7822132e-6f);
        p = L.Fma(p, t, L.Create(1.9842896e-4f));
        p = L.Fma(p, t, L.Create(8.3333105e-3f));
        p = L.Fma(p, t, L.Create(1.6666667e-1f));
        return p;
    }

    /// <summary>erf x / x − 1 as a function of t = x² for |x| ≤ 1; error 0.024 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V ErfTail<L, V>(V t)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(7.806903e-5f);
        p = L.Fma(p, t, L.Create(-7.997853e-4f));
        p = L.Fma(p, t, L.Create(5.187162e-3f));
        p = L.Fma(p, t, L.Create(-2.6853347e-2f));
        p = L.Fma(p, t, L.Create(1.1283579e-1f));
        p = L.Fma(p, t, L.Create(-3.7612626e-1f));
        p = L.Fma(p, t, L.Create(1.2837917e-1f));
        return p;
    }

    /// <summary>erfc(x) e^(x²) / t as a function of t = 1 / (1 + 0.4 x) for x from 0 to 10.1; error 0.15 · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V ErfcScaled<L, V>(V t)
        where L : ILanes<V>
        where V : unmanaged
    {
        V p = L.Create(-2.9397182e-2f);
        p = L.Fma(p, t, L.Create(1.969421e-1f));
        p = L.Fma(p, t, L.Create(-4.962919e-1f));
        p = L.Fma(p, t, L.Create(5.440742e-1f));
        p = L.Fma(p, t, L.Create(-2.815701e-1f));
        p = L.Fma(p, t, L.Create(2.705646e-1f));
        p = L.Fma(p, t, L.Create(1.3019891e-1f));
        p = L.Fma(p, t, L.Create(2.1480778e-1f));
        p = L.Fma(p, t, L.Create(2.2496542e-1f));
        p = L.Fma(p, t, L.Create(2.2570622e-1f));
        return p;
    }
}
