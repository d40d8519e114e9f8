namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>A grid of output places that share their taps. A convolution has one; its input gradient has one for each phase of the stride.</summary>
internal unsafe struct CorrelationGrid
{
    /// <summary>Where each tap of each channel of a group lies from the place of the grid, in the order of the sum.</summary>
    internal nint* Offsets;

    /// <summary>How many there are.</summary>
    internal nint Length;

    /// <summary>The weights of all groups, see <see cref="CorrelationWeights"/>.</summary>
    internal float* Weights;

    /// <summary>The rows and columns of the grid.</summary>
    internal int RowBegin;
    internal int RowEnd;
    internal int ColumnBegin;
    internal int ColumnEnd;

    /// <summary>Place (r, c) is element First + r · Row + c · (grids that share rows) of an output plane.</summary>
    internal nint First;
    internal nint Row;

    internal readonly int Columns => ColumnEnd - ColumnBegin;
}
