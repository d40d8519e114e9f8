using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Exact remainders and quotients rounded down.</summary>
internal static unsafe class Division
{
    // From here on the rounded quotient may be off by more than one, and the remainder is found digit by digit.
    private const float MostQuotient = 4194304f;

    /// <summary>x − n y with n = x / y cut towards 0: the sign is that of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Fmod<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged
    {
        V sizeX = L.Abs(x), sizeY = L.Abs(y), infinity = L.Create(float.PositiveInfinity), zero = L.Create(0f);
        V quotient = L.Truncate(L.Divide(sizeX, sizeY));

        // The rounded quotient may be too large by one; the difference is exact.
        V rest = L.Fma(Transcendental.Negate<L, V>(quotient), sizeY, sizeX);
        rest = L.Select(L.Less(rest, zero), L.Add(rest, sizeY), rest);
        rest = L.Select(L.And(L.Less(sizeX, infinity), L.Equal(sizeY, infinity)), sizeX, rest);
        if (L.Any(L.And(L.Less(L.Create(MostQuotient), quotient), L.And(L.Less(sizeX, infinity), L.Less(zero, sizeY)))))
        {
            Slow<L, V>(sizeX, sizeY, quotient, ref rest);
        }

        return Transcendental.CopySign<L, V>(rest, x);
    }

    /// <summary>x − n y with n = x / y rounded down: the sign is that of y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Remainder<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged
    {
        V rest = Fmod<L, V>(x, y);
        return L.Select(Opposite<L, V>(rest, y), L.Add(rest, y), rest);
    }

    /// <summary>x / y rounded down, of the exact quotient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Floor<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged
    {
        V rest = Fmod<L, V>(x, y);
        V quotient = L.Divide(L.Subtract(x, rest), y);
        quotient = L.Round(L.Select(Opposite<L, V>(rest, y), L.Subtract(quotient, L.Create(1f)), quotient));

        // 0 has the sign of x / y, and what is divided by 0 is not rounded.
        V zero = L.Create(0f), plain = L.Divide(x, y);
        quotient = L.Select(L.Equal(quotient, zero), Transcendental.CopySign<L, V>(zero, plain), quotient);
        return L.Select(L.Equal(y, zero), plain, quotient);
    }

    internal static double Remainder(double x, double y)
    {
        double rest = x % y;
        return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest;
    }

    internal static double Floor(double x, double y)
    {
        double rest = x % y;
        double quotient = (x - rest) / y;
        quotient = Math.Round(rest != 0 && (rest < 0) != (y < 0) ? quotient - 1 : quotient);
        return y == 0 ? x / y : quotient == 0 ? Math.CopySign(0, x / y) : quotient;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Opposite<L, V>(V rest, V y)
        where L : ILanes<V>
        where V : unmanaged
    {
        V zero = L.Create(0f);
        return L.Or(L.And(L.Less(rest, zero), L.Less(zero, y)), L.And(L.Less(zero, rest), L.Less(y, zero)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Slow<L, V>(V x, V y, V quotient, ref V rest)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* left = (float*)&x, right = (float*)&y, ratio = (float*)&quotient;
        fixed (V* result = &rest)
        {
            for (int i = 0; i < L.Count; i++)
            {
                if (ratio[i] > MostQuotient)
                {
                    ((float*)result)[i] = left[i] % right[i];
                }
            }
        }
    }
}
