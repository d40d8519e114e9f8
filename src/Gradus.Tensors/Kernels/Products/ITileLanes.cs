namespace Gradus.Tensors.Kernels.Products;

/// <summary>What a tile of the matrix product needs of a vector, for float32 and float64 and each width. Every lane does the same IEEE operations, so widths agree bit for bit.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
internal unsafe interface ITileLanes<T, TVector>
    where T : unmanaged
    where TVector : unmanaged
{
    static abstract int Count { get; }

    static abstract TVector Load(T* from);

    static abstract void Store(TVector value, T* to);

    /// <summary>All bits set in the first <paramref name="count"/> lanes.</summary>
    static abstract TVector FirstLanes(nint count);

    /// <summary>Loads the lanes that the mask has set and touches no other memory; the other lanes are 0.</summary>
    static abstract TVector LoadMasked(T* from, TVector mask);

    /// <summary>Stores the lanes that the mask has set and touches no other memory.</summary>
    static abstract void StoreMasked(TVector value, T* to, TVector mask);

    static abstract TVector Create(T value);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract TVector Fma(TVector a, TVector b, TVector c);

    /// <summary>a &lt; 0 ? 0 : a, so that NaN stays NaN.</summary>
    static abstract TVector Relu(TVector a);
}
