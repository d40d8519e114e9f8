using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Recurrent;

/// <summary>float32 on lanes, with the tiles of the matrix product. Each sum runs in ascending order of k for every width.</summary>
internal readonly unsafe struct RecurrentLanes<L, TTile, V> : IRecurrentArithmetic<float>
    where L : ILanes<V>
    where TTile : ITileLanes<float, V>
    where V : unmanaged
{
    public static nint PackedLength(GemmShape shape, nint k, nint n) => GemmPacking.RoomB<float>(shape, n, k);

    public static void Pack(GemmShape shape, float* to, float* b, nint rowB, nint columnB, nint k, nint n) => GemmPacking.PackB<TTile, V, float>(shape, to, b, rowB, columnB, k, n);

    // Strip by strip of B, which stays in the first cache for all rows.
    public static void Multiply(GemmShape shape, float* a, nint rowA, float* packed, nint k, nint n, float* start, nint rowStart, float* c, nint rowC, nint rows)
    {
        for (nint j = 0; j < n;)
        {
            int vectors = shape.NextVectors((n - j + TTile.Count - 1) / TTile.Count);
            nint width = Math.Min(vectors * TTile.Count, n - j), ragged = width % TTile.Count;
            V mask = ragged == 0 ? default : TTile.FirstLanes(ragged);
            for (nint i = 0; i < rows;)
            {
                int height = shape.NextRows(rows - i);
                float* from = a + (i * rowA), begin = start + (i * rowStart) + j, to = c + (i * rowC) + j;
                if (ragged == 0)
                {
                    GemmTiles.Run<TTile, V, float, WholeTile>(height, vectors, from, rowA, 1, packed, vectors * TTile.Count, k, begin, rowStart, to, rowC, false, mask);
                }
                else
                {
                    GemmTiles.Run<TTile, V, float, PackedEdge>(height, vectors, from, rowA, 1, packed, vectors * TTile.Count, k, begin, rowStart, to, rowC, false, mask);
                }

                i += height;
            }

            packed += GemmPacking.StripB<float>(shape, vectors, k);
            j += width;
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
