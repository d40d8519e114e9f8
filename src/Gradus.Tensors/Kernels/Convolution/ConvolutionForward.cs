using Gradus.Tensors.Kernels.Normalization;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>y = bias + Σ over channels and taps of w · x in float32, with max(0, y) where wanted, or normalized.</summary>
internal static unsafe class ConvolutionForward
{
    /// <param name="isa">The instruction set.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="x">The input.</param>
    /// <param name="weight">The filters.</param>
    /// <param name="bias">One number a filter, or null.</param>
    /// <param name="y">The result.</param>
    /// <param name="relu">Whether max(0, ·) is applied to the sums.</param>
    /// <param name="finish">What each filter's planes are normalized by afterwards (mean, scale, shift; residual and max(0, ·) where wanted), Y being y; the default for nothing.</param>
    internal static void Run(Isa isa, in ConvolutionShape shape, float* x, float* weight, float* bias, float* y, bool relu, in Planes finish = default)
    {
        nint length = (nint)shape.GroupChannels * shape.Taps;
        CorrelationCall call = new()
        {
            Isa = isa,
            Source = x,
            SourceImage = shape.InputImage,
            To = y,
            ToImage = shape.OutputImage,
            ToPlane = (nint)shape.OutHeight * shape.OutWidth,
            GridCount = 1,
            RowGrids = 1,
            Groups = shape.Groups,
            GroupChannels = shape.GroupChannels,
            GroupFilters = shape.GroupFilters,
            Relu = relu,
            Finish = finish,
            RowEnd = shape.OutHeight,
            ColumnEnd = shape.OutWidth,
        };
        using TableBlock phaseTable = new(TableBlock.Bytes<int>(shape.KernelHeight) + TableBlock.Bytes<int>(shape.KernelWidth) + TableBlock.Bytes<TapReach>(shape.KernelHeight));
        int* rowPhases = phaseTable.Take<int>(shape.KernelHeight), columnPhases = phaseTable.Take<int>(shape.KernelWidth);
        call.Planes = Planes(shape, rowPhases, columnPhases, true);
        CorrelationBands.Block(ref call, length);
        if (call.Turned)
        {
            call.Planes = Planes(shape, rowPhases, columnPhases, false);
        }

        CorrelationBands.Cut(ref call, shape.Batch, shape.Products);
        nint weights = shape.Groups * CorrelationWeights.Size(call, length);
        using TableBlock tables = new(TableBlock.Bytes<nint>(length) + TableBlock.Bytes<float>(weights) + TableBlock.Bytes<float>(shape.Groups * call.PaddedFilters));
        CorrelationGrid grid = new()
        {
            Offsets = tables.Take<nint>(length),
            Length = length,
            Weights = tables.Take<float>(weights),
            RowEnd = shape.OutHeight,
            ColumnEnd = shape.OutWidth,
            Row = shape.OutWidth,
        };
        call.Grids = &grid;
        Offsets(shape, call.Planes, grid.Offsets);
        CorrelationWeights.Rows(call, weight, grid.Weights, length);
        CorrelationWeights.Bias(ref call, bias, tables.Take<float>(shape.Groups * call.PaddedFilters));
        int tapRows = shape.KernelHeight;
        TapReach* reaches = phaseTable.Take<TapReach>(tapRows);
        for (int i = 0; i < tapRows; i++)
        {
            reaches[i] = TapReach.Of(shape, i);
        }

        using TableBlock edges = CorrelationEdges.Split(ref call, shape.Batch, &tapRows, reaches);
        WorkerPool.Run(&CorrelationKernel.Part, &call, shape.Batch * call.Bands);
    }

    /// <summary>How the input is laid out for a convolution's taps, columns split into phases or not; the rows are the caller's to set.</summary>
    internal static SourcePlanes Planes(in ConvolutionShape shape, int* rowPhases, int* columnPhases, bool split)
    {
        int reach = (shape.KernelWidth - 1) * shape.DilationWidth;
        return new SourcePlanes
        {
            Channels = shape.Channels,
            Height = shape.Height,
            Width = shape.Width,
            StrideHeight = shape.StrideHeight,
            StrideWidth = split ? shape.StrideWidth : 1,
            PadTop = shape.PadTop,
            PadLeft = shape.PadLeft,
            RowPhases = rowPhases,
            ColumnPhases = columnPhases,
            RowPhaseCount = Phases(shape.KernelHeight, shape.DilationHeight, shape.StrideHeight, rowPhases),
            ColumnPhaseCount = Phases(shape.KernelWidth, shape.DilationWidth, split ? shape.StrideWidth : 1, columnPhases),
            Images = 1,
            ColumnStep = split ? 1 : shape.StrideWidth,
            ExtraRows = (shape.KernelHeight - 1) * shape.DilationHeight / shape.StrideHeight,
            Columns = split ? shape.OutWidth + (reach / shape.StrideWidth) : ((shape.OutWidth - 1) * shape.StrideWidth) + reach + 1,
        };
    }

    /// <summary>Where each tap of each channel of a group lies from an output place, in the order of the weights.</summary>
    internal static void Offsets(in ConvolutionShape shape, in SourcePlanes planes, nint* offsets)
    {
        if (shape.GroupChannels == 0)
        {
            return;
        }

        nint* first = offsets;
        for (int row = 0; row < shape.KernelHeight; row++)
        {
            int down = row * shape.DilationHeight, rowPhase = Find(planes.RowPhases, down % shape.StrideHeight);
            for (int column = 0; column < shape.KernelWidth; column++)
            {
                int right = column * shape.DilationWidth, columnPhase = Find(planes.ColumnPhases, right % planes.StrideWidth);
                *offsets++ = (((rowPhase * planes.ColumnPhaseCount) + columnPhase) * planes.PhaseSize) + (down / shape.StrideHeight * planes.Columns) + (right / planes.StrideWidth);
            }
        }

        for (nint i = 0, rest = (nint)(shape.GroupChannels - 1) * shape.Taps, size = planes.ChannelSize; i < rest; i++)
        {
            offsets[i] = first[i] + size;
        }
    }

    private static int Phases(int kernel, int dilation, int stride, int* phases)
    {
        int count = 0;
        for (int tap = 0; tap < kernel; tap++)
        {
            int phase = tap * dilation % stride;
            if (!new ReadOnlySpan<int>(phases, count).Contains(phase))
            {
                phases[count++] = phase;
            }
        }

        return count;
    }

    private static int Find(int* phases, int phase)
    {
        int i = 0;
        while (phases[i] != phase)
        {
            i++;
        }

        return i;
    }
}
