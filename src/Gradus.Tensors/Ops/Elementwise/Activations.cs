using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>The nonlinear functions between layers, smooth ones. Integers and bools become float32 first. The largest error of float32 results is given in units in the last place (ULP).</summary>
public static class Activations
{
    extension(Tensor x)
    {
        /// <summary>The logistic function 1 / (1 + e⁻ˣ). 2.5 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Sigmoid() => UnaryFunction.Run(x, default(SigmoidOp));

        /// <summary>ln(1 / (1 + e⁻ˣ)) without overflow. 3 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor LogSigmoid() => UnaryFunction.Run(x, default(LogSigmoidOp));

        /// <summary>x / (1 + e⁻ˣ), also called swish. 3 ULP. Elfwing, Uchibe and Doya: Sigmoid-weighted linear units (2018).</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Silu() => UnaryFunction.Run(x, default(SiluOp));

        /// <summary>x tanh(ln(1 + eˣ)). 4 ULP. Misra: Mish, a self regularized non-monotonic activation function (2019).</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Mish() => UnaryFunction.Run(x, default(MishOp));

        /// <summary>x Φ(x) with the normal distribution function Φ, the exact form, or ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))). Within 7.2 and 6 ULP, also where the result is tiny. Hendrycks and Gimpel: Gaussian error linear units (2016).</summary>
        /// <param name="approximate">Whether to take the form with tanh, PyTorch's <c>approximate='tanh'</c>.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Gelu(bool approximate = false) => approximate ? UnaryFunction.Run(x, default(GeluTanhOp)) : UnaryFunction.Run(x, default(GeluOp));

        /// <summary>ln(1 + e^(beta x)) / beta, a smooth max(0, x), without overflow. 4 ULP.</summary>
        /// <param name="beta">How steep it is, above 0.</param>
        /// <param name="threshold">Where beta · x is above this, the result is x.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">beta is not above 0.</exception>
        public Tensor Softplus(double beta = 1, double threshold = 20)
        {
            return beta > 0
                ? UnaryFunction.Run(x, new SoftplusOp(beta, threshold))
                : throw new ArgumentOutOfRangeException(nameof(beta), beta, $"Softplus got beta {beta}; it must be above 0, and 1 is the usual one.");
        }

        /// <summary>x / (1 + |x|).</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Softsign() => UnaryFunction.Run(x, default(SoftsignOp));

        /// <summary>x − tanh x.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Tanhshrink() => UnaryFunction.Run(x, default(TanhshrinkOp));

        /// <summary>a · σ(b) with the first half a of a dimension and the second half b. Dauphin and others: Language modeling with gated convolutional networks (2017).</summary>
        /// <param name="dim">The dimension that is halved.</param>
        /// <returns>A tensor with half the size there.</returns>
        /// <exception cref="ArgumentException">Its size is odd.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Glu(int dim = -1)
        {
            int size = x.Size(dim);
            if (size % 2 != 0)
            {
                throw new ArgumentException($"Glu halves dimension {dim}, whose size must be even; shape is {Shapes.ShapeMath.Format(x.Sizes)}.", nameof(dim));
            }

            return x.Narrow(dim, 0, size / 2) * x.Narrow(dim, size / 2, size / 2).Sigmoid();
        }
    }
}
