using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>A band of a grid with places in lanes.</summary>
internal static unsafe class StraightPlaces
{
    internal static void Run<L, V>(in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place)
        where L : ILanes<V>
        where V : unmanaged
    {
        int most = call.GroupFilters == 1 ? CorrelationTiles.MostVectors : GemmShape.Of(call.Isa).Vectors;
        if (InRows(grid, L.Count, call.Planes.Columns, place.ToRow))
        {
            Rows<L, V>(most, call, grid, place);
        }
        else
        {
            Runs<L, V>(most, call, grid, place);
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

    private static void Rows<L, V>(int most, in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place)
        where L : ILanes<V>
        where V : unmanaged
    {
        float** slots = stackalloc float*[2 * CorrelationTiles.MostVectors];
        int used = 0;
        for (int row = 0; row < place.Rows; row++)
        {
            for (int column = 0; column < grid.Columns; column += L.Count)
            {
                int at = Math.Min(column, grid.Columns - L.Count);
                slots[used] = place.Source + ((nint)row * call.Planes.Columns) + at;
                slots[CorrelationTiles.MostVectors + used] = place.To + (row * place.ToRow) + at;
                used++;
                if (used == most)
                {
                    Filters<L, V>(call, grid, place, slots, used);
                    used = 0;
                }
            }
        }

        if (used > 0)
        {
            Filters<L, V>(call, grid, place, slots, used);
        }
    }

    private static void Filters<L, V>(in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place, float** slots, int vectors)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
        {
            int height = Math.Min(call.BlockFilters, call.GroupFilters - filter);
            CorrelationTiles.Run<L, V>(height, vectors, place.Weights + (filter * grid.Length), grid.Offsets, grid.Length, slots, place.Bias + filter, place.ToPlane, call.Relu);
            for (int j = 0; j < vectors; j++)
            {
                slots[CorrelationTiles.MostVectors + j] += height * place.ToPlane;
            }
        }
    }

    private static void Runs<L, V>(int most, in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place)
        where L : ILanes<V>
        where V : unmanaged
    {
        float** slots = stackalloc float*[2 * CorrelationTiles.MostVectors];
        int pitch = call.Planes.Columns, width = most * L.Count;
        float* tile = place.Scratch.Tile((nint)call.BlockFilters * width);
        nint places = ((nint)(place.Rows - 1) * pitch) + grid.Columns;
        bool whole = pitch == grid.Columns && place.ToRow == pitch;
        for (nint first = 0; first < places; first += width)
        {
            nint count = Math.Min(width, places - first);
            int vectors = (int)((count + L.Count - 1) / L.Count);
            bool direct = whole && count == vectors * L.Count;
            for (int j = 0; j < vectors; j++)
            {
                slots[j] = place.Source + first + (j * L.Count);
                slots[CorrelationTiles.MostVectors + j] = (direct ? place.To + first : tile) + (j * L.Count);
            }

            if (direct)
            {
                Filters<L, V>(call, grid, place, slots, vectors);
                continue;
            }

            for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
            {
                int height = Math.Min(call.BlockFilters, call.GroupFilters - filter);
                CorrelationTiles.Run<L, V>(height, vectors, place.Weights + (filter * grid.Length), grid.Offsets, grid.Length, slots, place.Bias + filter, width, call.Relu);
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
