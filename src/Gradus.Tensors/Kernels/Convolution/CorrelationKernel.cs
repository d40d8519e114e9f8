using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Normalization;

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
        for (int i = 0; i < call.GridCount; i += call.RowGrids)
        {
            ref readonly CorrelationGrid grid = ref call.Grids[i];
            int first = Math.Max(begin, grid.RowBegin), rows = Math.Min(end, grid.RowEnd) - first;
            if (rows <= 0)
            {
                continue;
            }

            CorrelationPlace place = new() { Source = planes + ((nint)(first - begin) * call.Planes.Columns), To = call.To + (image * call.ToImage), Bias = call.Bias, Rows = rows, Scratch = scratch };
            if (call.RowGrids > 1)
            {
                Together<L, V>(call, i, place, first);
                continue;
            }

            place.ToRow = grid.Row;
            place.ToPlane = call.ToPlane;
            place.To += grid.First + (first * grid.Row) + grid.ColumnBegin;
            Grid<L, V>(call, grid, place);
        }

        if (call.Finish.Y is not null)
        {
            Finish(call, image, begin, end - begin);
        }
    }

    /// <summary>Normalizes a band of a forward convolution, whose grids fill their rows.</summary>
    private static void Finish(in CorrelationCall call, int image, int row, int rows)
    {
        nint columns = call.ColumnEnd - call.ColumnBegin, at = (image * call.ToImage) + (row * columns);
        Planes band = call.Finish;
        band.Y += at;
        band.X = band.Y;
        band.Residual += band.Residual is null ? 0 : at;
        band.Length = rows * columns;
        band.Step = call.ToPlane;
        WideLanes.Run(call.Isa, ref band, 0, (nint)call.Groups * call.GroupFilters);
    }

    private static void Grid<L, V>(in CorrelationCall call, in CorrelationGrid grid, CorrelationPlace place)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint sourceGroup = call.GroupChannels * call.Planes.ChannelSize, toGroup = call.GroupFilters * place.ToPlane;
        place.Source += grid.ColumnBegin - call.ColumnBegin;
        place.Weights = grid.Weights;
        if (grid.Length == 0)
        {
            Fill(call, grid, place);
        }
        else if (call.Turned)
        {
            TurnedPlaces.Run<L, V>(call, grid, place, sourceGroup, toGroup);
        }
        else
        {
            StraightPlaces.Run<L, V>(call, grid, place, sourceGroup, toGroup);
        }
    }

    /// <summary>No tap reaches these places.</summary>
    private static void Fill(in CorrelationCall call, in CorrelationGrid grid, in CorrelationPlace place)
    {
        for (int filter = 0; filter < call.Groups * call.GroupFilters; filter++)
        {
            float bias = place.Bias[(filter / call.GroupFilters * call.PaddedFilters) + (filter % call.GroupFilters)];
            for (int row = 0; row < place.Rows; row++)
            {
                RowCopy.Fill(place.To + (filter * place.ToPlane) + (row * place.ToRow), grid.Columns, bias);
            }
        }
    }

    /// <summary>Grids that share rows of the result are worked off one by one, then laid together.</summary>
    private static void Together<L, V>(in CorrelationCall call, int first, CorrelationPlace place, int row)
        where L : ILanes<V>
        where V : unmanaged
    {
        int columns = 0;
        nint length = 0, left = nint.MaxValue;
        CorrelationGrid all = default;
        for (int i = first; i < first + call.RowGrids; i++)
        {
            ref readonly CorrelationGrid grid = ref call.Grids[i];
            columns = Math.Max(columns, grid.Columns);
            length += grid.Length;
            all.ColumnEnd += grid.Columns;
            left = grid.Columns > 0 ? (nint)Math.Min(left, grid.First + ((nint)grid.ColumnBegin * call.RowGrids)) : left;
        }

        float* to = place.To + (row * call.Grids[first].Row);
        if (length == 0)
        {
            place.To = to + left;
            place.ToRow = call.Grids[first].Row;
            place.ToPlane = call.ToPlane;
            Fill(call, all, place);
            return;
        }

        nint plane = (nint)place.Rows * columns, size = plane * call.Groups * call.GroupFilters;
        float* parts = place.Scratch.Parts(size * call.RowGrids);
        for (int i = 0; i < call.RowGrids; i++)
        {
            ref readonly CorrelationGrid grid = ref call.Grids[first + i];
            if (grid.Columns > 0)
            {
                place.To = parts + (i * size);
                place.ToRow = grid.Columns;
                place.ToPlane = plane;
                Grid<L, V>(call, grid, place);
            }
        }

        if (call.RowGrids == 2)
        {
            Pair(call, first, place.Rows, parts, size, plane, to);
            return;
        }

        for (int i = 0; i < call.RowGrids; i++)
        {
            Scatter(call, call.Grids[first + i], place.Rows, parts + (i * size), plane, to);
        }
    }

    /// <summary>Lays two grids together. The one whose first place comes first has as many columns as the other, or one more.</summary>
    private static void Pair(in CorrelationCall call, int first, int rows, float* parts, nint size, nint plane, float* to)
    {
        ref readonly CorrelationGrid a = ref call.Grids[first], b = ref call.Grids[first + 1];
        bool swap = b.Columns > 0 && (a.Columns == 0 || b.First + (2 * b.ColumnBegin) < a.First + (2 * a.ColumnBegin));
        ref readonly CorrelationGrid left = ref swap ? ref b : ref a, right = ref swap ? ref a : ref b;
        float* even = swap ? parts + size : parts, odd = swap ? parts : parts + size;
        nint leftColumns = left.Columns, rightColumns = right.Columns, toRow = left.Row;
        to += left.First + (2 * left.ColumnBegin);
        for (int filter = 0; filter < call.Groups * call.GroupFilters; filter++, even += plane, odd += plane, to += call.ToPlane)
        {
            float* row = to, leftRow = even, rightRow = odd;
            for (int i = 0; i < rows; i++, row += toRow, leftRow += leftColumns, rightRow += rightColumns)
            {
                RowCopy.Interleave(leftRow, rightRow, row, rightColumns);
                if (leftColumns > rightColumns)
                {
                    row[2 * rightColumns] = leftRow[rightColumns];
                }
            }
        }
    }

    private static void Scatter(in CorrelationCall call, in CorrelationGrid grid, int rows, float* part, nint plane, float* to)
    {
        to += grid.First + ((nint)grid.ColumnBegin * call.RowGrids);
        for (int filter = 0; filter < call.Groups * call.GroupFilters; filter++)
        {
            for (int row = 0; row < rows; row++)
            {
                RowCopy.Scatter(part + (filter * plane) + ((nint)row * grid.Columns), to + (filter * call.ToPlane) + (row * grid.Row), call.RowGrids, grid.Columns);
            }
        }
    }
}
