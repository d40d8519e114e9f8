using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>What a sequence does at each step, in one element type and one width.</summary>
internal unsafe interface IRecurrentArithmetic<T>
    where T : unmanaged
{
    /// <summary>How many numbers a right operand of k rows and n columns takes when it is packed.</summary>
    static abstract nint PackedLength(GemmShape shape, nint k, nint n);

    /// <summary>Lays a right operand out as <see cref="Multiply"/> reads it.</summary>
    static abstract void Pack(GemmShape shape, T* to, T* b, nint rowB, nint columnB, nint k, nint n);

    /// <summary>C = start + A · B for a packed B. Start and C may be the same.</summary>
    static abstract void Multiply(GemmShape shape, T* a, nint rowA, T* packed, nint k, nint n, T* start, nint rowStart, T* c, nint rowC, nint rows);

    /// <summary>One step of one row behind the products.</summary>
    static abstract void Forward<TCell>(in CellRow<T> row)
        where TCell : unmanaged, IRecurrentCell;

    /// <summary>The gradient of one step of one row before the products.</summary>
    static abstract void Backward<TCell>(in CellRow<T> row)
        where TCell : unmanaged, IRecurrentCell;
}
