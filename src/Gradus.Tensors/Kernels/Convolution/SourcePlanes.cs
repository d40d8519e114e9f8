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

    /// <summary>Rows and columns of a laid-out phase.</summary>
    internal int Rows;
    internal int Columns;

    /// <summary>Numbers of a laid-out phase and of a laid-out channel.</summary>
    internal readonly nint PhaseSize => (nint)Rows * Columns;

    internal readonly nint ChannelSize => PhaseSize * RowPhaseCount * ColumnPhaseCount;

    /// <summary>Numbers of all planes, with room for a vector that begins at the last place.</summary>
    internal readonly nint Size => (ChannelSize * Channels) + Slack;

    /// <summary>How far a vector may read beyond the last place.</summary>
    internal const int Slack = 64;

    /// <summary>Lays out what the output rows from <paramref name="row"/> on need of an image.</summary>
    internal readonly void Lay(float* image, float* to, int row)
    {
        float* limit = image + ((nint)Channels * Height * Width);
        for (int channel = 0; channel < Channels; channel++)
        {
            float* plane = image + ((nint)channel * Height * Width);
            for (int i = 0; i < RowPhaseCount; i++)
            {
                for (int j = 0; j < ColumnPhaseCount; j++)
                {
                    Phase(plane, to, row, RowPhases[i], ColumnPhases[j], limit);
                    to += PhaseSize;
                }
            }
        }
    }

    private readonly void Phase(float* plane, float* to, int row, int rowPhase, int columnPhase, float* limit)
    {
        // The columns that lie in the image: from `before` up to but without `after`.
        int offset = (FirstColumn * StrideWidth) + columnPhase - PadLeft;
        int before = Math.Clamp(offset >= 0 ? 0 : (-offset + StrideWidth - 1) / StrideWidth, 0, Columns);
        int after = Math.Clamp(offset >= Width ? 0 : (Width - offset + StrideWidth - 1) / StrideWidth, before, Columns);
        // Whole vectors are written, and what they lay beyond their part is written over by the parts and rows that come after.
        for (int i = 0; i < Rows; i++, to += Columns)
        {
            int source = ((row + FirstRowShift + i) * StrideHeight) + rowPhase - PadTop;
            if ((uint)source >= (uint)Height || before == after)
            {
                RowCopy.Clear(to, Columns);
                continue;
            }

            RowCopy.Clear(to, before);
            RowCopy.Gather(plane + ((nint)source * Width) + offset + ((nint)before * StrideWidth), StrideWidth, to + before, after - before, limit);
            RowCopy.Clear(to + after, Columns - after);
        }
    }
}
