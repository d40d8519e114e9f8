using System.Numerics;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>C = A · B, or C += A · B, in float64 for strided A and B and row-major C. It serves gradient checks, so it is plain.</summary>
internal static unsafe class GemmDouble
{
    /// <summary>K is summed in ascending order for each element.</summary>
    internal static void Run(double* a, nint rowA, nint columnA, double* b, nint rowB, nint columnB, double* c, nint rowC, nint m, nint n, nint k, bool accumulate)
    {
        for (nint i = 0; i < m; i++)
        {
            double* row = c + (i * rowC);
            if (!accumulate)
            {
                new Span<double>(row, (int)n).Clear();
            }

            for (nint l = 0; l < k; l++)
            {
                double left = a[(i * rowA) + (l * columnA)];
                double* from = b + (l * rowB);
                nint j = 0;
                if (columnB == 1)
                {
                    Vector<double> wide = new(left);
                    for (; j <= n - Vector<double>.Count; j += Vector<double>.Count)
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
