using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>A band of a grid with places in lanes.</summary>
internal static unsafe class StraightPlaces
{
    private const int StripSlots = 2 * CorrelationTiles.MostVectors;
    private const int UpperHalf = 3; // behind the vectors of a strip

    /// <param name="call">The whole call.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="place">Where the band lies, for the first group.</param>
    /// <param name="sourceGroup">The distance of groups in the source.</param>
    /// <param name="toGroup">The distance of groups in the result.</param>
    internal static void Run<L, V>(in CorrelationCall call, in CorrelationGrid grid, CorrelationPlace place, nint sourceGroup, nint toGroup)
        where L : ILanes<V>
        where V : unmanaged
    {
        int most = call.GroupFilters == 1 ? CorrelationTiles.MostVectors : ConvolutionTile.Of(call.Isa).Vectors;
        bool inPairs = InPairs<V>(call, grid, place), inRows = !inPairs && InRows(grid, L.Count, call.Planes.Columns, place.ToRow);
        int pairs = inPairs ? place.Rows / 2 : 0;
        int vectors = inRows ? place.Rows * ((grid.Columns + L.Count - 1) / L.Count) : inPairs ? PlainVectors(grid, L.Count, place.Rows) : 0;
        nint* strips = null, plain = null;
        if (pairs + vectors > 0)
        {
            strips = place.Scratch.Slots((pairs + ((vectors + most - 1) / most)) * StripSlots);
            plain = strips + (pairs * StripSlots);
            Slots(call, grid, place, most, L.Count, pairs, strips, plain);
        }

        for (int group = 0; group < call.Groups; group++)
        {
            for (int pair = 0; pair < pairs; pair++)
            {
                Halves(call, grid, place, strips + (pair * StripSlots));
            }

            nint* strip = plain;
            for (int done = 0; done < vectors; done += most, strip += StripSlots)
            {
                Filters<L, V>(call, grid, place, place.Source, place.To, strip, Math.Min(most, vectors - done));
            }

            if (strips is null)
            {
                Runs<L, V>(most, call, grid, place);
            }

            place.Source += sourceGroup;
            place.To += toGroup;
            place.Weights += CorrelationWeights.Size(call, grid.Length);
            place.Bias += call.PaddedFilters;
        }
    }

    /// <summary>Whether vectors that begin anew in each row cost less than ones that run on over the padding and are cut afterwards. Rows that are no multiple of a vector end with one that overlaps.</summary>
    private static bool InRows(in CorrelationGrid grid, int lanes, int pitch, nint toRow)
    {
        if (grid.Columns < lanes)
        {
            return false;
        }

        // A vector costs its multiplications; cutting it costs about as much as three taps.
        const int Cut = 3;
        long vectors = (grid.Columns + lanes - 1) / lanes;
        bool whole = pitch == grid.Columns && toRow == pitch;
        return vectors * lanes * grid.Length <= pitch * (grid.Length + (whole ? 0 : Cut));
    }

    /// <summary>Whether rows leave half a vector over that two of them can share: then nothing is computed for the padding, and nothing is cut.</summary>
    private static bool InPairs<V>(in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place)
        where V : unmanaged
    {
        int lanes = Vector512<float>.Count;
        bool whole = call.Planes.Columns == grid.Columns && place.ToRow == grid.Columns;
        return typeof(V) == typeof(Vector512<float>) && call.GroupFilters > 1 && place.Rows > 1 && grid.Columns > lanes && grid.Columns % lanes == lanes / 2 && !whole;
    }

    /// <summary>The vectors that do not share a strip with a divided one: two whole ones of each pair of rows go with it; a last row without a partner ends with one that overlaps.</summary>
    private static int PlainVectors(in CorrelationGrid grid, int lanes, int rows)
    {
        int whole = grid.Columns / lanes;
        return (rows / 2 * ((2 * whole) - 2)) + (rows % 2 * (whole + 1));
    }

    /// <summary>Where the vectors of a band are read and written, strip by strip: the same for all groups.</summary>
    private static void Slots(in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place, int most, int lanes, int pairs, nint* strips, nint* plain)
    {
        int used = 0;
        for (int row = 0; row < place.Rows; row++)
        {
            bool paired = row < 2 * pairs;
            nint* strip = strips + (row / 2 * StripSlots);
            for (int column = 0; column < grid.Columns; column += lanes)
            {
                if (paired && column + lanes > grid.Columns)
                {
                    Set(call, place, strip + (row % 2 * UpperHalf), row, column);
                }
                else if (paired && column == 0)
                {
                    Set(call, place, strip + 1 + (row % 2), row, column);
                }
                else
                {
                    if (used == most)
                    {
                        plain += StripSlots;
                        used = 0;
                    }

                    Set(call, place, plain + used++, row, Math.Min(column, grid.Columns - lanes));
                }
            }
        }
    }

    private static void Set(in CorrelationCall call, in CorrelationPlace place, nint* slot, int row, int column)
    {
        slot[0] = ((nint)row * call.Planes.Columns) + column;
        slot[CorrelationTiles.MostVectors] = (row * place.ToRow) + column;
    }

    private static void Halves(in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place, nint* strip)
    {
        for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
        {
            int height = Math.Min(call.BlockFilters, call.GroupFilters - filter);
            CorrelationTiles.RunHalves(height, place.Weights + (filter * grid.Length), grid.Offsets, grid.Length, place.Source, place.To + (filter * place.ToPlane), strip, place.Bias + filter, place.ToPlane, call.Relu);
        }
    }

    private static void Filters<L, V>(in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place, float* source, float* to, nint* slots, int vectors)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
        {
            int height = Math.Min(call.BlockFilters, call.GroupFilters - filter);
            CorrelationTiles.Run<L, V>(height, vectors, place.Weights + (filter * grid.Length), grid.Offsets, grid.Length, source, to + (filter * place.ToPlane), slots, place.Bias + filter, place.ToPlane, call.Relu);
        }
    }

    private static void Runs<L, V>(int most, in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint* slots = stackalloc nint[2 * CorrelationTiles.MostVectors];
        for (int j = 0; j < CorrelationTiles.MostVectors; j++)
        {
            slots[j] = slots[CorrelationTiles.MostVectors + j] = j * L.Count;
        }

        int pitch = call.Planes.Columns, width = most * L.Count;
        float* tile = place.Scratch.Tile((nint)call.BlockFilters * width);
        nint places = ((nint)(place.Rows - 1) * pitch) + grid.Columns;
        bool whole = pitch == grid.Columns && place.ToRow == pitch;
        for (nint first = 0; first < places; first += width)
        {
            nint count = Math.Min(width, places - first);
            int vectors = (int)((count + L.Count - 1) / L.Count);
            if (whole && count == vectors * L.Count)
            {
                Filters<L, V>(call, grid, place, place.Source + first, place.To + first, slots, vectors);
                continue;
            }

            for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
            {
                int height = Math.Min(call.BlockFilters, call.GroupFilters - filter);
                CorrelationTiles.Run<L, V>(height, vectors, place.Weights + (filter * grid.Length), grid.Offsets, grid.Length, place.Source + first, tile, slots, place.Bias + filter, width, call.Relu);
                Cut(grid, place, tile, width, place.To + (filter * place.ToPlane), height, first, count, pitch);
            }
        }
    }

    /// <summary>Lays what is not padding of a tile into the result.</summary>
    private static void Cut(in CorrelationGrid grid, in CorrelationPlace place, float* tile, nint tileRow, float* to, int height, nint first, nint count, int pitch)
    {
        nint row = first / pitch, column = first % pitch;
        for (nint done = 0; done < count; row++, column = 0)
        {
            nint length = Math.Min(grid.Columns - column, count - done);
            if (length > 0)
            {
                float* target = to + (row * place.ToRow) + column;
                for (int i = 0; i < height; i++)
                {
                    RowCopy.Run(tile + (i * tileRow) + done, target + (i * place.ToPlane), length);
                }
            }

            done += pitch - column;
        }
    }
}
