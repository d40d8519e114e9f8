namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>The two things that a sequence does at each step, in one element type.</summary>
internal unsafe interface IRecurrentArithmetic<T>
    where T : unmanaged
{
    /// <summary>Lays a right operand out as <see cref="Multiply"/> reads it.</summary>
    static abstract void Pack(T* to, T* b, nint rowB, nint columnB, nint k, nint n);

    /// <summary>C = start + A · B for a packed B. Rows of C have room for n rounded up to 16; what lies behind n there is overwritten.</summary>
    static abstract void Multiply(T* a, nint rowA, T* packed, nint k, nint n, T* start, nint rowStart, T* c, nint rowC, nint rows);

    /// <summary>One step of one row behind the products.</summary>
    static abstract void Forward<TCell>(in CellRow<T> row)
        where TCell : unmanaged, IRecurrentCell;

    /// <summary>The gradient of one step of one row before the products.</summary>
    static abstract void Backward<TCell>(in CellRow<T> row)
        where TCell : unmanaged, IRecurrentCell;
}
