using System.Numerics;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>C = A · B, or C += A · B, for strided A and B and row-major C.</summary>
internal static unsafe class Gemm
{
    /// <summary>The product in one precision; K is summed in ascending order for each element.</summary>
    internal static void Run<T>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint columnB, T* c, nint rowC, nint m, nint n, nint k, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < m; i++)
        {
            T* row = c + (i * rowC);
            if (!accumulate)
            {
                new Span<T>(row, (int)n).Clear();
            }

            for (nint l = 0; l < k; l++)
            {
                T left = a[(i * rowA) + (l * columnA)];
                T* from = b + (l * rowB);
                nint j = 0;
                if (columnB == 1)
                {
                    Vector<T> wide = new(left);
                    for (; j <= n - Vector<T>.Count; j += Vector<T>.Count)
                    {
                        Vector.Store(Vector.Load(row + j) + (wide * Vector.Load(from + j)), row + j);
                    }
                }

                for (; j < n; j++)
                {
                    row[j] += left * from[j * columnB];
                }
            }
        }
    }
}
