using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <content>Sine, cosine, tangent and their inverses.</content>
internal static partial class Transcendental
{
    // π/2 in three parts. The first has 24 bits: x − n · HalfPi1 is exact, for it is a multiple of 2⁻²³ and below 1.
    private const float HalfPi1 = (float)(Math.PI / 2);
    private const float HalfPi2 = -4.3711388e-8f; // the next 24 bits of π/2 = 1.57079632679489661923132169163975144...
    private const float HalfPi3 = -1.7151245e-15f;
    private const float TwoOverPi = (float)(2 / Math.PI);
    private const float Pi1 = (float)Math.PI;
    private const float Pi2 = 2 * HalfPi2;

    // Up to here three parts are enough; beyond all bits of 2/π are needed.
    private const float MostReduced = 100_000f;

    /// <summary>sin x for every finite x. 1.6 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sin<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        if (IsFar<L, V>(x))
        {
            return SinFar<L, V>(x);
        }

        V r = ReduceAngle<L, V>(x, out V n);
        return L.Select(L.Equal(x, L.Create(0f)), x, Quadrant<L, V>(r, n));
    }

    /// <summary>cos x for every finite x. 1.6 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Cos<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        if (IsFar<L, V>(x))
        {
            return CosFar<L, V>(x);
        }

        V r = ReduceAngle<L, V>(x, out V n);
        return Quadrant<L, V>(r, L.Add(n, L.Create(1f)));
    }

    /// <summary>tan x for every finite x. 3 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tan<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        if (IsFar<L, V>(x))
        {
            return TanFar<L, V>(x);
        }

        V r = ReduceAngle<L, V>(x, out V n);
        return L.Select(L.Equal(x, L.Create(0f)), x, Quotient<L, V>(r, n));
    }

    /// <summary>arcsin x; NaN outside −1 to 1. From ½ on π/2 − 2 arcsin √((1 − x) / 2). 2.5 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Asin<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V inner = AsinSmall<L, V>(L.Abs(x), out V outside);
        V y = L.Select(outside, L.Subtract(L.Create(HalfPi1), L.Subtract(L.Add(inner, inner), L.Create(HalfPi2))), inner);
        return CopySign<L, V>(y, x);
    }

    /// <summary>arccos x; NaN outside −1 to 1. 1.5 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Acos<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V inner = AsinSmall<L, V>(L.Abs(x), out V outside);
        V below = L.Less(x, L.Create(0f));
        V twice = L.Add(inner, inner);
        V far = L.Select(below, L.Subtract(L.Create(Pi1), L.Subtract(twice, L.Create(Pi2))), twice);
        V near = L.Subtract(L.Create(HalfPi1), L.Subtract(CopySign<L, V>(inner, x), L.Create(HalfPi2)));
        return L.Select(outside, far, near);
    }

    /// <summary>arctan x; of 1/x where |x| is above 1. 1.5 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Atan<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V size = L.Abs(x);
        V outside = L.Less(L.Create(1f), size);
        V inner = AtanSmall<L, V>(L.Select(outside, L.Divide(L.Create(1f), size), size));
        V y = L.Select(outside, L.Subtract(L.Create(HalfPi1), L.Subtract(inner, L.Create(HalfPi2))), inner);
        return CopySign<L, V>(y, x);
    }

    /// <summary>The angle of the point (x, y) from −π to π, with the signs of zeros and the infinities of C's atan2. 2 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Atan2<L, V>(V y, V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V sizeX = L.Abs(x), sizeY = L.Abs(y);
        V steep = L.Less(sizeX, sizeY);
        V most = L.Select(steep, sizeY, sizeX), least = L.Select(steep, sizeX, sizeY);
        V ratio = L.Divide(least, most);
        ratio = L.Select(L.Equal(least, most), L.Select(L.Equal(most, L.Create(0f)), most, L.Create(1f)), ratio);
        V angle = AtanSmall<L, V>(ratio);
        angle = L.Select(steep, L.Subtract(L.Create(HalfPi1), L.Subtract(angle, L.Create(HalfPi2))), angle);
        V left = L.Less(CopySign<L, V>(L.Create(1f), x), L.Create(0f));
        angle = L.Select(left, L.Subtract(L.Create(Pi1), L.Subtract(angle, L.Create(Pi2))), angle);
        return L.Select(L.And(L.Equal(x, x), L.Equal(y, y)), CopySign<L, V>(angle, y), L.Add(x, y));
    }

    /// <summary>Whether a number lies beyond the range of <see cref="ReduceAngle"/>. Such vectors are left to calls of their own: what a call may write to would lie in memory throughout a loop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsFar<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Any(L.Less(L.Create(MostReduced), L.Abs(x)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V SinFar<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V r = ReduceFarAngle<L, V>(x, out V n);
        return L.Select(L.Equal(x, L.Create(0f)), x, Quadrant<L, V>(r, n));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V CosFar<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V r = ReduceFarAngle<L, V>(x, out V n);
        return Quadrant<L, V>(r, L.Add(n, L.Create(1f)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V TanFar<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V r = ReduceFarAngle<L, V>(x, out V n);
        return L.Select(L.Equal(x, L.Create(0f)), x, Quotient<L, V>(r, n));
    }

    /// <summary>x − n π/2 with whole n, |result| ≤ π/4 and a little more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ReduceAngle<L, V>(V x, out V n)
        where L : ILanes<V>
        where V : unmanaged
    {
        n = L.Round(L.Multiply(x, L.Create(TwoOverPi)));
        V r = L.Fma(n, L.Create(-HalfPi1), x);
        r = L.Fma(n, L.Create(-HalfPi2), r);
        return L.Fma(n, L.Create(-HalfPi3), r);
    }

    private static V ReduceFarAngle<L, V>(V x, out V n)
        where L : ILanes<V>
        where V : unmanaged
    {
        V r = ReduceAngle<L, V>(x, out n);
        LargeAngles.Reduce<L, V>(x, ref r, ref n, MostReduced);
        return r;
    }

    /// <summary>sin(r + n π/2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Quadrant<L, V>(V r, V n)
        where L : ILanes<V>
        where V : unmanaged
    {
        V t = L.Multiply(r, r);
        V odd = Odd<L, V>(n, out V half);
        V y = L.Select(odd, CosSmall<L, V>(t), SinSmall<L, V>(r, t));
        return L.Xor(y, L.LowestBitAsSign(half));
    }

    /// <summary>tan(r + n π/2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Quotient<L, V>(V r, V n)
        where L : ILanes<V>
        where V : unmanaged
    {
        V t = L.Multiply(r, r);
        V sin = SinSmall<L, V>(r, t), cos = CosSmall<L, V>(t);
        V odd = Odd<L, V>(n, out _);
        V y = L.Divide(L.Select(odd, cos, sin), L.Select(odd, sin, cos));
        return L.Xor(y, L.LowestBitAsSign(n));
    }

    /// <summary>Whether whole numbers are odd, and their halves rounded down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Odd<L, V>(V n, out V half)
        where L : ILanes<V>
        where V : unmanaged
    {
        V exact = L.Multiply(n, L.Create(0.5f));
        half = L.Floor(exact);
        return L.Less(half, exact);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SinSmall<L, V>(V r, V t)
        where L : ILanes<V>
        where V : unmanaged => L.Fma(L.Multiply(r, t), Polynomials.SinTail<L, V>(t), r);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V CosSmall<L, V>(V t)
        where L : ILanes<V>
        where V : unmanaged => L.Fma(t, L.Fma(t, Polynomials.CosTail<L, V>(t), L.Create(-0.5f)), L.Create(1f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V AsinSmall<L, V>(V size, out V outside)
        where L : ILanes<V>
        where V : unmanaged
    {
        outside = L.Less(L.Create(0.5f), size);
        V t = L.Select(outside, L.Multiply(L.Subtract(L.Create(1f), size), L.Create(0.5f)), L.Multiply(size, size));
        V z = L.Select(outside, L.Sqrt(t), size);
        return L.Fma(L.Multiply(z, t), Polynomials.AsinTail<L, V>(t), z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V AtanSmall<L, V>(V z)
        where L : ILanes<V>
        where V : unmanaged
    {
        V t = L.Multiply(z, z);
        return L.Fma(L.Multiply(z, t), Polynomials.AtanTail<L, V>(t), z);
    }
}
