using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>float64, plain: it serves gradient checks.</summary>
internal readonly unsafe struct RecurrentDouble : IRecurrentArithmetic<double>
{
    public static void Pack(double* to, double* b, nint rowB, nint columnB, nint k, nint n)
    {
        for (nint p = 0; p < k; p++)
        {
            for (nint j = 0; j < n; j++)
            {
                to[(p * n) + j] = b[(p * rowB) + (j * columnB)];
            }
        }
    }

    public static void Multiply(double* a, nint rowA, double* packed, nint k, nint n, double* start, nint rowStart, double* c, nint rowC, nint rows)
    {
        for (nint i = 0; i < rows; i++)
        {
            new Span<double>(start + (i * rowStart), (int)n).CopyTo(new Span<double>(c + (i * rowC), (int)n));
        }

        GemmDouble.Run(a, rowA, 1, packed, n, 1, c, rowC, rows, n, k, true);
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
