using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>The gradient of a convolution's input in float32, which is the transposed convolution: gx = bias + Σ over filters and taps of w · gy.</summary>
/// <remarks>
/// Input place i meets by tap k the output place (i + pad − k · dilation) / stride, where that is whole. So the input's places fall into phases by the remainder of (i + pad) / stride; within
/// one all places have the same taps, at the same distances.
/// </remarks>
internal static unsafe class ConvolutionInputGradient
{
    internal static void Run(Isa isa, in ConvolutionShape shape, float* gy, float* weight, float* bias, float* gx)
    {
        int grids = shape.StrideHeight * shape.StrideWidth;
        nint most = (nint)shape.GroupFilters * shape.Taps;
        Axis rows = new(shape.Height, shape.KernelHeight, shape.StrideHeight, shape.DilationHeight, shape.PadTop);
        Axis columns = new(shape.Width, shape.KernelWidth, shape.StrideWidth, shape.DilationWidth, shape.PadLeft);
        int zero = 0;
        CorrelationCall call = new()
        {
            Isa = isa,
            Planes = new SourcePlanes
            {
                Channels = shape.Filters,
                Height = shape.OutHeight,
                Width = shape.OutWidth,
                StrideHeight = 1,
                StrideWidth = 1,
                RowPhases = &zero,
                ColumnPhases = &zero,
                RowPhaseCount = 1,
                ColumnPhaseCount = 1,
                Images = 1,
                ColumnStep = 1,
                FirstRowShift = rows.FirstShift,
                FirstColumn = columns.Begin + columns.FirstShift,
                ExtraRows = rows.LastShift - rows.FirstShift,
                Columns = columns.End - columns.Begin + columns.LastShift - columns.FirstShift,
            },
            Source = gy,
            SourceImage = shape.OutputImage,
            To = gx,
            ToImage = shape.InputImage,
            ToPlane = (nint)shape.Height * shape.Width,
            GridCount = grids,
            RowGrids = shape.StrideWidth,
            Groups = shape.Groups,
            GroupChannels = shape.GroupFilters,
            GroupFilters = shape.GroupChannels,
            RowBegin = rows.Begin,
            RowEnd = rows.End,
            ColumnBegin = columns.Begin,
            ColumnEnd = columns.End,
        };
        CorrelationBands.Block(ref call, Math.Max(1, most / grids));
        CorrelationBands.Cut(ref call, shape.Batch, shape.Products);
        nint size = shape.Groups * CorrelationWeights.Size(call, most);
        using TableBlock tables = new(
            TableBlock.Bytes<CorrelationGrid>(grids) + TableBlock.Bytes<nint>(most) + TableBlock.Bytes<float>(size) + TableBlock.Bytes<int>(shape.Taps)
            + TableBlock.Bytes<float>(shape.Groups * call.PaddedFilters) + TableBlock.Bytes<int>(shape.StrideHeight) + TableBlock.Bytes<TapReach>((nint)shape.KernelHeight * shape.StrideHeight));
        call.Grids = tables.Take<CorrelationGrid>(grids);
        nint* offsets = tables.Take<nint>(most);
        float* weights = tables.Take<float>(size);
        int* taps = tables.Take<int>(shape.Taps);
        CorrelationWeights.Bias(ref call, bias, tables.Take<float>(shape.Groups * call.PaddedFilters));
        for (int i = 0; i < grids; i++)
        {
            ref CorrelationGrid grid = ref call.Grids[i];
            int a = i / shape.StrideWidth, b = i % shape.StrideWidth;
            grid = new CorrelationGrid
            {
                Offsets = offsets,
                Weights = weights,
                RowBegin = rows.PhaseBegin(a),
                RowEnd = rows.PhaseEnd(a),
                ColumnBegin = columns.PhaseBegin(b),
                ColumnEnd = columns.PhaseEnd(b),
                First = ((nint)(a - shape.PadTop) * shape.Width) + b - shape.PadLeft,
                Row = (nint)shape.StrideHeight * shape.Width,
            };
            int used = Taps(shape, rows, a, columns, b, taps);
            Offsets(shape, call.Planes, rows, a, columns, b, ref grid);
            CorrelationWeights.Inner(call, weight, weights, shape.Taps, taps, used);
            offsets += grid.Length;
            weights += shape.Groups * CorrelationWeights.Size(call, grid.Length);
        }

        int* tapRows = tables.Take<int>(shape.StrideHeight);
        TapReach* reaches = tables.Take<TapReach>((nint)shape.KernelHeight * shape.StrideHeight), reach = reaches;
        for (int a = 0; a < shape.StrideHeight; a++)
        {
            tapRows[a] = 0;
            for (int i = 0; i < shape.KernelHeight; i++)
            {
                if (rows.Meets(a, i))
                {
                    *reach++ = new TapReach(-rows.Shift(a, i), shape.OutHeight - rows.Shift(a, i));
                    tapRows[a]++;
                }
            }
        }

        using TableBlock edges = CorrelationEdges.Split(ref call, shape.Batch, tapRows, reaches);
        WorkerPool.Run(&CorrelationKernel.Part, &call, shape.Batch * call.Bands);
    }

    private static int Taps(in ConvolutionShape shape, in Axis rows, int a, in Axis columns, int b, int* taps)
    {
        int count = 0;
        for (int tap = 0; tap < shape.Taps; tap++)
        {
            if (rows.Meets(a, tap / shape.KernelWidth) && columns.Meets(b, tap % shape.KernelWidth))
            {
                taps[count++] = tap;
            }
        }

        return count;
    }

    private static void Offsets(in ConvolutionShape shape, in SourcePlanes planes, in Axis rows, int a, in Axis columns, int b, ref CorrelationGrid grid)
    {
        nint* offsets = grid.Offsets;
        for (int filter = 0; filter < shape.GroupFilters; filter++)
        {
            for (int i = 0; i < shape.KernelHeight; i++)
            {
                for (int j = 0; j < shape.KernelWidth && rows.Meets(a, i); j++)
                {
                    if (columns.Meets(b, j))
                    {
                        *offsets++ = (filter * planes.ChannelSize) + ((nint)(rows.Shift(a, i) - rows.FirstShift) * planes.Columns) + columns.Shift(b, j) - columns.FirstShift;
                    }
                }
            }
        }

        grid.Length = (nint)(offsets - grid.Offsets);
    }

    /// <summary>The phases of one dimension of the input.</summary>
    private readonly struct Axis
    {
        private readonly int _size, _stride, _dilation, _pad;

        internal Axis(int size, int kernel, int stride, int dilation, int pad)
        {
            (_size, _stride, _dilation, _pad) = (size, stride, dilation, pad);
            (Begin, End, FirstShift, LastShift) = (int.MaxValue, int.MinValue, int.MaxValue, int.MinValue);
            for (int phase = 0; phase < stride; phase++)
            {
                Begin = Math.Min(Begin, PhaseBegin(phase));
                End = Math.Max(End, PhaseEnd(phase));
                for (int tap = 0; tap < kernel; tap++)
                {
                    if (Meets(phase, tap))
                    {
                        FirstShift = Math.Min(FirstShift, Shift(phase, tap));
                        LastShift = Math.Max(LastShift, Shift(phase, tap));
                    }
                }
            }
        }

        /// <summary>The places of all phases, counted in steps of the stride.</summary>
        internal int Begin { get; }

        internal int End { get; }

        /// <summary>The least and the greatest distance of a tap.</summary>
        internal int FirstShift { get; }

        internal int LastShift { get; }

        internal int PhaseBegin(int phase) => FloorDivide(_pad - phase + _stride - 1, _stride);

        internal int PhaseEnd(int phase) => FloorDivide(_size - 1 + _pad - phase, _stride) + 1;

        internal bool Meets(int phase, int tap) => (phase - (tap * _dilation)) % _stride == 0;

        internal int Shift(int phase, int tap) => (phase - (tap * _dilation)) / _stride;

        private static int FloorDivide(int a, int b) => (int)Math.Floor((double)a / b);
    }
}
