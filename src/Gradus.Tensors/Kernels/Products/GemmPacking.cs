using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>Lays operands of the matrix product into strips in the order in which tiles read them.</summary>
internal static unsafe class GemmPacking
{
    /// <summary>Numbers that are copied at once of a transposed A: whole vectors that hold the rows of the tallest tile.</summary>
    private const int Tallest = 16;

    /// <summary>Rows of B that are asked for ahead of their copy: a row's piece is too short for the processor to foresee the next.</summary>
    private const int RowsAhead = 6;

    /// <summary>The distance of a strip of B of so many vectors from the next.</summary>
    internal static nint StripB<T>(GemmShape shape, int vectors, nint length)
        where T : unmanaged => (vectors * shape.Lanes * length) + (GemmShape.PadBytes / sizeof(T));

    /// <summary>The distance of strips of A. Rows of a strip lie side by side, and a lower strip leaves places empty.</summary>
    internal static nint StripA<T>(GemmShape shape, nint length)
        where T : unmanaged => (shape.Rows * length) + Tallest + (GemmShape.PadBytes / sizeof(T));

    /// <summary>Numbers that hold a packed A.</summary>
    internal static nint RoomA<T>(GemmShape shape, nint rows, nint length)
        where T : unmanaged => ((rows / shape.Rows) + 2) * StripA<T>(shape, length);

    /// <summary>Numbers that hold a packed B.</summary>
    internal static nint RoomB<T>(GemmShape shape, nint columns, nint length)
        where T : unmanaged => ((columns / shape.Width) + 2) * StripB<T>(shape, shape.Vectors, length);

    /// <summary>B into strips, row by row of K; the last strip is cut to whole vectors and filled with 0.</summary>
    internal static void PackB<L, V, T>(GemmShape shape, T* to, T* b, nint rowB, nint columnB, nint length, nint columns)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
    {
        if (columnB == 1)
        {
            CopyB<L, V, T>(shape, to, b, rowB, length, columns);
            return;
        }

        for (nint left = columns; left > 0;)
        {
            int vectors = shape.NextVectors((left + L.Count - 1) / L.Count);
            nint padded = vectors * L.Count, used = Math.Min(padded, left);
            Transposition.Run(b, columnB, rowB, to, padded, used, length);
            for (nint p = 0; p < length && used < padded; p++)
            {
                new Span<T>(to + (p * padded) + used, (int)(padded - used)).Clear();
            }

            b += used * columnB;
            to += StripB<T>(shape, vectors, length);
            left -= used;
        }
    }

    /// <summary>A into strips of a tile's rows, column by column of K.</summary>
    internal static void PackA<T>(GemmShape shape, T* to, T* a, nint rowA, nint columnA, nint rows, nint length)
        where T : unmanaged
    {
        nint strip = StripA<T>(shape, length);
        if (rowA == 1)
        {
            CopyA(shape, to, a, columnA, rows, length, strip);
            return;
        }

        for (nint i = 0; i < rows; to += strip)
        {
            int height = shape.NextRows(rows - i);
            Transposition.Run(a + (i * rowA), rowA, columnA, to, shape.Rows, height, length);
            i += height;
        }
    }

    // Row by row of B, as it lies in memory: strips are written side by side.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyB<L, V, T>(GemmShape shape, T* to, T* b, nint rowB, nint length, nint columns)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
    {
        V mask = L.FirstLanes(columns % L.Count);
        nint total = (columns + L.Count - 1) / L.Count;
        for (nint p = 0; p < length; p++)
        {
            T* from = b + (p * rowB), strip = to, end = from + columns - L.Count, ahead = from + (RowsAhead * rowB);
            for (nint left = total; left > 0;)
            {
                int vectors = shape.NextVectors(left);
                T* row = strip + (p * vectors * L.Count);
                if (Sse.IsSupported)
                {
                    for (int line = 0; line < vectors * L.Count * sizeof(T); line += GemmShape.LineBytes)
                    {
                        Sse.Prefetch0((byte*)ahead + line);
                    }

                    ahead += vectors * L.Count;
                }

                for (int v = 0; v < vectors; v++)
                {
                    L.Store(from <= end ? L.Load(from) : L.LoadMasked(from, mask), row);
                    from += L.Count;
                    row += L.Count;
                }

                strip += StripB<T>(shape, vectors, length);
                left -= vectors;
            }
        }
    }

    // A transposed: the rows of a strip lie side by side already, and a column is read from end to end. What is copied too much is overwritten by the next column, or lies in the room behind.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyA<T>(GemmShape shape, T* to, T* a, nint columnA, nint rows, nint length, nint strip)
        where T : unmanaged
    {
        for (nint p = 0; p < length; p++)
        {
            T* from = a + (p * columnA), row = to + (p * shape.Rows);
            if (Sse.IsSupported)
            {
                for (nint line = 0; line < rows * sizeof(T); line += GemmShape.LineBytes)
                {
                    Sse.Prefetch0((byte*)(from + (RowsAhead * columnA)) + line);
                }
            }

            for (nint left = rows; left > 0; row += strip)
            {
                int height = shape.NextRows(left);
                if (left >= Tallest)
                {
                    for (int i = 0; i < Tallest; i += Vector256<T>.Count)
                    {
                        Vector256.Load(from + i).Store(row + i);
                    }
                }
                else
                {
                    for (int i = 0; i < height; i++)
                    {
                        row[i] = from[i];
                    }
                }

                from += height;
                left -= height;
            }
        }
    }
}
