namespace Gradus.Tensors.Kernels.Sorting;

/// <summary>A number and its place as one unsigned key: keys are never equal, so that every order by them is the stable one.</summary>
/// <typeparam name="TKey">The key.</typeparam>
internal interface ISortKey<TKey> : IComparable<TKey>
    where TKey : unmanaged, ISortKey<TKey>
{
    /// <summary>The bytes of the number.</summary>
    static abstract int Digits { get; }

    /// <summary>Where the number stood.</summary>
    int Place { get; }

    /// <summary>A byte of the number, the least first.</summary>
    int Digit(int index);

    static abstract bool operator <(TKey a, TKey b);

    static abstract bool operator >(TKey a, TKey b);
}
