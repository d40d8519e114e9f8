namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>What a kernel needs of a vector of float32, written once for each width; the scalar one has a single lane. All lanes do the same IEEE operations, so widths agree bit for bit.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal unsafe interface ILanes<TVector>
    where TVector : unmanaged
{
    static abstract int Count { get; }

    static abstract TVector Load(float* from);

    static abstract void Store(TVector value, float* to);

    /// <summary>Loads the first <paramref name="count"/> lanes, fewer than all; the others are 0, and no memory beyond is touched.</summary>
    static abstract TVector LoadPartial(float* from, nint count);

    /// <summary>Stores the first <paramref name="count"/> lanes, fewer than all; no memory beyond is touched.</summary>
    static abstract void StorePartial(TVector value, float* to, nint count);

    static abstract TVector Create(float value);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract TVector Fma(TVector a, TVector b, TVector c);

    static abstract TVector Sqrt(TVector a);

    static abstract TVector Abs(TVector a);

    /// <summary>a &lt; b ? a : b, so b where either is NaN.</summary>
    static abstract TVector Min(TVector a, TVector b);

    /// <summary>a &gt; b ? a : b, so b where either is NaN.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>All bits set where true.</summary>
    static abstract TVector Less(TVector a, TVector b);

    static abstract TVector LessOrEqual(TVector a, TVector b);

    static abstract TVector Equal(TVector a, TVector b);

    static abstract TVector Select(TVector mask, TVector whereTrue, TVector whereFalse);

    /// <summary>To the nearest whole number, ties to even.</summary>
    static abstract TVector Round(TVector a);

    /// <summary>2ⁿ for whole n from −126 to 127.</summary>
    static abstract TVector PowerOfTwo(TVector n);

    /// <summary>a · 2ⁿ rounded once, also where the result is subnormal, for whole n from −252 to 254.</summary>
    static abstract TVector Scale(TVector a, TVector n);

    /// <summary>A positive normal number as m · 2ᵉ with m from √½ up to but without √2; gives m.</summary>
    static abstract TVector Split(TVector a, out TVector exponent);

    /// <summary>To the next whole number below.</summary>
    static abstract TVector Floor(TVector a);

    /// <summary>To the next whole number above.</summary>
    static abstract TVector Ceiling(TVector a);

    /// <summary>To the next whole number towards 0.</summary>
    static abstract TVector Truncate(TVector a);

    /// <summary>And of the bits, for masks and signs.</summary>
    static abstract TVector And(TVector a, TVector b);

    static abstract TVector Or(TVector a, TVector b);

    static abstract TVector Xor(TVector a, TVector b);

    /// <summary>The lowest bit of a whole number moved to the sign bit; all other bits are 0. The number lies within ±2³¹.</summary>
    static abstract TVector LowestBitAsSign(TVector whole);

    /// <summary>Whether a mask is true in any lane.</summary>
    static abstract bool Any(TVector mask);
}
