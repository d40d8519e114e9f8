using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>The matrix product in float32. Small operands are used where they lie; large ones, and a B whose rows are not contiguous, are packed into strips as wide as a tile.</summary>
internal static unsafe class GemmFloat
{
    /// <summary>From this count of numbers in B on, and this many rows of A, packing B pays.</summary>
    private const int LargeOperand = 48 * 1024;
    private const int ManyRows = 64;

    [ThreadStatic]
    private static Scratch? _scratch;

    internal static void Run(Isa isa, in GemmCall call)
    {
        switch (isa)
        {
            case Isa.Avx512:
                Run<Lanes512, Vector512<float>>(GemmShape.Of(Isa.Avx512), call);
                break;
            case Isa.Avx2:
                Run<Lanes256, Vector256<float>>(GemmShape.Of(Isa.Avx2), call);
                break;
            case Isa.Vector128:
                Run<Lanes128, Vector128<float>>(GemmShape.Of(Isa.Vector128), call);
                break;
            default:
                Run<Lanes1, float>(GemmShape.Of(Isa.Scalar), call);
                break;
        }
    }

    private static void Run<L, V>(GemmShape shape, in GemmCall call)
        where L : ILanes<V>
        where V : unmanaged
    {
        if (call.M == 0 || call.N == 0)
        {
            return;
        }

        Scratch scratch = _scratch ??= new Scratch();
        bool packB = call.ColumnB != 1 || (call.M >= ManyRows && call.K * call.N >= LargeOperand);
        bool packA = call.M >= ManyRows && call.N >= ManyRows && call.M * call.K >= LargeOperand;
        nint columnBlock = packB ? GemmShape.ColumnBlock : call.N;
        nint rowBlock = packA ? GemmShape.RowBlock : call.M;
        for (nint column = 0; column < call.N; column += columnBlock)
        {
            nint columns = Math.Min(columnBlock, call.N - column);
            nint depth = 0;
            do
            {
                nint length = Math.Min(GemmShape.DepthBlock, call.K - depth);
                Piece piece = new() { Length = length, Relu = call.Relu && depth + length == call.K, Begin = depth == 0, Packed = packB };
                piece.B = call.B + (depth * call.RowB) + (column * call.ColumnB);
                piece.RowB = call.RowB;
                if (packB)
                {
                    piece.B = GemmPacking.PackB(scratch.B((columns + shape.Width) * length), piece.B, call.RowB, call.ColumnB, length, columns, shape.Width, shape.Lanes);
                }

                for (nint row = 0; row < call.M; row += rowBlock)
                {
                    nint rows = Math.Min(rowBlock, call.M - row);
                    piece.A = call.A + (row * call.RowA) + (depth * call.ColumnA);
                    piece.RowA = call.RowA;
                    piece.ColumnA = call.ColumnA;
                    piece.StripA = shape.Rows * call.RowA;
                    if (packA)
                    {
                        piece.A = GemmPacking.PackA(scratch.A((rows + shape.Rows) * length), piece.A, call.RowA, call.ColumnA, rows, length, shape.Rows);
                        piece.RowA = 1;
                        piece.ColumnA = shape.Rows;
                        piece.StripA = shape.Rows * length;
                    }

                    Strips<L, V>(shape, call, piece, row, rows, column, columns, scratch);
                }

                depth += length;
            }
            while (depth < call.K);
        }
    }

    /// <summary>All tiles of a block of rows by columns, for a piece of K.</summary>
    private static void Strips<L, V>(GemmShape shape, in GemmCall call, in Piece piece, nint row, nint rows, nint column, nint columns, Scratch scratch)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint j = 0; j < columns; j += shape.Width)
        {
            nint width = Math.Min(shape.Width, columns - j);
            int vectors = (int)((width + shape.Lanes - 1) / shape.Lanes);
            bool ragged = width != vectors * shape.Lanes;
            float* b = piece.Packed ? piece.B + (j * piece.Length) : piece.B + j;
            nint rowB = piece.Packed ? vectors * shape.Lanes : piece.RowB;
            if (ragged && !piece.Packed)
            {
                // The last columns are laid into whole vectors, filled with 0.
                b = GemmPacking.PackB(scratch.B(vectors * shape.Lanes * piece.Length), b, piece.RowB, 1, piece.Length, width, shape.Width, shape.Lanes);
                rowB = vectors * shape.Lanes;
            }

            float* c = call.C + (row * call.RowC) + column + j;
            float* bias = call.Bias is null ? scratch.Zeros : call.Bias + column + j;
            bool fromC = !piece.Begin || call.Accumulate;
            for (nint i = 0; i < rows; i += shape.Rows)
            {
                int height = (int)Math.Min(shape.Rows, rows - i);
                float* a = piece.A + (i / shape.Rows * piece.StripA);
                float* to = c + (i * call.RowC);
                if (!ragged)
                {
                    GemmTiles.Run<L, V>(height, vectors, a, piece.RowA, piece.ColumnA, b, rowB, piece.Length, fromC ? to : bias, fromC ? call.RowC : 0, to, call.RowC, piece.Relu);
                    continue;
                }

                float* tile = scratch.Tile;
                nint tileRow = vectors * shape.Lanes;
                for (int r = 0; r < height; r++)
                {
                    Copy(fromC ? to + (r * call.RowC) : bias, tile + (r * tileRow), width);
                }

                GemmTiles.Run<L, V>(height, vectors, a, piece.RowA, piece.ColumnA, b, rowB, piece.Length, tile, tileRow, tile, tileRow, piece.Relu);
                for (int r = 0; r < height; r++)
                {
                    Copy(tile + (r * tileRow), to + (r * call.RowC), width);
                }
            }
        }
    }

    private static void Copy(float* from, float* to, nint length)
    {
        for (nint i = 0; i < length; i++)
        {
            to[i] = from[i];
        }
    }

    /// <summary>The operands of a block for a piece of K.</summary>
    private struct Piece
    {
        internal float* A;
        internal nint RowA;
        internal nint ColumnA;
        internal nint StripA;
        internal float* B;
        internal nint RowB;
        internal nint Length;
        internal bool Packed;
        internal bool Begin;
        internal bool Relu;
    }

    /// <summary>Memory for packed operands, kept by each thread and freed with it.</summary>
    private sealed class Scratch
    {
        private const int TileLength = 8 * 48;
        private readonly Storage.Block _small = Storage.BlockPool.RentUnscoped(2 * TileLength * sizeof(float));
        private Storage.Block? _a;
        private Storage.Block? _b;
        private nint _lengthA, _lengthB;

        internal Scratch() => NativeMemory.Clear(_small.Pointer, 2 * TileLength * sizeof(float));

        internal float* Zeros => (float*)_small.Pointer;

        internal float* Tile => (float*)_small.Pointer + TileLength;

        internal float* A(nint length) => Grow(ref _a, ref _lengthA, length);

        internal float* B(nint length) => Grow(ref _b, ref _lengthB, length);

        private static float* Grow(ref Storage.Block? block, ref nint held, nint length)
        {
            if (block is null || held < length)
            {
                block = Storage.BlockPool.RentUnscoped(length * sizeof(float));
                held = (nint)(Storage.BlockPool.BytesOf(block.SizeClass) / sizeof(float));
            }

            return (float*)block.Pointer;
        }
    }
}
