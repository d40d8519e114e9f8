namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>Sums of float32: the one place that says what a row's sum is.</summary>
internal static unsafe class SumKernel
{
    /// <summary>The sum of a row, the same bits for every instruction set.</summary>
    internal static double Row(Isa isa, float* x, nint length) => RowKernel.Run(isa, default(SumReduction), x, length);
}
