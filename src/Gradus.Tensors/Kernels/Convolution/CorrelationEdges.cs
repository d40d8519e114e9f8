namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>
/// Cuts grids at the rows where a row of taps begins or ceases to meet the source: near the upper and the lower edge some taps meet nothing but padding, and are left out. For an image of 8 rows
/// under a padded kernel of 3 that is a twelfth of the work.
/// </summary>
internal static unsafe class CorrelationEdges
{
    /// <summary>For fewer images it would cost more to lay the edges' weights out than to multiply by the padding.</summary>
    private const int LeastImages = 4;

    /// <summary>Replaces the call's grids by their parts.</summary>
    /// <param name="call">The call; grids that share their rows follow each other.</param>
    /// <param name="images">How many images there are.</param>
    /// <param name="tapRows">How many rows of taps each set of grids that share their rows has.</param>
    /// <param name="reaches">Where these rows of taps meet the source, set by set.</param>
    /// <returns>The memory of the parts.</returns>
    internal static TableBlock Split(ref CorrelationCall call, int images, int* tapRows, TapReach* reaches)
    {
        int count = 0;
        nint bytes = 0;
        TapReach* reach = reaches;
        for (int i = 0; i < call.GridCount && images >= LeastImages; reach += tapRows[i / call.RowGrids], i += call.RowGrids)
        {
            for (Part part = Part.First(call.Grids[i], reach, tapRows[i / call.RowGrids]); part.Rows > 0; part = part.Next())
            {
                for (int j = i; j < i + call.RowGrids; j++, count++)
                {
                    nint length = part.Length(call, call.Grids[j]);
                    bytes += TableBlock.Bytes<nint>(length) + TableBlock.Bytes<float>(call.Groups * CorrelationWeights.Size(call, length));
                }
            }
        }

        bool cuts = count > call.GridCount;
        TableBlock tables = new((cuts ? bytes : 0) + TableBlock.Bytes<CorrelationGrid>(count + 1));
        if (!cuts)
        {
            return tables;
        }

        CorrelationGrid* parts = tables.Take<CorrelationGrid>(count), next = parts;
        reach = reaches;
        for (int i = 0; i < call.GridCount; reach += tapRows[i / call.RowGrids], i += call.RowGrids)
        {
            for (Part part = Part.First(call.Grids[i], reach, tapRows[i / call.RowGrids]); part.Rows > 0; part = part.Next())
            {
                for (int j = i; j < i + call.RowGrids; j++, next++)
                {
                    *next = part.Of(call, call.Grids[j], ref tables);
                }
            }
        }

        call.Grids = parts;
        call.GridCount = count;
        return tables;
    }

    /// <summary>Rows that follow each other and have the same taps: some rows of taps without a gap.</summary>
    private readonly struct Part
    {
        private readonly TapReach* _reaches;
        private readonly int _count;
        private readonly int _limit;
        private readonly int _begin;
        private readonly int _end;
        private readonly int _firstTapRow;
        private readonly int _tapRows;

        private Part(TapReach* reaches, int count, int begin, int limit)
        {
            _reaches = reaches;
            (_count, _begin, _limit, _end) = (count, begin, limit, limit);
            for (int i = 0; i < count; i++)
            {
                _end = reaches[i].Begin > begin ? Math.Min(_end, reaches[i].Begin) : _end;
                _end = reaches[i].End > begin ? Math.Min(_end, reaches[i].End) : _end;
                if (reaches[i].Holds(begin))
                {
                    _firstTapRow = _tapRows == 0 ? i : _firstTapRow;
                    _tapRows++;
                }
            }
        }

        internal int Rows => _end - _begin;

        internal static Part First(in CorrelationGrid grid, TapReach* reaches, int count) => new(reaches, count, grid.RowBegin, grid.RowEnd);

        internal Part Next() => new(_reaches, _count, _end, _limit);

        /// <summary>The taps that are left of a grid's.</summary>
        internal nint Length(in CorrelationCall call, in CorrelationGrid grid) => _tapRows * TapColumns(call, grid) * call.GroupChannels;

        /// <summary>The part of a grid.</summary>
        internal CorrelationGrid Of(in CorrelationCall call, in CorrelationGrid grid, ref TableBlock tables)
        {
            CorrelationGrid part = grid;
            part.RowBegin = _begin;
            part.RowEnd = _end;
            part.Length = Length(call, grid);
            part.Offsets = tables.Take<nint>(part.Length);
            part.Weights = tables.Take<float>(call.Groups * CorrelationWeights.Size(call, part.Length));
            Pick(call, grid, grid.Offsets, part.Offsets, 1);
            float* from = grid.Weights, to = part.Weights;
            for (int group = 0; group < call.Groups; group++)
            {
                for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
                {
                    int width = CorrelationWeights.Width(call, Math.Min(call.BlockFilters, call.GroupFilters - filter));
                    Pick(call, grid, from, to, width);
                    from += width * grid.Length;
                    to += width * part.Length;
                }
            }

            return part;
        }

        private nint TapColumns(in CorrelationCall call, in CorrelationGrid grid) => _count == 0 ? 0 : grid.Length / (call.GroupChannels * _count);

        /// <summary>Of numbers that lie channel by channel and tap by tap, so many together, those of the taps that are left.</summary>
        private void Pick<T>(in CorrelationCall call, in CorrelationGrid grid, T* from, T* to, int width)
            where T : unmanaged
        {
            nint row = TapColumns(call, grid) * width;
            int length = (int)(_tapRows * row);
            for (int channel = 0; channel < call.GroupChannels; channel++)
            {
                new ReadOnlySpan<T>(from + (((channel * (nint)_count) + _firstTapRow) * row), length).CopyTo(new Span<T>(to + ((nint)channel * length), length));
            }
        }
    }
}
