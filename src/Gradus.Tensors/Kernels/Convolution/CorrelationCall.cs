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
    internal int Groups;
    internal int GroupChannels;
    internal int GroupFilters;

    /// <summary>Filters of a block of the packed weights.</summary>
    internal int BlockFilters;

    /// <summary>One number a filter; zeros where there is none.</summary>
    internal float* Bias;
    internal bool Relu;

    /// <summary>The rows and the first column of all grids together, and how the rows are cut.</summary>
    internal int RowBegin;
    internal int RowEnd;
    internal int ColumnBegin;
    internal int BandRows;
    internal int Bands;
}
