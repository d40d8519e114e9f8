using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Ops.Recurrent;

/// <summary>The products over all steps, in either type.</summary>
internal static unsafe class RecurrentProduct
{
    /// <summary>C = A · B, or C += A · B; B and C have rows without gaps.</summary>
    internal static void Run<T>(T* a, nint rowA, nint columnA, T* b, nint rowB, T* c, nint m, nint n, nint k, bool accumulate)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            GemmDouble.Run((double*)a, rowA, columnA, (double*)b, rowB, 1, (double*)c, n, m, n, k, accumulate);
            return;
        }

        GemmCall call = new()
        {
            A = (float*)a,
            RowA = rowA,
            ColumnA = columnA,
            B = (float*)b,
            RowB = rowB,
            ColumnB = 1,
            C = (float*)c,
            RowC = n,
            M = m,
            N = n,
            K = k,
            Accumulate = accumulate,
        };
        GemmParallel.Run(IsaTable.Current, call);
    }
}
