using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>Works off one band of one image: lays out the planes it needs, then runs tiles over all its places and filters.</summary>
internal static unsafe class CorrelationKernel
{
    /// <summary>A part of a parallel run: the state is a <see cref="CorrelationCall"/>, the index counts bands of images.</summary>
    internal static void Part(void* state, int index)
    {
        ref CorrelationCall call = ref *(CorrelationCall*)state;
        GemmShape shape = GemmShape.Of(call.Isa);
        switch (call.Isa)
        {
            case Isa.Avx512:
                Band<Lanes512, Vector512<float>>(shape, call, index);
                break;
            case Isa.Avx2:
                Band<Lanes256, Vector256<float>>(shape, call, index);
                break;
            case Isa.Vector128:
                Band<Lanes128, Vector128<float>>(shape, call, index);
                break;
            default:
                Band<Lanes1, float>(shape, call, index);
                break;
        }
    }

    private static void Band<L, V>(GemmShape shape, in CorrelationCall call, int index)
        where L : ILanes<V>
        where V : unmanaged
    {
        int image = index / call.Bands, begin = call.RowBegin + (index % call.Bands * call.BandRows), end = Math.Min(call.RowEnd, begin + call.BandRows);
        ConvolutionScratch scratch = ConvolutionScratch.Current;
        float* planes = scratch.Planes(call.Planes.Size), tile = scratch.Tile(shape.Rows * shape.Width);
        call.Planes.Lay(call.Source + (image * call.SourceImage), planes, begin);
        for (int group = 0; group < call.Groups; group++)
        {
            float* source = planes + (group * call.GroupChannels * call.Planes.ChannelSize);
            float* to = call.To + (image * call.ToImage) + (group * call.GroupFilters * call.ToPlane);
            for (int i = 0; i < call.GridCount; i++)
            {
                ref readonly CorrelationGrid grid = ref call.Grids[i];
                int first = Math.Max(begin, grid.RowBegin), rows = Math.Min(end, grid.RowEnd) - first;
                if (rows <= 0 || grid.Columns <= 0)
                {
                    continue;
                }

                Place place = new()
                {
                    Source = source + ((nint)(first - begin) * call.Planes.Columns) + grid.ColumnBegin - call.ColumnBegin,
                    To = to + grid.First + (first * grid.Row) + (grid.ColumnBegin * grid.Column),
                    Weights = grid.Weights + (group * call.GroupFilters * grid.Length),
                    Bias = call.Bias + (group * call.GroupFilters),
                    Rows = rows,
                    Tile = tile,
                };
                if (InRows(grid, L.Count, call.Planes.Columns))
                {
                    Rows<L, V>(shape, call, grid, place);
                }
                else
                {
                    Runs<L, V>(shape, call, grid, place);
                }
            }
        }
    }

    /// <summary>Whether vectors that begin anew in each row cost less than ones that run on over the padding and are cut afterwards. Rows that are no multiple of a vector end with one that overlaps.</summary>
    private static bool InRows(in CorrelationGrid grid, int lanes, int pitch)
    {
        if (grid.Column != 1 || grid.Columns < lanes)
        {
            return false;
        }

        // A vector costs its multiplications; cutting it costs about as much as three taps.
        const int Cut = 3;
        long vectors = (grid.Columns + lanes - 1) / lanes;
        bool whole = pitch == grid.Columns && grid.Row == pitch;
        return vectors * lanes * grid.Length <= pitch * (grid.Length + (whole ? 0 : Cut));
    }

    private static void Rows<L, V>(GemmShape shape, in CorrelationCall call, in CorrelationGrid grid, in Place place)
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
                slots[CorrelationTiles.MostVectors + used] = place.To + (row * grid.Row) + at;
                used++;
                if (used == shape.Vectors)
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

    private static void Filters<L, V>(in CorrelationCall call, in CorrelationGrid grid, in Place place, float** slots, int vectors)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
        {
            int height = Math.Min(call.BlockFilters, call.GroupFilters - filter);
            CorrelationTiles.Run<L, V>(height, vectors, place.Weights + (filter * grid.Length), grid.Offsets, grid.Length, slots, place.Bias + filter, call.ToPlane, call.Relu);
            for (int j = 0; j < vectors; j++)
            {
                slots[CorrelationTiles.MostVectors + j] += height * call.ToPlane;
            }
        }
    }

    private static void Runs<L, V>(GemmShape shape, in CorrelationCall call, in CorrelationGrid grid, in Place place)
        where L : ILanes<V>
        where V : unmanaged
    {
        float** slots = stackalloc float*[2 * CorrelationTiles.MostVectors];
        int pitch = call.Planes.Columns;
        nint places = ((nint)(place.Rows - 1) * pitch) + grid.Columns;
        bool whole = pitch == grid.Columns && grid.Row == pitch && grid.Column == 1;
        for (nint first = 0; first < places; first += shape.Width)
        {
            nint count = Math.Min(shape.Width, places - first);
            int vectors = (int)((count + L.Count - 1) / L.Count);
            bool direct = whole && count == vectors * L.Count;
            for (int j = 0; j < vectors; j++)
            {
                slots[j] = place.Source + first + (j * L.Count);
                slots[CorrelationTiles.MostVectors + j] = (direct ? place.To + first : place.Tile) + (j * L.Count);
            }

            if (direct)
            {
                Filters<L, V>(call, grid, place, slots, vectors);
                continue;
            }

            for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
            {
                int height = Math.Min(call.BlockFilters, call.GroupFilters - filter);
                CorrelationTiles.Run<L, V>(height, vectors, place.Weights + (filter * grid.Length), grid.Offsets, grid.Length, slots, place.Bias + filter, shape.Width, call.Relu);
                Cut(grid, place.Tile, shape.Width, place.To + (filter * call.ToPlane), call.ToPlane, height, first, count, pitch);
            }
        }
    }

    /// <summary>Lays what is not padding of a tile into the result.</summary>
    private static void Cut(in CorrelationGrid grid, float* tile, nint tileRow, float* to, nint plane, int height, nint first, nint count, int pitch)
    {
        nint row = first / pitch, column = first % pitch;
        for (nint done = 0; done < count; row++, column = 0)
        {
            nint length = Math.Min(grid.Columns - column, count - done);
            if (length > 0)
            {
                float* target = to + (row * grid.Row) + (column * grid.Column);
                for (int i = 0; i < height; i++)
                {
                    RowCopy.Scatter(tile + (i * tileRow) + done, target + (i * plane), grid.Column, length);
                }
            }

            done += pitch - column;
        }
    }

    /// <summary>Where a band of a grid is read and written.</summary>
    private struct Place
    {
        internal float* Source;
        internal float* To;
        internal float* Weights;
        internal float* Bias;
        internal float* Tile;
        internal int Rows;
    }
}
