using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <content>Powers: 2 to the power of y log₂ x, with the logarithm to some 32 bits, for its error counts up to 128 times in the result.</content>
internal static partial class Transcendental
{
    private const double TwiceLog2E = 2 * 1.4426950408889634074;
    private const float TwiceLog2EHigh = (float)TwiceLog2E;
    private const float TwiceLog2ELow = (float)(TwiceLog2E - (double)TwiceLog2EHigh);

    /// <summary>x to the power of y with all special cases of C's pow: 1 for y = 0 and for x = 1, NaN for x below 0 unless y is whole. 2 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Pow<L, V>(V x, V y)
        where L : ILanes<V>
        where V : unmanaged
    {
        V one = L.Create(1f), zero = L.Create(0f), infinity = L.Create(float.PositiveInfinity), size = L.Abs(x);
        V high = LogBase2<L, V>(size, out V low);
        high = L.Select(L.Equal(size, zero), L.Create(float.NegativeInfinity), L.Select(L.Less(size, infinity), high, size));

        // The product in two parts; where it is out of range or not a number the first alone decides.
        V product = L.Multiply(y, high);
        V inRange = L.Less(L.Abs(product), L.Create(200f));
        V rest = L.Select(inRange, L.Fma(y, low, L.Fma(y, high, Negate<L, V>(product))), zero);
        V bounded = L.Max(L.Create(-160f), L.Min(L.Create(140f), product));
        V n = L.Round(bounded);
        V r = L.Add(L.Subtract(bounded, n), rest);
        V result = L.Scale(L.Fma(Polynomials.Exp2Tail<L, V>(r), r, one), n);

        V half = L.Multiply(y, L.Create(0.5f));
        V whole = L.Equal(L.Round(y), y);
        V odd = L.And(whole, L.Less(L.Floor(half), half));
        result = L.Select(L.And(L.Less(x, zero), L.Less(size, infinity)), L.Select(whole, result, L.Create(float.NaN)), result);
        result = L.Xor(result, L.And(odd, L.And(x, L.Create(-0f))));
        V unit = L.And(L.Equal(x, L.Create(-1f)), L.Equal(L.Abs(y), infinity));
        return L.Select(L.Or(unit, L.Or(L.Equal(x, one), L.Equal(y, zero))), one, result);
    }

    /// <summary>log₂ of a positive number in two parts: e + 2 log₂e artanh s with s = f / (2 + f), whose own rounding is made up for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogBase2<L, V>(V x, out V low)
        where L : ILanes<V>
        where V : unmanaged
    {
        V exponent = LogParts<L, V>(x, out V f);
        V mantissa = L.Add(f, L.Create(1f));
        V sum = L.Add(mantissa, L.Create(1f));
        V sumLow = L.Subtract(mantissa, L.Subtract(sum, L.Create(1f)));
        V inverse = L.Divide(L.Create(1f), sum);
        V s = L.Multiply(f, inverse);
        V missing = L.Fma(Negate<L, V>(s), sumLow, L.Fma(Negate<L, V>(s), sum, f));
        V t = L.Multiply(s, s);
        V tail = L.Fma(missing, inverse, L.Multiply(L.Multiply(s, t), Polynomials.ArtanhTail<L, V>(t)));
        V factor = L.Create(TwiceLog2EHigh);
        V product = L.Multiply(s, factor);
        low = L.Fma(tail, factor, L.Fma(s, L.Create(TwiceLog2ELow), L.Fma(s, factor, Negate<L, V>(product))));
        V first = L.Add(exponent, product);
        low = L.Add(low, L.Add(L.Subtract(exponent, first), product));
        V high = L.Add(first, low);
        low = L.Add(L.Subtract(first, high), low);
        return high;
    }
}
