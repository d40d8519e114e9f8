using System.Numerics;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Ops.Recurrent;

/// <summary>The products over all steps.</summary>
internal static unsafe class RecurrentProduct
{
    /// <summary>C = A · B, or C += A · B; B and C have rows without gaps.</summary>
    internal static void Run<T>(T* a, nint rowA, nint columnA, T* b, T* c, nint m, nint n, nint k, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GemmCall<T> call = new() { A = a, RowA = rowA, ColumnA = columnA, B = b, RowB = n, ColumnB = 1, C = c, RowC = n, M = m, N = n, K = k, Accumulate = accumulate };
        GemmParallel.Run(IsaTable.Current, call);
    }
}
