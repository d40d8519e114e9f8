using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>The nonlinear functions between layers that are put together from pieces. Integers and bools become float32 first.</summary>
public static class PiecewiseActivations
{
    extension(Tensor x)
    {
        /// <summary>max(0, x); the gradient at 0 is 0.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Relu() => UnaryFunction.Run(x, default(ReluOp));

        /// <summary>x between 0 and 6, those bounds outside.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Relu6() => UnaryFunction.Run(x, new HardtanhOp(0, 6));

        /// <summary>x above 0, slope · x below.</summary>
        /// <param name="negativeSlope">The slope below 0, not negative; 0.01 by default as in PyTorch.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The slope is negative.</exception>
        public Tensor LeakyRelu(double negativeSlope = 0.01)
        {
            return negativeSlope >= 0
                ? UnaryFunction.Run(x, new LeakyReluOp(negativeSlope))
                : throw new ArgumentOutOfRangeException(nameof(negativeSlope), negativeSlope, $"LeakyRelu got the slope {negativeSlope} below 0; it must be 0 or more. For slopes of any sign use Prelu.");
        }

        /// <summary>x above 0, weight · x below. He and others: Delving deep into rectifiers (2015).</summary>
        /// <param name="weight">One learned slope, or one for each channel (dimension 1).</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentException">The count of weights does not fit.</exception>
        public Tensor Prelu(Tensor weight)
        {
            ArgumentNullException.ThrowIfNull(weight);
            if (weight.ElementCount != 1 && (x.Rank < 2 || weight.Rank != 1 || weight.ElementCount != x.Sizes[1]))
            {
                throw new ArgumentException($"Prelu got {Shapes.ShapeMath.Format(weight.Sizes)} weights for shape {Shapes.ShapeMath.Format(x.Sizes)}; give one weight, or one for each size of dimension 1.", nameof(weight));
            }

            int[] sizes = new int[Math.Max(0, x.Rank - 1)];
            Array.Fill(sizes, 1);
            if (sizes.Length > 0)
            {
                sizes[0] = weight.ElementCount;
            }

            return BinaryFunction.Run(x, weight.Reshape(sizes), default(PreluOp));
        }

        /// <summary>x above 0, alpha (eˣ − 1) below. Clevert, Unterthiner and Hochreiter: Exponential linear units (2016).</summary>
        /// <param name="alpha">What −∞ is mapped to, with the other sign.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Elu(double alpha = 1) => UnaryFunction.Run(x, new EluOp(alpha, 1, 1));

        /// <summary>ELU with the two constants that keep mean and variance. Klambauer and others: Self-normalizing neural networks (2017).</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Selu() => UnaryFunction.Run(x, new EluOp(Constants.SeluAlpha, Constants.SeluScale, 1));

        /// <summary>max(0, x) + min(0, alpha (e^(x / alpha) − 1)), which is smooth for every alpha. Barron: Continuously differentiable exponential linear units (2017).</summary>
        /// <param name="alpha">Above 0.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">alpha is not above 0.</exception>
        public Tensor Celu(double alpha = 1)
        {
            return alpha > 0
                ? UnaryFunction.Run(x, new EluOp(alpha, 1, 1 / alpha))
                : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, $"Celu got alpha {alpha}; it must be above 0. Elu takes any alpha.");
        }

        /// <summary>x between two bounds, the bounds outside; no gradient flows at and beyond them. A bound that is NaN makes all NaN.</summary>
        /// <param name="minVal">The lower bound.</param>
        /// <param name="maxVal">The upper bound.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Hardtanh(double minVal = -1, double maxVal = 1) =>
            double.IsNaN(minVal) || double.IsNaN(maxVal) ? x.Clamp(minVal, maxVal) : UnaryFunction.Run(x, new HardtanhOp(minVal, maxVal));

        /// <summary>(x + 3) / 6 between −3 and 3, 0 below and 1 above.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Hardsigmoid() => UnaryFunction.Run(x, default(HardsigmoidOp));

        /// <summary>x (x + 3) / 6 between −3 and 3, 0 below and x above. Howard and others: Searching for MobileNetV3 (2019).</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Hardswish() => UnaryFunction.Run(x, default(HardswishOp));

        /// <summary>x, but 0 where |x| ≤ lambda.</summary>
        /// <param name="lambda">The bound.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Hardshrink(double lambda = 0.5) => UnaryFunction.Run(x, new HardshrinkOp(lambda));

        /// <summary>x moved by lambda towards 0, 0 where |x| ≤ lambda.</summary>
        /// <param name="lambda">The step, not negative.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">lambda is negative.</exception>
        public Tensor Softshrink(double lambda = 0.5)
        {
            return lambda >= 0
                ? UnaryFunction.Run(x, new SoftshrinkOp(lambda))
                : throw new ArgumentOutOfRangeException(nameof(lambda), lambda, $"Softshrink got lambda {lambda}; it must be 0 or more.");
        }

        /// <summary>x above a threshold, a value at and below it.</summary>
        /// <param name="threshold">The threshold.</param>
        /// <param name="value">What stands there else.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Threshold(double threshold, double value) => UnaryFunction.Run(x, new ThresholdOp(threshold, value));
    }
}
