using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>A band of a grid with places in lanes.</summary>
internal static unsafe class StraightPlaces
{
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
        bool inRows = InRows(grid, L.Count, call.Planes.Columns, place.ToRow);
        int vectors = inRows ? place.Rows * ((grid.Columns + L.Count - 1) / L.Count) : 0;
        nint* slots = inRows ? Slots<L, V>(call, grid, place, most, vectors) : null;
        for (int group = 0; group < call.Groups; group++)
        {
            if (inRows)
            {
                nint* strip = slots;
                for (int done = 0; done < vectors; done += most, strip += 2 * CorrelationTiles.MostVectors)
                {
                    Filters<L, V>(call, grid, place, place.Source, place.To, strip, Math.Min(most, vectors - done));
                }
            }
            else
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

    /// <summary>Where the vectors of a band are read and written, strip by strip: the same for all groups.</summary>
    private static nint* Slots<L, V>(in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place, int most, int vectors)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint* slots = place.Scratch.Slots((vectors + most - 1) / most * 2 * CorrelationTiles.MostVectors), strip = slots;
        int used = 0;
        for (int row = 0; row < place.Rows; row++)
        {
            for (int column = 0; column < grid.Columns; column += L.Count, used++)
            {
                if (used == most)
                {
                    strip += 2 * CorrelationTiles.MostVectors;
                    used = 0;
                }

                int at = Math.Min(column, grid.Columns - L.Count);
                strip[used] = ((nint)row * call.Planes.Columns) + at;
                strip[CorrelationTiles.MostVectors + used] = (row * place.ToRow) + at;
            }
        }

        return slots;
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
