#!/usr/bin/python3
"""Writes Polynomials.Generated.cs: the polynomials behind the float32 functions, each the best for its interval.

Needs Debian's python3-numpy and python3-mpmath. Run it in this folder.
A coefficient comes from a weighted least-squares fit on Chebyshev points whose weights grow where the error is large (Lawson's
iteration), so that the fit goes to the one with the smallest largest error; coefficients are rounded to float32 one after the
other, from the lowest, and the others fitted again around the rounded ones. The error that is written beside each polynomial is
relative to the whole function, in units of 2^-24, before the roundings of its evaluation.
"""
import mpmath as mp
import numpy as np

mp.mp.dps = 40
UNIT = 2.0 ** -24


def lawson(basis, target, weight, rounds=80):
    share, best, chosen = np.ones(len(target)), np.inf, None
    for _ in range(rounds):
        scale = np.sqrt(share) * weight
        coefficients, *_ = np.linalg.lstsq(basis * scale[:, None], target * scale, rcond=None)
        error = np.abs(weight * (basis @ coefficients - target))
        if error.max() < best:
            best, chosen = error.max(), coefficients
        share = share * (error / error.max() + 1e-12)
        share /= share.max()
    return chosen


def fit(target, weight, low, high, degree, points=1500):
    angle = np.cos(np.pi * (np.arange(points) + 0.5) / points)
    at = (low + high) / 2 + (high - low) / 2 * angle
    want = np.array([float(target(mp.mpf(v))) for v in at])
    weights = np.array([float(weight(mp.mpf(v))) for v in at])
    powers = np.polynomial.polynomial.polyvander(at, degree)
    rounded, rest = [], want.copy()
    for d in range(degree + 1):
        c = np.float32(lawson(powers[:, d:], rest, weights)[0])
        rounded.append(c)
        rest = rest - float(c) * powers[:, d]
    return rounded, np.abs(weights * rest).max() / UNIT


def tail(function, first, power):
    """(f(x) - the given first terms) / x^power, by the Taylor series where the difference would cancel."""
    def value(x):
        if abs(x) > mp.mpf(10) ** -6:
            return (function(x) - first(x)) / x ** power
        return mp.taylor(function, 0, power)[power]
    return value


def odd(function):
    """The function P of t = x^2 with f(x) = x + x^3 P(t)."""
    inner = tail(function, lambda x: x, 3)
    return lambda t: inner(mp.sqrt(t) if t > 0 else mp.mpf(0))


def odd_weight(function):
    return lambda t: t if t < 1e-12 else mp.sqrt(t) ** 3 / function(mp.sqrt(t))


HALF_LN2 = float(mp.log(2) / 2)
LOW, HIGH = float(mp.sqrt(0.5) - 1), float(mp.sqrt(2) - 1)
QUARTER = float(mp.pi / 4) * (1 + 2.0 ** -6)
RATIO = float((mp.sqrt(2) - 1) / (mp.sqrt(2) + 1))
ERFCX = mp.mpf("0.4")


def scaled_complement(t):
    """erfc(x) e^(x^2) / t with t = 1 / (1 + 0.4 x)."""
    x = (1 / t - 1) / ERFCX
    return mp.erfc(x) * mp.exp(x * x) / t


CASES = [
    ("ExpTail", "(eʳ − 1 − r) / r² for |r| ≤ ln 2 / 2", "r", tail(mp.exp, lambda r: 1 + r, 2), lambda r: r ** 2 / mp.exp(r), -HALF_LN2, HALF_LN2, 4),
    ("Exp2Tail", "(2ʳ − 1) / r for |r| ≤ ½", "r", tail(lambda r: mp.mpf(2) ** r, lambda r: 1, 1), lambda r: r / mp.mpf(2) ** r, -0.501, 0.501, 5),
    ("LogTail", "(ln(1 + f) − f + f²/2) / f³ for 1 + f from √½ to √2", "f", tail(lambda f: mp.log(1 + f), lambda f: f - f * f / 2, 3),
     lambda f: f ** 2 if abs(f) < 1e-9 else f ** 3 / mp.log(1 + f), LOW, HIGH, 7),
    ("ArtanhTail", "(artanh s − s) / s³ as a function of t = s² for s = f / (2 + f), 1 + f from √½ to √2", "t", odd(mp.atanh), odd_weight(mp.atanh), 0.0, RATIO ** 2, 3),
    ("SinTail", "(sin r − r) / r³ as a function of t = r² for |r| ≤ π/4 and a little more", "t", odd(mp.sin), odd_weight(mp.sin), 0.0, QUARTER ** 2, 2),
    ("CosTail", "(cos r − 1 + r²/2) / r⁴ as a function of t = r² for |r| ≤ π/4 and a little more", "t",
     lambda t: mp.mpf(1) / 24 if t < 1e-10 else (mp.cos(mp.sqrt(t)) - 1 + t / 2) / t ** 2, lambda t: t ** 2 / mp.cos(mp.sqrt(t)), 0.0, QUARTER ** 2, 2),
    ("AsinTail", "(arcsin x − x) / x³ as a function of t = x² for |x| ≤ ½", "t", odd(mp.asin), odd_weight(mp.asin), 0.0, 0.25, 4),
    ("AtanTail", "(arctan x − x) / x³ as a function of t = x² for |x| ≤ 1", "t", odd(mp.atan), odd_weight(mp.atan), 0.0, 1.0, 8),
    ("SinhTail", "(sinh x − x) / x³ as a function of t = x² for |x| ≤ 1", "t", odd(mp.sinh), odd_weight(mp.sinh), 0.0, 1.0, 3),
    ("ErfTail", "erf x / x − 1 as a function of t = x² for |x| ≤ 1", "t",
     lambda t: (2 / mp.sqrt(mp.pi) if t == 0 else mp.erf(mp.sqrt(t)) / mp.sqrt(t)) - 1, lambda t: 1 if t == 0 else mp.sqrt(t) / mp.erf(mp.sqrt(t)), 0.0, 1.0, 6),
    ("ErfcScaled", "erfc(x) e^(x²) / t as a function of t = 1 / (1 + 0.4 x) for x from 0 to 10.1", "t", scaled_complement, lambda t: 1 / scaled_complement(t),
     float(1 / (1 + ERFCX * mp.mpf("10.1"))), 1.0, 9),
]

HEAD = """// Written by Polynomials.template.py; change that file, not this one.
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>The polynomials behind <see cref="Transcendental"/>, each with the smallest largest error on its interval; Horner's scheme with fused multiply-adds.</summary>
internal static class Polynomials
{
"""

METHOD = """    /// <summary>{what}; error {error:.2g} · 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V {name}<L, V>(V {x})
        where L : ILanes<V>
        where V : unmanaged
    {{
        V p = L.Create({first}f);
{steps}
        return p;
    }}
"""

if __name__ == "__main__":
    parts = []
    for name, what, x, target, weight, low, high, degree in CASES:
        coefficients, error = fit(target, weight, low, high, degree)
        print(name, degree, "%.3g" % error)
        text = [np.format_float_scientific(c, unique=True, trim="-", exp_digits=1) for c in coefficients]
        steps = "\n".join(f"        p = L.Fma(p, {x}, L.Create({c}f));" for c in text[-2::-1])
        parts.append(METHOD.format(name=name, what=what, x=x, error=error, first=text[-1], steps=steps))
    with open("Polynomials.Generated.cs", "w", encoding="utf-8") as out:
        out.write(HEAD + "\n".join(parts) + "}\n")
