namespace Gradus.Tensors.Kernels.Sorting;

/// <summary>What is asked of an order.</summary>
internal enum OrderKind
{
    /// <summary>The first so many, in order.</summary>
    First,

    /// <summary>The one at a place, counted from 1.</summary>
    Kth,
}
