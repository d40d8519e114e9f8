using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>
/// Functions on float32 lanes, by IEEE operations alone, so that every width gives the same bits. The polynomials are in <see cref="Polynomials"/>. Each function says its largest error in units in the last
/// place (ULP) of the exact result, over all float32 arguments, subnormal ones and results included; tests hold it to that.
/// </summary>
/// <remarks>NaN comes out where NaN goes in, unless said otherwise, and −0 where an odd function gets −0.</remarks>
internal static partial class Transcendental
{
    private const float Log2E = (float)1.4426950408889634074;
    private const float Ln2High = 0.693359375f; // few bits, so that n · Ln2High is exact
    private const float Ln2Low = (float)(0.69314718055994530942 - 0.693359375);
    private const float Ln2 = (float)0.69314718055994530942;
    private const float LeastNormal = 1.17549435e-38f;

    /// <summary>The size of one number with the sign of another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V CopySign<L, V>(V size, V sign)
        where L : ILanes<V>
        where V : unmanaged => L.Or(L.Abs(size), L.And(sign, L.Create(-0f)));

    /// <summary>−|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V NegativeSize<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Or(x, L.Create(-0f));

    /// <summary>−x, also of 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Negate<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged => L.Xor(x, L.Create(-0f));
}
