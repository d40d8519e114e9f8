using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Elementwise;

/// <summary>How two operands that broadcast are walked through row by row. Dimensions that both walk through evenly are merged, so that rows are as long as can be.</summary>
internal unsafe struct BroadcastPlan
{
    private fixed int _dims[ShapeMath.MostDimensions];
    private fixed int _stepsA[ShapeMath.MostDimensions];
    private fixed int _stepsB[ShapeMath.MostDimensions];
    private readonly int _rank;

    internal BroadcastPlan(Tensor a, Tensor b, int[] sizes)
    {
        Span<int> wideA = stackalloc int[ShapeMath.MostDimensions];
        Span<int> wideB = stackalloc int[ShapeMath.MostDimensions];
        ShapeMath.ExpandStrides(a.Sizes, a.Steps, sizes, wideA);
        ShapeMath.ExpandStrides(b.Sizes, b.Steps, sizes, wideB);
        int rank = 0, count = 1;
        for (int i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] == 1)
            {
                continue;
            }

            count *= sizes[i];
            if (rank > 0 && _stepsA[rank - 1] == wideA[i] * sizes[i] && _stepsB[rank - 1] == wideB[i] * sizes[i])
            {
                _dims[rank - 1] *= sizes[i];
            }
            else
            {
                _dims[rank++] = sizes[i];
            }

            _stepsA[rank - 1] = wideA[i];
            _stepsB[rank - 1] = wideB[i];
        }

        _rank = rank;
        Width = rank == 0 ? 1 : _dims[rank - 1];
        LastA = rank == 0 ? 0 : _stepsA[rank - 1];
        LastB = rank == 0 ? 0 : _stepsB[rank - 1];
        Rows = count / Width;
    }

    /// <summary>The length of a row.</summary>
    internal int Width { get; }

    /// <summary>The count of rows.</summary>
    internal int Rows { get; }

    /// <summary>The first operand's step within a row.</summary>
    internal int LastA { get; }

    internal int LastB { get; }

    internal DType DType { get; set; }

    internal void* Op { get; set; }

    internal byte* A { get; set; }

    internal byte* B { get; set; }

    internal byte* Y { get; set; }

    internal int RowsInPart { get; set; }

    /// <summary>Where a row begins in each operand.</summary>
    internal Place At(int row)
    {
        Place place = default;
        for (int i = _rank - 2; i >= 0; i--)
        {
            int index = row % _dims[i];
            row /= _dims[i];
            place.Index[i] = index;
            place.A += (nint)index * _stepsA[i];
            place.B += (nint)index * _stepsB[i];
        }

        return place;
    }

    /// <summary>Steps to the next row.</summary>
    internal void Next(ref Place place)
    {
        for (int i = _rank - 2; i >= 0; i--)
        {
            place.A += _stepsA[i];
            place.B += _stepsB[i];
            if (++place.Index[i] < _dims[i])
            {
                break;
            }

            place.A -= (nint)_stepsA[i] * _dims[i];
            place.B -= (nint)_stepsB[i] * _dims[i];
            place.Index[i] = 0;
        }
    }

    /// <summary>A row's place.</summary>
    internal struct Place
    {
        internal fixed int Index[ShapeMath.MostDimensions];
        internal nint A;
        internal nint B;
    }
}
