using Gradus.Tensors.Kernels.Normalization;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>Sums over taps of a batch of images, cut into bands of rows.</summary>
internal unsafe struct CorrelationCall
{
    internal Isa Isa;
    internal SourcePlanes Planes;
    internal float* Source;
    internal nint SourceImage;
    internal float* To;
    internal nint ToImage;
    internal nint ToPlane;
    internal CorrelationGrid* Grids;
    internal int GridCount;

    /// <summary>How many grids share the rows of the output, column by column in turn.</summary>
    internal int RowGrids;
    internal int Groups;
    internal int GroupChannels;
    internal int GroupFilters;

    /// <summary>Whether filters lie in lanes instead of places.</summary>
    internal bool Turned;

    /// <summary>Filters of a block of the packed weights.</summary>
    internal int BlockFilters;

    /// <summary>One number a filter, for each group filled up to whole blocks; zeros where there is no bias.</summary>
    internal float* Bias;
    internal bool Relu;

    /// <summary>What is done to each band of the result while it is in the second cache; Y is the whole result, or null for nothing.</summary>
    internal Planes Finish;

    /// <summary>The rows and columns of all grids together, and how the rows are cut.</summary>
    internal int RowBegin;
    internal int RowEnd;
    internal int ColumnBegin;
    internal int ColumnEnd;
    internal int BandRows;
    internal int Bands;

    /// <summary>Filters of a group, filled up to whole blocks.</summary>
    internal readonly int PaddedFilters => (GroupFilters + BlockFilters - 1) / BlockFilters * BlockFilters;
}
