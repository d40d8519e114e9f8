using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Scans;
using Gradus.Tensors.Ops.Scans;

namespace Gradus.Tensors;

/// <summary>Running sums along a dimension, and differences, which undo them.</summary>
public static class CumulativeSums
{
    extension(Tensor x)
    {
        /// <summary>yᵢ = x₀ + ... + xᵢ along a dimension; integers and bools are summed as int64.</summary>
        /// <param name="dim">The dimension.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public Tensor CumSum(int dim) => Run(x, Scans.Axis(x, dim, "CumSum"), false);

        /// <summary>ln Σ eˣ of the elements so far along a dimension; nothing overflows.</summary>
        /// <param name="dim">The dimension.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public Tensor LogCumSumExp(int dim) => RunLog(Arithmetic.Real(x), Scans.Axis(x, dim, "LogCumSumExp"), false);

        /// <summary>The differences of neighbours along a dimension, xᵢ₊₁ − xᵢ, taken n times.</summary>
        /// <param name="n">How often; 1 by default.</param>
        /// <param name="dim">The dimension; the last by default.</param>
        /// <returns>A tensor whose dimension is shorter by n.</returns>
        /// <exception cref="ArgumentOutOfRangeException">n is negative, or there is no such dimension.</exception>
        public Tensor Diff(int n = 1, int dim = -1)
        {
            if (n < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(n), n, "Diff takes differences 0 times or more.");
            }

            int axis = Slicing.Dimension(x, dim, "Diff");
            Tensor y = x;
            for (int i = 0; i < n && y.Sizes[axis] > 0; i++)
            {
                int length = y.Sizes[axis] - 1;
                Tensor later = y.Narrow(axis, 1, length), earlier = y.Narrow(axis, 0, length);
                y = x.DType == DType.Bool ? later.NotEqual(earlier) : later - earlier;
            }

            return y;
        }
    }

    private static Tensor Run(Tensor x, int axis, bool reverse)
    {
        Tensor y = Scans.Run<ScanSum>(x, axis, reverse, "CumSum");
        if (Recording.Of(x))
        {
            y.Node = new CumSumNode(x, axis, reverse);
        }

        return y;
    }

    /// <summary>The running sum from the end.</summary>
    internal static Tensor Reverse(Tensor x, int axis) => Run(x, axis, true);

    private static Tensor RunLog(Tensor x, int axis, bool reverse)
    {
        Tensor y = Scans.Run<ScanLogSumExp>(x, axis, reverse, "LogCumSumExp");
        if (Recording.Of(x))
        {
            y.Node = new LogCumSumExpNode(x, y, axis, reverse);
        }

        return y;
    }

    private sealed class CumSumNode(Tensor x, int axis, bool reverse) : Node(x)
    {
        internal override string Name => "CumSum";

        internal override void Backward(Tensor gradient) => Send(0, Run(gradient, axis, !reverse));
    }

    private sealed class LogCumSumExpNode : Node
    {
        private readonly int _axis;
        private readonly bool _reverse;

        internal LogCumSumExpNode(Tensor x, Tensor y, int axis, bool reverse)
            : base(x)
        {
            (_axis, _reverse) = (axis, reverse);
            Save(x, y);
        }

        internal override string Name => "LogCumSumExp";

        // Σ over k ≥ i of g_k e^(x_i − y_k).
        internal override void Backward(Tensor gradient)
        {
            Tensor x = Saved0, y = Saved1;
            if (NoGrad.IsRecording)
            {
                // In plain numbers, from a common shift: what is recorded must be smooth where g changes its sign.
                Tensor shift = x.Detach().AMax([_axis], true);
                Send(0, (x - shift).Exp() * Run(gradient * (shift - y).Exp(), _axis, !_reverse));
                return;
            }

            // Positive and negative parts apart, as logarithms, so that e^(−y) does not overflow.
            Tensor nothing = Tensor.Scalar(double.NegativeInfinity, x.DType);
            Tensor positive = Tensor.Where(gradient.Greater(0), gradient.Log(), nothing), negative = Tensor.Where(gradient.Less(0), (-gradient).Log(), nothing);
            Send(0, (RunLog(positive - y, _axis, !_reverse) + x).Exp() - (RunLog(negative - y, _axis, !_reverse) + x).Exp());
        }
    }
}
