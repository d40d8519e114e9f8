using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>The matrix product on one thread. Small operands are used where they lie; large ones, and a B whose rows are not contiguous, are packed into strips as wide as a tile.</summary>
internal static unsafe class GemmSerial
{
    internal static void Run<T>(Isa isa, in GemmCall<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.M == 0 || call.N == 0)
        {
            return;
        }

        if (GemmVector.IsColumn(call))
        {
            Run(isa, GemmVector.Turned(call));
            return;
        }

        switch (isa)
        {
            case Isa.Avx512:
                Run<TileLanes512<T>, Vector512<T>, T>(isa, call);
                break;
            case Isa.Avx2:
                Run<TileLanes256<T>, Vector256<T>, T>(isa, call);
                break;
            case Isa.Vector128:
                Run<TileLanes128<T>, Vector128<T>, T>(isa, call);
                break;
            default:
                Run<TileLanes1<T>, T, T>(isa, call);
                break;
        }
    }

    private static void Run<L, V, T>(Isa isa, in GemmCall<T> call)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (GemmMatrixVector.Fits(isa, call))
        {
            if (!call.Accumulate)
            {
                GemmFinish.Begin(call, 0, 1, 0, call.N);
            }

            GemmMatrixVector.Run(isa, (float*)call.A, (float*)call.B, call.ColumnB, (float*)call.C, call.N, call.K);
            Finish<L, V, T>(call);
            return;
        }

        if (GemmVector.Fits(call))
        {
            GemmVector.Run<L, V, T>(call);
            Finish<L, V, T>(call);
            return;
        }

        GemmShape shape = GemmShape.Of(isa, sizeof(T));
        GemmScratch scratch = GemmScratch.Current;
        Piece<T> piece = new() { PackedA = shape.PacksA(call), PackedB = shape.PacksB(call), Zeros = (T*)scratch.Zeros };
        nint depths = shape.Depths(call, piece.PackedA, piece.PackedB);
        nint columnBlock = piece.PackedB ? shape.ColumnBlock(call.M, (call.K + depths - 1) / depths, piece.PackedA, sizeof(T)) : call.N;
        nint rowBlock = piece.PackedA ? GemmShape.RowBlock : call.M;
        for (nint column = 0; column < call.N; column += columnBlock)
        {
            nint columns = Math.Min(columnBlock, call.N - column);
            for (nint d = 0; d < depths; d++)
            {
                nint first = call.K * d / depths;
                piece.Length = (call.K * (d + 1) / depths) - first;
                (piece.Begin, piece.End) = (d == 0, d == depths - 1);
                piece.B = call.B + (first * call.RowB) + (column * call.ColumnB);
                if (piece.PackedB)
                {
                    T* packed = (T*)scratch.B(GemmPacking.RoomB<T>(shape, columns, piece.Length) * sizeof(T));
                    GemmPacking.PackB<L, V, T>(shape, packed, piece.B, call.RowB, call.ColumnB, piece.Length, columns);
                    piece.B = packed;
                }

                for (nint row = 0; row < call.M; row += rowBlock)
                {
                    nint rows = Math.Min(rowBlock, call.M - row);
                    piece.A = call.A + (row * call.RowA) + (first * call.ColumnA);
                    (piece.RowA, piece.ColumnA) = (call.RowA, call.ColumnA);
                    if (piece.PackedA)
                    {
                        T* packed = (T*)scratch.A(GemmPacking.RoomA<T>(shape, rows, piece.Length) * sizeof(T));
                        GemmPacking.PackA(shape, packed, piece.A, call.RowA, call.ColumnA, rows, piece.Length);
                        piece.A = packed;
                        (piece.RowA, piece.ColumnA) = (1, shape.Rows);
                    }

                    Block<L, V, T>(shape, call, piece, row, rows, column, columns);
                }
            }
        }
    }

    /// <summary>What is left of a product with one row.</summary>
    private static void Finish<L, V, T>(in GemmCall<T> call)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.Finishes || call.Relu)
        {
            GemmFinish.Run<L, V, T>(call, 0, 1, 0, call.N);
        }
    }

    /// <summary>All tiles of a block of rows and columns, for a piece of K.</summary>
    private static void Block<L, V, T>(GemmShape shape, in GemmCall<T> call, in Piece<T> piece, nint row, nint rows, nint column, nint columns)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint strip = piece.PackedA ? GemmPacking.StripA<T>(shape, piece.Length) : 0;
        T* a = piece.A;
        for (nint i = 0; i < rows;)
        {
            int height = shape.NextRows(rows - i);
            Band<L, V, T>(shape, call, piece, a, row + i, height, column, columns);
            a += piece.PackedA ? strip : height * piece.RowA;
            i += height;
        }
    }

    /// <summary>The tiles of a few rows across a block of columns, for a piece of K. The rows of A stay in the first cache, while B comes from the second.</summary>
    private static void Band<L, V, T>(GemmShape shape, in GemmCall<T> call, in Piece<T> piece, T* a, nint row, int rows, nint column, nint columns)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool fromC = !piece.Begin || call.Accumulate || call.RowBias is not null;
        bool relu = piece.End && call.Relu && !call.Finishes;
        T* b = piece.B, c = call.C + (row * call.RowC) + column;
        if (piece.Begin && call.RowBias is not null)
        {
            GemmFinish.Begin(call, row, rows, column, columns);
        }

        T* bias = call.Bias is null ? null : call.Bias + column;
        for (nint j = 0; j < columns;)
        {
            int vectors = shape.NextVectors((columns - j + L.Count - 1) / L.Count);
            nint width = Math.Min(vectors * L.Count, columns - j), ragged = width % L.Count;
            nint rowB = piece.PackedB ? vectors * L.Count : call.RowB;
            V mask = ragged == 0 ? default : L.FirstLanes(ragged);
            T* to = c + j, start = fromC ? to : bias is null ? piece.Zeros : bias + j;
            nint rowStart = fromC ? call.RowC : 0;
            if (piece.PackedB && Sse.IsSupported)
            {
                Prefetch(to + width, call.RowC, rows, Math.Min(shape.Width, columns - j - width));
            }

            if (ragged == 0)
            {
                GemmTiles.Run<L, V, T, WholeTile>(rows, vectors, a, piece.RowA, piece.ColumnA, b, rowB, piece.Length, start, rowStart, to, call.RowC, relu, mask);
            }
            else if (piece.PackedB)
            {
                GemmTiles.Run<L, V, T, PackedEdge>(rows, vectors, a, piece.RowA, piece.ColumnA, b, rowB, piece.Length, start, rowStart, to, call.RowC, relu, mask);
            }
            else
            {
                GemmTiles.Run<L, V, T, DirectEdge>(rows, vectors, a, piece.RowA, piece.ColumnA, b, rowB, piece.Length, start, rowStart, to, call.RowC, relu, mask);
            }

            b += piece.PackedB ? GemmPacking.StripB<T>(shape, vectors, piece.Length) : width;
            j += width;
        }

        if (piece.End && call.Finishes)
        {
            GemmFinish.Run<L, V, T>(call, row, rows, column, columns);
        }
    }

    // The next tile's part of C comes while this tile is worked on.
    private static void Prefetch<T>(T* c, nint rowC, nint rows, nint width)
        where T : unmanaged
    {
        int line = GemmShape.LineBytes / sizeof(T);
        for (nint i = 0; i < rows; i++)
        {
            for (nint j = 0; j < width; j += line)
            {
                Sse.Prefetch0(c + (i * rowC) + j);
            }
        }
    }

    /// <summary>What is used of the operands for a block of columns and a piece of K.</summary>
    private struct Piece<T>
        where T : unmanaged
    {
        internal T* A;
        internal nint RowA;
        internal nint ColumnA;
        internal T* B;
        internal T* Zeros;
        internal nint Length;
        internal bool PackedA;
        internal bool PackedB;
        internal bool Begin;
        internal bool End;
    }
}
