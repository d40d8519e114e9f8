using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>Works off one band of one image: lays out the planes it needs, then runs tiles over all its places and filters.</summary>
internal static unsafe class CorrelationKernel
{
    /// <summary>A part of a parallel run: the state is a <see cref="CorrelationCall"/>, the index counts bands of images.</summary>
    internal static void Part(void* state, int index)
    {
        ref CorrelationCall call = ref *(CorrelationCall*)state;
        switch (call.Isa)
        {
            case Isa.Avx512:
                Band<Lanes512, Vector512<float>>(call, index);
                break;
            case Isa.Avx2:
                Band<Lanes256, Vector256<float>>(call, index);
                break;
            case Isa.Vector128:
                Band<Lanes128, Vector128<float>>(call, index);
                break;
            default:
                Band<Lanes1, float>(call, index);
                break;
        }
    }

    private static void Band<L, V>(in CorrelationCall call, int index)
        where L : ILanes<V>
        where V : unmanaged
    {
        int image = index / call.Bands, begin = call.RowBegin + (index % call.Bands * call.BandRows), end = Math.Min(call.RowEnd, begin + call.BandRows);
        ConvolutionScratch scratch = ConvolutionScratch.Current;
        float* planes = scratch.Planes(call.Planes.Size);
        call.Planes.Lay(call.Source + (image * call.SourceImage), planes, begin);
        for (int group = 0; group < call.Groups; group++)
        {
            float* source = planes + (group * call.GroupChannels * call.Planes.ChannelSize), to = call.To + (image * call.ToImage) + (group * call.GroupFilters * call.ToPlane);
            for (int i = 0; i < call.GridCount; i += call.RowGrids)
            {
                ref readonly CorrelationGrid grid = ref call.Grids[i];
                int first = Math.Max(begin, grid.RowBegin), rows = Math.Min(end, grid.RowEnd) - first;
                if (rows <= 0)
                {
                    continue;
                }

                CorrelationPlace place = new() { Source = source + ((nint)(first - begin) * call.Planes.Columns), To = to, Bias = call.Bias + (group * call.PaddedFilters), Rows = rows, Scratch = scratch };
                if (call.RowGrids == 1)
                {
                    place.ToRow = grid.Row;
                    place.ToPlane = call.ToPlane;
                    place.To += grid.First + (first * grid.Row) + grid.ColumnBegin;
                    Grid<L, V>(call, grid, place, group);
                }
                else
                {
                    Together<L, V>(call, i, place, group, first);
                }
            }
        }
    }

    private static void Grid<L, V>(in CorrelationCall call, in CorrelationGrid grid, CorrelationPlace place, int group)
        where L : ILanes<V>
        where V : unmanaged
    {
        place.Source += grid.ColumnBegin - call.ColumnBegin;
        place.Weights = grid.Weights + (group * CorrelationWeights.Size(call, grid.Length));
        if (call.Turned)
        {
            TurnedPlaces.Run<L, V>(call, grid, place);
        }
        else
        {
            StraightPlaces.Run<L, V>(call, grid, place);
        }
    }

    /// <summary>Grids that share rows of the result are worked off one by one, then laid together.</summary>
    private static void Together<L, V>(in CorrelationCall call, int first, CorrelationPlace place, int group, int row)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* to = place.To;
        int columns = 0;
        bool taps = false;
        for (int i = first; i < first + call.RowGrids; i++)
        {
            columns = Math.Max(columns, call.Grids[i].Columns);
            taps |= call.Grids[i].Length > 0;
        }

        nint plane = (nint)place.Rows * columns, size = plane * call.GroupFilters;
        float* parts = place.Scratch.Parts(size * call.RowGrids);
        for (int i = 0; i < call.RowGrids && taps; i++)
        {
            ref readonly CorrelationGrid grid = ref call.Grids[first + i];
            if (grid.Columns > 0)
            {
                place.To = parts + (i * size);
                place.ToRow = grid.Columns;
                place.ToPlane = plane;
                Grid<L, V>(call, grid, place, group);
            }
        }

        for (int filter = 0; filter < call.GroupFilters; filter++)
        {
            for (int i = 0; i < place.Rows; i++)
            {
                if (taps)
                {
                    Row(call, first, parts + (filter * plane), size, i, to + (filter * call.ToPlane) + ((row + i) * call.Grids[first].Row));
                }
                else
                {
                    Row(call, first, place.Bias[filter], to + (filter * call.ToPlane) + ((row + i) * call.Grids[first].Row));
                }
            }
        }
    }

    private static void Row(in CorrelationCall call, int first, float* parts, nint size, int row, float* to)
    {
        CorrelationGrid* grids = call.Grids + first;
        if (call.RowGrids == 2)
        {
            // The one whose first place comes first has as many columns as the other, or one more.
            int even = grids[0].First + (2 * grids[0].ColumnBegin) < grids[1].First + (2 * grids[1].ColumnBegin) || grids[1].Columns == 0 ? 0 : 1;
            ref readonly CorrelationGrid left = ref grids[even], right = ref grids[1 - even];
            float* from = parts + (even * size) + ((nint)row * left.Columns), other = parts + ((1 - even) * size) + ((nint)row * right.Columns);
            to += left.First + (2 * left.ColumnBegin);
            RowCopy.Interleave(from, other, to, right.Columns);
            if (left.Columns > right.Columns)
            {
                to[2 * right.Columns] = from[right.Columns];
            }

            return;
        }

        for (int i = 0; i < call.RowGrids; i++)
        {
            RowCopy.Scatter(parts + (i * size) + ((nint)row * grids[i].Columns), to + grids[i].First + ((nint)grids[i].ColumnBegin * call.RowGrids), call.RowGrids, grids[i].Columns);
        }
    }

    // No tap reaches these places.
    private static void Row(in CorrelationCall call, int first, float value, float* to)
    {
        for (int i = first; i < first + call.RowGrids; i++)
        {
            ref readonly CorrelationGrid grid = ref call.Grids[i];
            float* place = to + grid.First + ((nint)grid.ColumnBegin * call.RowGrids);
            for (int column = 0; column < grid.Columns; column++, place += call.RowGrids)
            {
                *place = value;
            }
        }
    }
}
