using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Reductions;

namespace Gradus.Tensors;

/// <summary>Variances and standard deviations over dimensions.</summary>
public static unsafe class Variances
{
    extension(Tensor x)
    {
        /// <summary>The variance of all elements.</summary>
        /// <param name="correction">What is taken from the count: 1 (Bessel's, the default) or 0.</param>
        /// <returns>A tensor of no dimensions.</returns>
        public Tensor Var(int correction = 1) => x.Var(default(ReadOnlySpan<int>), correction);

        /// <summary>The variance over dimensions: Σ (x − mean)² / (n − correction), in two passes.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="correction">What is taken from the count: 1 (Bessel's, the default) or 0.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The variances; NaN where the count is no more than 0 after the correction.</returns>
        /// <exception cref="ArgumentException">A dimension comes twice.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Var(ReadOnlySpan<int> dims, int correction = 1, bool keepDim = false)
        {
            Tensor real = Arithmetic.Real(x);
            ReductionPlan plan = new(real, dims, keepDim, "Var");
            double divisor = Math.Max(0, plan.R - correction);
            Tensor y = Compute(real, plan, divisor);
            if (Recording.Of(real))
            {
                y.Node = new VarNode(real, plan.Dims(), plan.WithOnes, divisor);
            }

            return y;
        }

        /// <summary>The standard deviation of all elements.</summary>
        /// <param name="correction">What is taken from the count: 1 (Bessel's, the default) or 0.</param>
        /// <returns>A tensor of no dimensions.</returns>
        public Tensor Std(int correction = 1) => x.Std(default(ReadOnlySpan<int>), correction);

        /// <summary>The standard deviation over dimensions, the root of <see cref="Var(Tensor, ReadOnlySpan{int}, int, bool)"/>. Where it is 0 its gradient is taken as 0, as in PyTorch.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="correction">What is taken from the count: 1 (Bessel's, the default) or 0.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The standard deviations.</returns>
        /// <exception cref="ArgumentException">A dimension comes twice.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Std(ReadOnlySpan<int> dims, int correction = 1, bool keepDim = false)
        {
            Tensor variance = x.Var(dims, correction, keepDim);
            if (!Recording.Of(variance))
            {
                return variance.Sqrt();
            }

            // The root of 1 in place of that of 0 keeps the infinite slope out of the gradient.
            Tensor zero = variance.Detach().Equal(0);
            return variance.MaskedFill(zero, 1).Sqrt().MaskedFill(zero, 0);
        }
    }

    private static Tensor Compute(Tensor x, in ReductionPlan plan, double divisor)
    {
        if (plan.R == 0)
        {
            return Tensor.Full(double.NaN, x.DType, plan.Kept);
        }

        Tensor rows = plan.Rows(x);
        int count = rows.ElementCount / plan.R;
        Tensor y = Tensor.Empty(plan.Kept, x.DType);
        if (x.DType == DType.Float64)
        {
            double* from = rows.Pointer<double>();
            double* to = y.Pointer<double>();
            for (nint i = 0; i < count; i++, from += plan.R)
            {
                double sum;
                DoubleKernel.Run(default(SumReduction), from, 1, plan.R, 1, &sum);
                DoubleKernel.Run(new DeviationReduction(sum / plan.R, divisor), from, 1, plan.R, 1, to + i);
            }
        }
        else
        {
            RowDeviations.Run(IsaTable.Current, rows.Pointer<float>(), count, plan.R, divisor, y.Pointer<float>());
        }

        GC.KeepAlive(rows);
        return y;
    }

    private sealed class VarNode : Node
    {
        private readonly int[] _dims;
        private readonly int[] _withOnes;
        private readonly double _divisor;

        internal VarNode(Tensor x, int[] dims, int[] withOnes, double divisor)
            : base(x)
        {
            (_dims, _withOnes, _divisor) = (dims, withOnes, divisor);
            Save(x);
        }

        internal override string Name => "Var";

        // 2 (x − mean) / divisor; what the mean gives to it sums to 0.
        internal override void Backward(Tensor gradient) =>
            Send(0, (Saved0 - Saved0.Mean(_dims, true)) * (Reshaping.ReshapeTo(gradient, _withOnes) * (2 / _divisor)));
    }
}
