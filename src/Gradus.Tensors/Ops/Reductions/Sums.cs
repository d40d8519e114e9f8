using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Reductions;

namespace Gradus.Tensors;

/// <summary>Sums, means and variances over dimensions.</summary>
public static unsafe class Sums
{
    extension(Tensor x)
    {
        /// <summary>The sum of all elements; integers and bools are summed as int64.</summary>
        /// <returns>A tensor of no dimensions.</returns>
        public Tensor Sum() => SumOver(x, default, false);

        /// <summary>The sum over one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>The sums.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Sum(int dim, bool keepDim = false) => SumOver(x, [dim], keepDim);

        /// <summary>The sum over several dimensions.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The sums.</returns>
        /// <exception cref="ArgumentException">A dimension comes twice.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Sum(ReadOnlySpan<int> dims, bool keepDim = false) => SumOver(x, dims, keepDim);

        /// <summary>The mean of all elements; NaN when there are none.</summary>
        /// <returns>A tensor of no dimensions.</returns>
        public Tensor Mean() => x.Mean(default(ReadOnlySpan<int>));

        /// <summary>The mean over one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>The means.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Mean(int dim, bool keepDim = false) => x.Mean([dim], keepDim);

        /// <summary>The mean over several dimensions.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The means.</returns>
        public Tensor Mean(ReadOnlySpan<int> dims, bool keepDim = false)
        {
            Tensor sum = SumOver(Arithmetic.Real(x), dims, keepDim);
            return sum / (sum.ElementCount == 0 ? 1.0 : (double)x.ElementCount / sum.ElementCount);
        }

        /// <summary>The variance of all elements.</summary>
        /// <param name="correction">What is taken from the count: 1 (Bessel's, the default) or 0.</param>
        /// <returns>A tensor of no dimensions.</returns>
        public Tensor Var(int correction = 1) => x.Var(default(ReadOnlySpan<int>), correction);

        /// <summary>The variance over dimensions.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="correction">What is taken from the count: 1 (Bessel's, the default) or 0.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The variances.</returns>
        public Tensor Var(ReadOnlySpan<int> dims, int correction = 1, bool keepDim = false)
        {
            Tensor mean = x.Mean(dims, true);
            Tensor squares = SumOver((x - mean).Square(), dims, keepDim);
            double count = squares.ElementCount == 0 ? 1 : (double)x.ElementCount / squares.ElementCount;
            return squares / Math.Max(0, count - correction);
        }
    }

    private static Tensor SumOver(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        if (!x.DType.IsFloatingPoint())
        {
            return x.To(DType.Int64).SumIntegers(dims, keepDim);
        }

        ReductionPlan plan = new(x, dims, keepDim, "Sum");
        Tensor y = Tensor.Empty(plan.Kept, x.DType);
        if (x.DType == DType.Float32)
        {
            SumKernel.Run(plan.Source.Pointer<float>(), y.Pointer<float>(), plan.A, plan.R, plan.B);
        }
        else
        {
            SumKernel.Run(plan.Source.Pointer<double>(), y.Pointer<double>(), plan.A, plan.R, plan.B);
        }

        GC.KeepAlive(plan.Source);
        if (Recording.Of(x))
        {
            y.Node = new SumNode(x, plan.WithOnes);
        }

        return y;
    }

    private static Tensor SumIntegers(this Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        ReductionPlan plan = new(x, dims, keepDim, "Sum");
        Tensor y = Tensor.Zeros(DType.Int64, plan.Kept);
        long* from = plan.Source.Pointer<long>();
        long* to = y.Pointer<long>();
        for (nint i = 0; i < (nint)plan.A * plan.R; i++)
        {
            for (nint j = 0; j < plan.B; j++)
            {
                to[(i / plan.R * plan.B) + j] += from[(i * plan.B) + j];
            }
        }

        GC.KeepAlive(plan.Source);
        return y;
    }

    private sealed class SumNode(Tensor x, int[] withOnes) : Node(x)
    {
        private readonly int[] _sizes = x.Sizes;

        internal override string Name => "Sum";

        internal override void Backward(Tensor gradient) => Send(0, Expanding.ExpandTo(Reshaping.ReshapeTo(gradient, withOnes), _sizes));
    }
}
