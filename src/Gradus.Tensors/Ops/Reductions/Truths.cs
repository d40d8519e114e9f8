using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Reductions;

namespace Gradus.Tensors;

/// <summary>Whether and how often elements are true, that is not 0. No gradients flow.</summary>
public static unsafe class Truths
{
    extension(Tensor x)
    {
        /// <summary>Whether at least one element is true.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>A bool tensor; false where there are no elements.</returns>
        public Tensor Any(ReadOnlySpan<int> dims = default, bool keepDim = false) => Run(x, dims, keepDim, WholeReduction.Maximum, "Any");

        /// <summary>Whether all elements are true.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>A bool tensor; true where there are no elements.</returns>
        public Tensor All(ReadOnlySpan<int> dims = default, bool keepDim = false) => Run(x, dims, keepDim, WholeReduction.Minimum, "All");

        /// <summary>How many elements are not 0.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>An int64 tensor.</returns>
        public Tensor CountNonzero(ReadOnlySpan<int> dims = default, bool keepDim = false)
        {
            Tensor truth = x.Detach().To(DType.Bool);
            if (dims.IsEmpty && !keepDim)
            {
                Tensor bytes = truth.Contiguous();
                int count = bytes.ElementCount - new ReadOnlySpan<byte>(bytes.Data, bytes.ElementCount).Count((byte)0);
                GC.KeepAlive(bytes);
                return Tensor.Scalar(count, DType.Int64);
            }

            return truth.Sum(dims, keepDim);
        }
    }

    private static Tensor Run(Tensor x, ReadOnlySpan<int> dims, bool keepDim, WholeReduction kind, string what)
    {
        Tensor truth = x.Detach().To(DType.Bool);
        ReductionPlan plan = new(truth, dims, keepDim, what);
        return plan.R == 0 ? Tensor.Full(kind == WholeReduction.Minimum ? 1 : 0, DType.Bool, plan.Kept) : Integers.Run(truth, plan, kind, what);
    }
}
