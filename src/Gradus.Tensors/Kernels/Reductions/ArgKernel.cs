using System.Numerics;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>The place of the largest or smallest number of each row; the first of equals, and a NaN before all.</summary>
internal static unsafe class ArgKernel
{
    internal static void Run<T>(T* x, long* y, nint rows, nint length, bool largest)
        where T : unmanaged, INumber<T>
    {
        for (nint i = 0; i < rows; i++)
        {
            T* row = x + (i * length);
            nint best = 0;
            for (nint j = 1; j < length && !T.IsNaN(row[best]); j++)
            {
                if (T.IsNaN(row[j]) || (largest ? row[j] > row[best] : row[j] < row[best]))
                {
                    best = j;
                }
            }

            y[i] = best;
        }
    }
}
