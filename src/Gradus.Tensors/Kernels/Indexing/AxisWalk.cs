namespace Gradus.Tensors.Kernels.Indexing;

/// <summary>How an array of indices is laid over a strided array: each row of indices begins at an offset there, and one axis goes by the indices instead of the place.</summary>
internal unsafe struct AxisWalk
{
    internal const int Most = 8;

    private readonly int _rank;
    private fixed int _sizes[Most];
    private fixed int _steps[Most];

    internal AxisWalk(ReadOnlySpan<int> indexSizes, ReadOnlySpan<int> steps, int axis)
    {
        _rank = Math.Max(0, indexSizes.Length - 1);
        Rows = 1;
        for (int i = 0; i < _rank; i++)
        {
            _sizes[i] = indexSizes[i];
            _steps[i] = i == axis ? 0 : steps[i];
            Rows *= indexSizes[i];
        }

        Width = indexSizes.IsEmpty ? 1 : indexSizes[_rank];
        Step = steps.IsEmpty || axis == _rank ? 0 : steps[_rank];
        AxisStep = steps.IsEmpty ? 0 : steps[axis];
    }

    internal nint Rows { get; }

    /// <summary>The indices of a row.</summary>
    internal nint Width { get; }

    /// <summary>From one index of a row to the next, in the strided array.</summary>
    internal nint Step { get; }

    /// <summary>What one more in the value of an index means there.</summary>
    internal nint AxisStep { get; }

    /// <summary>Where a row begins.</summary>
    internal nint Offset(nint row)
    {
        nint offset = 0;
        for (int i = _rank - 1; i >= 0; i--)
        {
            nint rest = row / _sizes[i];
            offset += (row - (rest * _sizes[i])) * _steps[i];
            row = rest;
        }

        return offset;
    }
}
