namespace Gradus.Tensors;

/// <summary>What a <see cref="TensorIndex"/> does to a dimension.</summary>
internal enum TensorIndexKind
{
    /// <summary>Takes one index; the dimension goes away.</summary>
    Select,

    /// <summary>Takes a run of indices.</summary>
    Slice,

    /// <summary>Inserts a dimension.</summary>
    NewAxis,

    /// <summary>Leaves dimensions as they are.</summary>
    Ellipsis,

    /// <summary>Takes what a tensor names.</summary>
    Tensor,
}
