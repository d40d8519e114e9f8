using Gradus.Tensors.Kernels.Reductions;

namespace Gradus.Tensors.Ops.Reductions;

/// <summary>Reductions of integers and bools.</summary>
internal static unsafe class Integers
{
    /// <summary>Sums and products as int64, extremes in the tensor's own type.</summary>
    internal static Tensor Run(Tensor x, in ReductionPlan plan, WholeReduction kind, string what)
    {
        x.DType.RequireArithmetic(what);
        DType dtype = kind is WholeReduction.Sum or WholeReduction.Product ? DType.Int64 : x.DType;
        Tensor source = plan.SideBySide ? x.To(dtype).Contiguous() : plan.Rows(x.To(dtype));
        (int a, int b) = plan.SideBySide ? (plan.A, plan.B) : (plan.R == 0 ? 0 : source.ElementCount / plan.R, 1);
        Tensor y = plan.R == 0 ? Tensor.Full(kind == WholeReduction.Product ? 1 : 0, dtype, plan.Kept) : Tensor.Empty(plan.Kept, dtype);
        if (y.ElementCount == 0 || plan.R == 0)
        {
            return y;
        }

        switch (dtype)
        {
            case DType.Int64:
                WholeKernel.Run(source.Pointer<long>(), a, plan.R, b, y.Pointer<long>(), kind);
                break;
            case DType.Int32:
                WholeKernel.Run(source.Pointer<int>(), a, plan.R, b, y.Pointer<int>(), kind);
                break;
            default:
                WholeKernel.Run(source.Data, a, plan.R, b, y.Data, kind);
                break;
        }

        GC.KeepAlive(source);
        return y;
    }
}
