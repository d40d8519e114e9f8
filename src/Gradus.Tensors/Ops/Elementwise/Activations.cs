using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>The nonlinear functions between layers. Integers become float32 first.</summary>
public static class Activations
{
    extension(Tensor x)
    {
        /// <summary>The logistic function 1 / (1 + e⁻ˣ).</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Sigmoid()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(SigmoidOp), "Sigmoid");
            if (Recording.Of(source))
            {
                y.Node = new SigmoidNode(source, y);
            }

            return y;
        }

        /// <summary>The hyperbolic tangent.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Tanh()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(TanhOp), "Tanh");
            if (Recording.Of(source))
            {
                y.Node = new TanhNode(source, y);
            }

            return y;
        }

        /// <summary>max(0, x); the gradient at 0 is 0.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Relu()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(ReluOp), "Relu");
            if (Recording.Of(source))
            {
                y.Node = new LeakyReluNode(source, y, 0, "Relu");
            }

            return y;
        }

        /// <summary>x above 0, slope · x below.</summary>
        /// <param name="negativeSlope">The slope below 0, not negative; 0.01 by default as in PyTorch.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The slope is negative.</exception>
        public Tensor LeakyRelu(double negativeSlope = 0.01)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(negativeSlope);
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, new LeakyReluOp(negativeSlope), "LeakyRelu");
            if (Recording.Of(source))
            {
                y.Node = new LeakyReluNode(source, y, negativeSlope, "LeakyRelu");
            }

            return y;
        }

        /// <summary>ln(1 + eˣ), a smooth max(0, x), without overflow.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Softplus()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(SoftplusOp), "Softplus");
            if (Recording.Of(source))
            {
                y.Node = new SoftplusNode(source);
            }

            return y;
        }

        /// <summary>x Φ(x) with the normal distribution function Φ, the exact form. Hendrycks and Gimpel: Gaussian error linear units (2016).</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Gelu()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(GeluOp), "Gelu");
            if (Recording.Of(source))
            {
                y.Node = new GeluNode(source);
            }

            return y;
        }
    }

    private sealed class SigmoidNode : Node
    {
        internal SigmoidNode(Tensor x, Tensor y)
            : base(x) => Save(y);

        internal override string Name => "Sigmoid";

        internal override void Backward(Tensor gradient)
        {
            Tensor y = Saved0;
            Send(0, gradient * (y * (1 - y)));
        }
    }

    private sealed class TanhNode : Node
    {
        internal TanhNode(Tensor x, Tensor y)
            : base(x) => Save(y);

        internal override string Name => "Tanh";

        internal override void Backward(Tensor gradient) => Send(0, gradient * (1 - Saved0.Square()));
    }

    /// <summary>The sign of the result is the sign of the input, so the result alone is saved.</summary>
    private sealed class LeakyReluNode : Node
    {
        private readonly double _slope;

        internal LeakyReluNode(Tensor x, Tensor y, double slope, string name)
            : base(x)
        {
            _slope = slope;
            Name = name;
            Save(slope == 0 ? y : x);
        }

        internal override string Name { get; }

        internal override void Backward(Tensor gradient)
        {
            Tensor y = ElementwiseDriver.Binary(gradient, Saved0, new LeakyReluGradientOp(_slope), Name);
            if (Recording.Of(gradient))
            {
                y.Node = new LeakyReluGradientNode(gradient, Saved0, _slope);
            }

            Send(0, y);
        }
    }

    private sealed class LeakyReluGradientNode : Node
    {
        private readonly double _slope;

        internal LeakyReluGradientNode(Tensor gradient, Tensor reference, double slope)
            : base(gradient)
        {
            _slope = slope;
            Save(reference.Detach());
        }

        internal override string Name => "LeakyRelu gradient";

        internal override void Backward(Tensor gradient) => Send(0, gradient * (Saved0.Greater(0).To(gradient.DType) * (1 - _slope) + _slope));
    }

    private sealed class SoftplusNode : Node
    {
        internal SoftplusNode(Tensor x)
            : base(x) => Save(x);

        internal override string Name => "Softplus";

        internal override void Backward(Tensor gradient) => Send(0, gradient * Saved0.Sigmoid());
    }

    private sealed class GeluNode : Node
    {
        internal GeluNode(Tensor x)
            : base(x) => Save(x);

        internal override string Name => "Gelu";

        // Φ(x) + x φ(x)
        internal override void Backward(Tensor gradient)
        {
            Tensor x = Saved0;
            Tensor distribution = ((x * (1 / SpecialFunctions.Root2)).Erf() + 1) * 0.5;
            Tensor density = (x.Square() * -0.5).Exp() * (1 / Math.Sqrt(2 * Math.PI));
            Send(0, gradient * (distribution + (x * density)));
        }
    }
}
