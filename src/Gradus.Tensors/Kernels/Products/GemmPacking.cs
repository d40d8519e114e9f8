using System.Runtime.Intrinsics;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>Lays operands of the matrix product into strips in the order in which tiles read them.</summary>
internal static unsafe class GemmPacking
{
    /// <summary>B into strips of a tile's width, row by row of K; the last strip is cut to whole vectors and filled with 0.</summary>
    internal static float* PackB(float* to, float* b, nint rowB, nint columnB, nint length, nint columns, int width, int lanes)
    {
        float* strip = to;
        for (nint j = 0; j < columns; j += width)
        {
            nint used = Math.Min(width, columns - j);
            nint padded = (used + lanes - 1) / lanes * lanes;
            float* from = b + (j * columnB);
            if (columnB == 1)
            {
                for (nint p = 0; p < length; p++)
                {
                    new ReadOnlySpan<float>(from + (p * rowB), (int)used).CopyTo(new Span<float>(strip + (p * padded), (int)used));
                }
            }
            else
            {
                Transposition.Run(from, columnB, rowB, strip, padded, used, length);
            }

            for (nint p = 0; p < length && used < padded; p++)
            {
                new Span<float>(strip + (p * padded) + used, (int)(padded - used)).Clear();
            }

            strip += padded * length;
        }

        return to;
    }

    /// <summary>A into strips of a tile's rows, column by column of K. The last strip may be lower; its places are left out.</summary>
    internal static float* PackA(float* to, float* a, nint rowA, nint columnA, nint rows, nint length, int height)
    {
        for (nint i = 0; i < rows; i += height)
        {
            nint used = Math.Min(height, rows - i);
            if (rowA == 1 && used == 8)
            {
                // A transposed: eight rows lie side by side already.
                float* from = a + i, strip = to + (i * length);
                for (nint p = 0; p < length; p++)
                {
                    Vector256.Load(from + (p * columnA)).Store(strip + (p * height));
                }

                continue;
            }

            Transposition.Run(a + (i * rowA), rowA, columnA, to + (i * length), height, used, length);
        }

        return to;
    }
}
