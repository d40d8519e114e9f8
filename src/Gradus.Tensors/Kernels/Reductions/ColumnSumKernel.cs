namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>The sums of the columns of a matrix in float32.</summary>
internal static unsafe class ColumnSumKernel
{
    /// <summary>y = (y +) Σ over rows of x.</summary>
    internal static void Run(Isa isa, float* x, float* y, nint rows, nint columns, bool accumulate) =>
        ColumnKernel.Run(isa, default(SumReduction), x, 1, rows, columns, y, accumulate);
}
