using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Reductions;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Logarithms of sums of exponentials over dimensions.</summary>
public static unsafe class LogSumExps
{
    extension(Tensor x)
    {
        /// <summary>ln Σ eˣ over one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>The logarithms; −∞ where there is nothing to add.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor LogSumExp(int dim, bool keepDim = false) => x.LogSumExp([ShapeMath.Axis(dim, x.Rank, "LogSumExp")], keepDim);

        /// <summary>ln Σ eˣ over several dimensions, as max + ln Σ e^(x − max), so that nothing overflows.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The logarithms; −∞ where there is nothing to add.</returns>
        /// <exception cref="ArgumentException">A dimension comes twice.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public Tensor LogSumExp(ReadOnlySpan<int> dims, bool keepDim = false)
        {
            Tensor real = Arithmetic.Real(x);
            ReductionPlan plan = new(real, dims, keepDim, "LogSumExp");
            Tensor y = Compute(real, plan);
            if (Recording.Of(real))
            {
                y.Node = new LogSumExpNode(real, y, plan.WithOnes);
            }

            return y;
        }
    }

    private static Tensor Compute(Tensor x, in ReductionPlan plan)
    {
        if (plan.R == 0)
        {
            return Tensor.Full(double.NegativeInfinity, x.DType, plan.Kept);
        }

        Tensor rows = plan.Rows(x);
        Tensor y = Tensor.Empty(plan.Kept, x.DType);
        int count = rows.ElementCount / plan.R;
        if (x.DType == DType.Float32)
        {
            RowDeviations.LogSumExp(IsaTable.Current, rows.Pointer<float>(), count, plan.R, y.Pointer<float>());
        }
        else
        {
            double* from = rows.Pointer<double>();
            for (nint i = 0; i < count; i++, from += plan.R)
            {
                double largest;
                DoubleKernel.Run(default(MaximumReduction), from, 1, plan.R, 1, &largest);
                DoubleKernel.Run(new ExponentialSumReduction(double.IsInfinity(largest) ? 0 : largest), from, 1, plan.R, 1, y.Pointer<double>() + i);
            }
        }

        GC.KeepAlive(rows);
        return y;
    }

    private sealed class LogSumExpNode : Node
    {
        private readonly int[] _withOnes;

        internal LogSumExpNode(Tensor x, Tensor y, int[] withOnes)
            : base(x)
        {
            _withOnes = withOnes;
            Save(x, y);
        }

        internal override string Name => "LogSumExp";

        internal override void Backward(Tensor gradient) =>
            Send(0, (Saved0 - Reshaping.ReshapeTo(Saved1, _withOnes)).Exp() * Reshaping.ReshapeTo(gradient, _withOnes));
    }
}
