using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>float32 on lanes, with the tiles of the matrix product. Each sum runs in ascending order of k for every width.</summary>
internal readonly unsafe struct RecurrentLanes<L, V> : IRecurrentArithmetic<float>
    where L : ILanes<V>
    where V : unmanaged
{
    private static GemmShape Shape => GemmShape.Of(L.Count switch { 16 => Isa.Avx512, 8 => Isa.Avx2, 4 => Isa.Vector128, _ => Isa.Scalar });

    public static void Pack(float* to, float* b, nint rowB, nint columnB, nint k, nint n) => GemmPacking.PackB(to, b, rowB, columnB, k, n, Shape.Width, L.Count);

    public static void Multiply(float* a, nint rowA, float* packed, nint k, nint n, float* start, nint rowStart, float* c, nint rowC, nint rows)
    {
        GemmShape shape = Shape;
        for (nint j = 0; j < n; j += shape.Width)
        {
            int vectors = (int)((Math.Min(shape.Width, n - j) + L.Count - 1) / L.Count);
            for (nint i = 0; i < rows; i += shape.Rows)
            {
                int height = (int)Math.Min(shape.Rows, rows - i);
                GemmTiles.Run<L, V>(height, vectors, a + (i * rowA), rowA, 1, packed + (j * k), vectors * L.Count, k, start + (i * rowStart) + j, rowStart, c + (i * rowC) + j, rowC, false);
            }
        }
    }

    public static void Forward<TCell>(in CellRow<float> row)
        where TCell : unmanaged, IRecurrentCell
    {
        nint j = 0;
        for (; j <= row.Length - L.Count; j += L.Count)
        {
            TCell.Forward<L, V>(row, j, L.Count);
        }

        if (j < row.Length)
        {
            TCell.Forward<L, V>(row, j, row.Length - j);
        }
    }

    public static void Backward<TCell>(in CellRow<float> row)
        where TCell : unmanaged, IRecurrentCell
    {
        nint j = 0;
        for (; j <= row.Length - L.Count; j += L.Count)
        {
            TCell.Backward<L, V>(row, j, L.Count);
        }

        if (j < row.Length)
        {
            TCell.Backward<L, V>(row, j, row.Length - j);
        }
    }
}
