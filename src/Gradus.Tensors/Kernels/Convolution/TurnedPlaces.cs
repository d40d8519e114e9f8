using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>A band of a grid with filters in lanes, for rows shorter than a vector; the result is turned round at the end.</summary>
internal static unsafe class TurnedPlaces
{
    /// <summary>Taps whose weights stay in the first cache while all places go over them.</summary>
    private const int BlockTaps = 128;

    /// <param name="call">The whole call.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="place">Where the band lies, for the first group.</param>
    /// <param name="sourceGroup">The distance of groups in the source.</param>
    /// <param name="toGroup">The distance of groups in the result.</param>
    internal static void Run<L, V>(in CorrelationCall call, in CorrelationGrid grid, CorrelationPlace place, nint sourceGroup, nint toGroup)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (int group = 0; group < call.Groups; group++)
        {
            Group<L, V>(call, grid, place);
            place.Source += sourceGroup;
            place.To += toGroup;
            place.Weights += CorrelationWeights.Size(call, grid.Length);
            place.Bias += call.PaddedFilters;
        }
    }

    private static void Group<L, V>(in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place)
        where L : ILanes<V>
        where V : unmanaged
    {
        int width = call.BlockFilters, vectors = width / L.Count, columns = grid.Columns, blocks = (columns + TurnedTiles.MostPlaces - 1) / TurnedTiles.MostPlaces;
        int most = Math.Min((columns + blocks - 1) / blocks, ConvolutionTile.Of(call.Isa).Rows);
        nint places = (nint)place.Rows * columns, step = call.Planes.ColumnStep;
        float* turned = place.Scratch.Turned(places * width);
        for (int filter = 0; filter < call.GroupFilters; filter += width)
        {
            float* weights = place.Weights + (filter * grid.Length), bias = place.Bias + filter;
            nint tap = 0;
            do
            {
                nint length = Math.Min(BlockTaps, grid.Length - tap);
                bool last = tap + length == grid.Length;
                float* to = turned;
                for (int row = 0; row < place.Rows; row++)
                {
                    float* source = place.Source + ((nint)row * call.Planes.Columns);
                    for (int column = 0; column < columns; column += most)
                    {
                        int rows = Math.Min(most, columns - column);
                        TurnedTiles.Run<L, V>(
                            rows, vectors, source + (column * step), step, grid.Offsets + tap, length, weights + (tap * width), tap == 0 ? bias : to, tap == 0 ? 0 : width, to, width, call.Relu && last);
                        to += rows * width;
                    }
                }

                tap += length;
            }
            while (tap < grid.Length);

            int filters = Math.Min(width, call.GroupFilters - filter);
            float* target = place.To + (filter * place.ToPlane);
            if (place.ToRow == columns)
            {
                Transposition.Run(turned, width, 1, target, place.ToPlane, places, filters);
                continue;
            }

            for (int row = 0; row < place.Rows; row++)
            {
                Transposition.Run(turned + ((nint)row * columns * width), width, 1, target + (row * place.ToRow), place.ToPlane, columns, filters);
            }
        }
    }
}
