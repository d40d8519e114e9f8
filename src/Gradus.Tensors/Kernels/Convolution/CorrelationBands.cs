namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>How the work is cut. No cut changes a sum.</summary>
internal static class CorrelationBands
{
    /// <summary>Numbers of laid-out planes that stay in the second cache beside weights and results.</summary>
    internal const nint MostNumbers = 64 * 1024;

    /// <summary>Multiplications from which on a second thread pays.</summary>
    private const long LeastProducts = 400_000;

    /// <summary>Parts a thread, so that a slow thread does not hold up the others.</summary>
    private const int PartsPerThread = 2;

    /// <summary>Chooses between places and filters in lanes, and how many filters make a block. Both give the same bits.</summary>
    internal static void Block(ref CorrelationCall call, nint length)
    {
        ConvolutionTile tile = ConvolutionTile.Of(call.Isa);
        int rows = call.RowEnd - call.RowBegin, columns = call.ColumnEnd - call.ColumnBegin, filters = call.GroupFilters;
        int vectors = (filters + tile.Lanes - 1) / tile.Lanes;
        long places = columns < tile.Lanes ? Round(((rows - 1L) * call.Planes.Columns) + columns, tile.Lanes) : (long)rows * Round(columns, tile.Lanes);
        call.Turned = tile.Lanes > 1 && (columns < tile.Lanes || call.Planes.StrideWidth > 1)
            && Turned(vectors * tile.Lanes, length, (long)rows * columns) < Straight(filters, length, places) + Splitting(call.Planes, rows, tile.Lanes);
        (int most, int unit, int count) = call.Turned ? (tile.Vectors, tile.Lanes, vectors) : (tile.Rows, 1, filters);
        int blocks = (count + most - 1) / most;
        call.BlockFilters = (count + blocks - 1) / blocks * unit;
    }

    // In vectors of lanes each number costs its taps; turning it round costs as much as some 12 taps, and the tiles read a little more for each product.
    private static double Turned(long filters, nint length, long places) => 1.1 * filters * places * (length + 12);

    private static double Straight(long filters, nint length, long places) => (double)filters * places * (length + 3);

    // Splitting columns into phases costs about 20 steps a row, in each of which a vector could have been multiplied twice.
    private static double Splitting(in SourcePlanes planes, int rows, int lanes) =>
        planes.StrideWidth == 1 ? 0 : 40.0 * lanes * planes.Channels * planes.RowPhaseCount * planes.ColumnPhaseCount * rows;

    private static long Round(long number, int unit) => (number + unit - 1) / unit * unit;

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
