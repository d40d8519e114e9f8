using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Reductions;

namespace Gradus.Tensors;

/// <summary>Norms of vectors over dimensions.</summary>
public static class Norms
{
    extension(Tensor x)
    {
        /// <summary>The p-norm of all elements as one vector.</summary>
        /// <param name="p">The exponent; 2 by default.</param>
        /// <returns>A tensor of no dimensions.</returns>
        public Tensor Norm(double p = 2) => x.Norm(p, default);

        /// <summary>The p-norm over dimensions: (Σ |x|ᵖ)^(1/p), the largest |x| for p = ∞, the smallest for −∞, and the count of elements that are not 0 for p = 0.</summary>
        /// <param name="p">The exponent.</param>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The norms. Where one is 0 its gradient is taken as 0, as in PyTorch, and so is that of a count.</returns>
        /// <exception cref="ArgumentException">A dimension comes twice, or p is ±∞ or negative and a dimension is empty.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public Tensor Norm(double p, ReadOnlySpan<int> dims, bool keepDim = false)
        {
            Tensor real = Arithmetic.Real(x);
            ReductionPlan plan = new(real, dims, keepDim, "Norm");
            if (double.IsInfinity(p) || p < 0)
            {
                ReductionDriver.RequireElements(real, plan, "Norm");
            }

            switch (p)
            {
                case 0:
                    return Attach(real.NotEqual(0).To(real.DType).Sum(dims, keepDim), real, plan, p);
                case 1:
                    return Attach(ReductionDriver.Run(real, plan, default(AbsoluteSumReduction)), real, plan, p);
                case 2:
                    return Attach(ReductionDriver.Run(real, plan, default(EuclideanReduction)), real, plan, p);
                case double.PositiveInfinity:
                    return Attach(ReductionDriver.Run(real, plan, default(AbsoluteMaximumReduction)), real, plan, p);
                case double.NegativeInfinity:
                    return Attach(ReductionDriver.Run(real, plan, default(AbsoluteMinimumReduction)), real, plan, p);
                default:
                    using (NoGrad.Enter())
                    {
                        real = real.Detach().Abs().Pow(p).Sum(dims, keepDim).Pow(1 / p);
                    }

                    return Attach(real, Arithmetic.Real(x), plan, p);
            }
        }
    }

    private static Tensor Attach(Tensor y, Tensor x, in ReductionPlan plan, double p)
    {
        if (Recording.Of(x))
        {
            y.Node = new NormNode(x, y, plan.Dims(), plan.WithOnes, p);
        }

        return y;
    }

    private sealed class NormNode : Node
    {
        private readonly int[] _dims;
        private readonly int[] _withOnes;
        private readonly double _p;

        internal NormNode(Tensor x, Tensor y, int[] dims, int[] withOnes, double p)
            : base(x)
        {
            (_dims, _withOnes, _p) = (dims, withOnes, p);
            Save(x, y);
        }

        internal override string Name => "Norm";

        internal override void Backward(Tensor gradient)
        {
            if (_p == 0)
            {
                Send(0, Tensor.ZerosLike(Saved0)); // a count does not move
                return;
            }

            Tensor x = Saved0, norm = Reshaping.ReshapeTo(Saved1, _withOnes), g = Reshaping.ReshapeTo(gradient, _withOnes);
            Tensor fixedX = x.Detach();
            if (_p == 1)
            {
                Send(0, g * Sign(fixedX));
                return;
            }

            if (double.IsInfinity(_p))
            {
                Tensor chosen = fixedX.Abs().Equal(norm.Detach()).To(x.DType);
                Send(0, g / chosen.Sum(_dims, true) * (chosen * Sign(fixedX)));
                return;
            }

            // x |x|^(p − 2) / norm^(p − 1), 0 where the norm is.
            Tensor zero = norm.Detach().Equal(0), safe = norm.MaskedFill(zero, 1);
            Tensor share = (g / (_p == 2 ? safe : safe.Pow(_p - 1))).MaskedFill(zero, 0);
            Tensor powers = x;
            if (_p != 2)
            {
                Tensor nought = fixedX.Equal(0);
                powers = (x * x.Abs().MaskedFill(nought, 1).Pow(_p - 2)).MaskedFill(nought, 0);
            }

            Send(0, powers * share);
        }

        private static Tensor Sign(Tensor x) => x.Greater(0).To(x.DType) - x.Less(0).To(x.DType);
    }
}
