using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>float64, plain: it serves gradient checks.</summary>
internal readonly unsafe struct RecurrentDouble : IRecurrentArithmetic<double>
{
    public static nint PackedLength(GemmShape shape, nint k, nint n) => k * n;

    public static void Pack(GemmShape shape, double* to, double* b, nint rowB, nint columnB, nint k, nint n)
    {
        for (nint p = 0; p < k; p++)
        {
            for (nint j = 0; j < n; j++)
            {
                to[(p * n) + j] = b[(p * rowB) + (j * columnB)];
            }
        }
    }

    public static void Multiply(GemmShape shape, double* a, nint rowA, double* packed, nint k, nint n, double* start, nint rowStart, double* c, nint rowC, nint rows)
    {
        for (nint i = 0; i < rows; i++)
        {
            new Span<double>(start + (i * rowStart), (int)n).CopyTo(new Span<double>(c + (i * rowC), (int)n));
        }

        GemmCall<double> call = new() { A = a, RowA = rowA, ColumnA = 1, B = packed, RowB = n, ColumnB = 1, C = c, RowC = rowC, M = rows, N = n, K = k, Accumulate = true };
        GemmSerial.Run(IsaTable.Current, call);
    }

    public static void Forward<TCell>(in CellRow<double> row)
        where TCell : unmanaged, IRecurrentCell
    {
        for (nint j = 0; j < row.Length; j++)
        {
            TCell.Forward(row, j);
        }
    }

    public static void Backward<TCell>(in CellRow<double> row)
        where TCell : unmanaged, IRecurrentCell
    {
        for (nint j = 0; j < row.Length; j++)
        {
            TCell.Backward(row, j);
        }
    }
}
