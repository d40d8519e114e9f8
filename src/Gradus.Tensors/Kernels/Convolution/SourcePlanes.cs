namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>
/// How the planes of an image are laid out so that every tap of every output place is a step of one from its neighbour: with their padding, and for strides above 1 split into phases, the
/// rows and columns of the same remainder; columns may stay together. A band of output rows needs only some rows of them.
/// </summary>
/// <remarks>Row i of a phase with remainder r is the image's row (first + i) · stride + r − pad, and likewise for columns; rows outside of the image are 0.</remarks>
internal unsafe struct SourcePlanes
{
    internal int Channels;
    internal int Height;
    internal int Width;
    internal int StrideHeight;
    internal int StrideWidth;
    internal int PadTop;
    internal int PadLeft;

    /// <summary>The remainders that taps use.</summary>
    internal int* RowPhases;
    internal int* ColumnPhases;
    internal int RowPhaseCount;
    internal int ColumnPhaseCount;

    /// <summary>The step from a place to its neighbour in a row: 1 where columns are split into phases, else the stride.</summary>
    internal int ColumnStep;

    /// <summary>The least shift of a tap, by which rows and columns begin earlier than the output's.</summary>
    internal int FirstRowShift;
    internal int FirstColumn;

    /// <summary>Rows that a band needs beyond its own.</summary>
    internal int ExtraRows;

    /// <summary>How many images have room beside each other.</summary>
    internal int Images;

    /// <summary>Rows and columns of a laid-out phase.</summary>
    internal int Rows;
    internal int Columns;

    /// <summary>Numbers of a laid-out phase, of an image's channel and of the channel of all images.</summary>
    internal readonly nint PhaseSize => (nint)Rows * Columns;

    internal readonly nint ImageStep => PhaseSize * RowPhaseCount * ColumnPhaseCount;

    internal readonly nint ChannelSize => ImageStep * Images;

    /// <summary>Numbers of all planes, with room for a vector that begins at the last place.</summary>
    internal readonly nint Size => (ChannelSize * Channels) + Slack;

    /// <summary>How far a vector may read beyond the last place.</summary>
    internal const int Slack = 64;

    /// <summary>Lays out what the output rows from <paramref name="row"/> on need of one or more images that follow each other; a channel's planes of all images lie together.</summary>
    internal readonly void Lay(float* image, float* to, int row, int images = 1)
    {
        nint plane = (nint)Height * Width, size = plane * Channels;
        float* limit = image + (images * size);
        for (int channel = 0; channel < Channels; channel++)
        {
            float* at = to + (channel * ChannelSize);
            for (int k = 0; k < images; k++)
            {
                for (int i = 0; i < RowPhaseCount; i++)
                {
                    for (int j = 0; j < ColumnPhaseCount; j++)
                    {
                        Phase(image + (k * size) + (channel * plane), at, row, RowPhases[i], ColumnPhases[j], limit);
                        at += PhaseSize;
                    }
                }
            }
        }
    }

    private readonly void Phase(float* plane, float* to, int row, int rowPhase, int columnPhase, float* limit)
    {
        int left = (FirstColumn * StrideWidth) + columnPhase - PadLeft, top = ((row + FirstRowShift) * StrideHeight) + rowPhase - PadTop;
        (int before, int after) = Inside(left, StrideWidth, Width, Columns);
        (int first, int last) = Inside(top, StrideHeight, Height, Rows);
        if (before == after || first == last)
        {
            RowCopy.Clear(to, PhaseSize);
            return;
        }

        // The zeros behind a row and before the next lie together. Whole vectors are written, and what they lay beyond their part is written over by the parts that come after.
        nint step = StrideWidth, length = after - before, between = Columns - length, rowStep = (nint)StrideHeight * Width, zeros = ((nint)first * Columns) + before;
        float* end = to + PhaseSize, source = plane + (((nint)first * StrideHeight) + top) * Width + left + (before * step);
        const int Vector = 8;
        if (step == 1 && length <= Vector && between <= Vector && source + ((last - first - 1) * rowStep) + Vector <= limit)
        {
            RowCopy.Clear(to, zeros);
            RowCopy.Narrow(source, rowStep, to + zeros, length, between, last - first);
            to += zeros + ((last - first) * length) + ((last - first - 1) * between);
            RowCopy.Clear(to, (nint)(end - to));
            return;
        }

        if (step == 1 && between == 0 && rowStep == Columns)
        {
            // All rows are one.
            (length, first, last) = (length * (last - first), 0, 1);
        }

        for (int i = first; i < last; i++, source += rowStep)
        {
            RowCopy.Clear(to, zeros);
            to += zeros;
            RowCopy.Gather(source, step, to, length, limit);
            to += length;
            zeros = between;
        }

        RowCopy.Clear(to, (nint)(end - to));
    }

    /// <summary>Which of so many places, from an offset on a stride apart, lie in the image: from the first up to but without the second.</summary>
    private static (int First, int End) Inside(int offset, int stride, int size, int count)
    {
        int first = Math.Clamp(offset >= 0 ? 0 : Steps(-offset, stride), 0, count);
        return (first, Math.Clamp(offset >= size ? 0 : Steps(size - offset, stride), first, count));
    }

    // A division takes as long as laying out several short rows.
    private static int Steps(int distance, int stride) => stride switch
    {
        1 => distance,
        2 => (distance + 1) >> 1,
        _ => (distance + stride - 1) / stride,
    };
}
