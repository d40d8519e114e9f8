namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>A grid of output places that share their taps. A convolution has one; its input gradient has one for each phase of the stride.</summary>
internal unsafe struct CorrelationGrid
{
    /// <summary>Where each tap of each channel of a group lies from the place of the grid, in the order of the sum.</summary>
    internal nint* Offsets;

    /// <summary>How many there are.</summary>
    internal nint Length;

    /// <summary>The weights in blocks of filters, within a block tap by tap.</summary>
    internal float* Weights;

    /// <summary>The rows and columns of the grid.</summary>
    internal int RowBegin;
    internal int RowEnd;
    internal int ColumnBegin;
    internal int ColumnEnd;

    /// <summary>Place (r, c) is element First + r · Row + c · Column of an output plane.</summary>
    internal nint First;
    internal nint Row;
    internal nint Column;

    internal readonly int Columns => ColumnEnd - ColumnBegin;
}
