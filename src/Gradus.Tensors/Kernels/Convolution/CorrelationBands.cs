using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>How the work is cut. No cut changes a sum.</summary>
internal static class CorrelationBands
{
    /// <summary>Numbers of laid-out planes that stay in the second cache beside weights and results.</summary>
    private const nint MostNumbers = 64 * 1024;

    /// <summary>Multiplications from which on a second thread pays.</summary>
    private const long LeastProducts = 400_000;

    /// <summary>Parts a thread, so that a slow thread does not hold up the others.</summary>
    private const int PartsPerThread = 2;

    /// <summary>Filters of a block: as many as a tile has rows at most, in blocks of nearly the same size.</summary>
    internal static int Block(Isa isa, int filters)
    {
        int rows = GemmShape.Of(isa).Rows, blocks = (filters + rows - 1) / rows;
        return blocks == 0 ? rows : (filters + blocks - 1) / blocks;
    }

    /// <summary>Cuts the rows of the grids into bands and sets the rows of the laid-out planes.</summary>
    internal static void Cut(ref CorrelationCall call, int images, long products)
    {
        int rows = Math.Max(1, call.RowEnd - call.RowBegin), threads = products < LeastProducts ? 1 : GradusThreads.Count;
        int bands = threads == 1 || images >= 4 * threads ? 1 : (PartsPerThread * threads + images - 1) / images;
        call.BandRows = Rows(call.Planes, rows, Math.Min(bands, rows));
        call.Bands = (rows + call.BandRows - 1) / call.BandRows;
        call.Planes.Rows = call.BandRows + call.Planes.ExtraRows;
    }

    /// <summary>Rows of a band that is at most so large that its planes stay in the cache.</summary>
    internal static int Rows(in SourcePlanes planes, int rows, int bands)
    {
        nint row = Math.Max(1, (nint)planes.Columns * planes.RowPhaseCount * planes.ColumnPhaseCount * planes.Channels);
        int fitting = (int)Math.Clamp((MostNumbers / row) - planes.ExtraRows, Math.Min(rows, 4), rows);
        bands = Math.Max(bands, (rows + fitting - 1) / fitting);
        return (rows + bands - 1) / bands;
    }
}
