using Gradus.Tensors.Kernels.Products;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>y = bias + Σ over channels and taps of w · x in float32, with max(0, y) where wanted.</summary>
internal static unsafe class ConvolutionForward
{
    internal static void Run(Isa isa, in ConvolutionShape shape, float* x, float* weight, float* bias, float* y, bool relu)
    {
        nint length = (nint)shape.GroupChannels * shape.Taps;
        using TableBlock tables = new(
            TableBlock.Bytes<int>(shape.KernelHeight) + TableBlock.Bytes<int>(shape.KernelWidth) + TableBlock.Bytes<CorrelationGrid>(1)
            + TableBlock.Bytes<nint>(length) + TableBlock.Bytes<float>(shape.Filters * length) + TableBlock.Bytes<float>(shape.Filters));
        CorrelationCall call = new()
        {
            Isa = isa,
            Planes = Planes(shape, tables.Take<int>(shape.KernelHeight), tables.Take<int>(shape.KernelWidth)),
            Source = x,
            SourceImage = shape.InputImage,
            To = y,
            ToImage = shape.OutputImage,
            ToPlane = (nint)shape.OutHeight * shape.OutWidth,
            Grids = tables.Take<CorrelationGrid>(1),
            GridCount = 1,
            Groups = shape.Groups,
            GroupChannels = shape.GroupChannels,
            GroupFilters = shape.GroupFilters,
            BlockFilters = CorrelationBands.Block(isa, shape.GroupFilters),
            Bias = bias,
            Relu = relu,
            RowEnd = shape.OutHeight,
        };
        CorrelationBands.Cut(ref call, shape.Batch, shape.Products);
        *call.Grids = new CorrelationGrid
        {
            Offsets = tables.Take<nint>(length),
            Length = length,
            Weights = tables.Take<float>(shape.Filters * length),
            RowEnd = shape.OutHeight,
            ColumnEnd = shape.OutWidth,
            Row = shape.OutWidth,
            Column = 1,
        };
        Offsets(shape, call.Planes, call.Grids->Offsets);
        Pack(call, weight, call.Grids->Weights, length);
        if (bias is null)
        {
            call.Bias = tables.Take<float>(shape.Filters);
            new Span<float>(call.Bias, shape.Filters).Clear();
        }

        WorkerPool.Run(&CorrelationKernel.Part, &call, shape.Batch * call.Bands);
    }

    /// <summary>How the input is laid out for a convolution's taps; the rows are the caller's to set.</summary>
    internal static SourcePlanes Planes(in ConvolutionShape shape, int* rowPhases, int* columnPhases)
    {
        return new SourcePlanes
        {
            Channels = shape.Channels,
            Height = shape.Height,
            Width = shape.Width,
            StrideHeight = shape.StrideHeight,
            StrideWidth = shape.StrideWidth,
            PadTop = shape.PadTop,
            PadLeft = shape.PadLeft,
            RowPhases = rowPhases,
            ColumnPhases = columnPhases,
            RowPhaseCount = Phases(shape.KernelHeight, shape.DilationHeight, shape.StrideHeight, rowPhases),
            ColumnPhaseCount = Phases(shape.KernelWidth, shape.DilationWidth, shape.StrideWidth, columnPhases),
            ExtraRows = (shape.KernelHeight - 1) * shape.DilationHeight / shape.StrideHeight,
            Columns = shape.OutWidth + ((shape.KernelWidth - 1) * shape.DilationWidth / shape.StrideWidth),
        };
    }

    /// <summary>Where each tap of each channel of a group lies from an output place, in the order of the weights.</summary>
    internal static void Offsets(in ConvolutionShape shape, in SourcePlanes planes, nint* offsets)
    {
        for (int channel = 0; channel < shape.GroupChannels; channel++)
        {
            for (int row = 0; row < shape.KernelHeight; row++)
            {
                int down = row * shape.DilationHeight, rowPhase = Find(planes.RowPhases, down % shape.StrideHeight);
                for (int column = 0; column < shape.KernelWidth; column++)
                {
                    int right = column * shape.DilationWidth, columnPhase = Find(planes.ColumnPhases, right % shape.StrideWidth);
                    *offsets++ = (channel * planes.ChannelSize) + (((rowPhase * planes.ColumnPhaseCount) + columnPhase) * planes.PhaseSize)
                        + (down / shape.StrideHeight * planes.Columns) + (right / shape.StrideWidth);
                }
            }
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

    private static void Pack(in CorrelationCall call, float* weight, float* to, nint length)
    {
        for (int group = 0; group < call.Groups; group++)
        {
            for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
            {
                int height = Math.Min(call.BlockFilters, call.GroupFilters - filter);
                nint at = (((nint)group * call.GroupFilters) + filter) * length;
                Transposition.Run(weight + at, length, 1, to + at, height, height, length);
            }
        }
    }
}
