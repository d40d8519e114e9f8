using Gradus.Tensors.Autograd;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Functions of each element. Integers become float32 first. float32 results are within a few units in the last place.</summary>
public static class Functions
{
    extension(Tensor x)
    {
        /// <summary>eˣ of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Exp()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(ExpOp), "Exp");
            if (Recording.Of(source))
            {
                y.Node = new ExpNode(source, y);
            }

            return y;
        }

        /// <summary>The natural logarithm of each element; −∞ at 0, NaN below.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Log()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(LogOp), "Log");
            if (Recording.Of(source))
            {
                y.Node = new LogNode(source);
            }

            return y;
        }

        /// <summary>The square root of each element; NaN below 0.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Sqrt()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(SqrtOp), "Sqrt");
            if (Recording.Of(source))
            {
                y.Node = new SqrtNode(source, y);
            }

            return y;
        }

        /// <summary>The square of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Square()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(SquareOp), "Square");
            if (Recording.Of(source))
            {
                y.Node = new SquareNode(source);
            }

            return y;
        }

        /// <summary>The size of each element without its sign; the gradient at 0 is 0.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Abs()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(AbsOp), "Abs");
            if (Recording.Of(source))
            {
                y.Node = new AbsNode(source);
            }

            return y;
        }

        /// <summary>−1, 0 or 1; no gradient flows through it, for it is 0 wherever it is defined.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Sign() => ElementwiseDriver.Unary(Arithmetic.Real(x), default(SignOp), "Sign");

        /// <summary>Each element to a power.</summary>
        /// <param name="exponent">The power.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Pow(double exponent)
        {
            if (exponent == 2)
            {
                return x.Square();
            }

            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, new PowScalarOp(exponent), "Pow");
            if (Recording.Of(source))
            {
                y.Node = new PowNode(source, exponent);
            }

            return y;
        }

        /// <summary>Elements below a bound become the bound, elements above another that one; no gradient flows through those.</summary>
        /// <param name="min">The lower bound; none by default.</param>
        /// <param name="max">The upper bound; none by default.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Clamp(double min = double.NegativeInfinity, double max = double.PositiveInfinity)
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, new ClampOp(min, max), "Clamp");
            if (Recording.Of(source))
            {
                y.Node = new ClampNode(source, min, max);
            }

            return y;
        }

        /// <summary>The error function of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Erf()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(ErfOp), "Erf");
            if (Recording.Of(source))
            {
                y.Node = new ErfNode(source);
            }

            return y;
        }

        /// <summary>The sine of each element, in radians.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Sin()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(SinOp), "Sin");
            if (Recording.Of(source))
            {
                y.Node = new SinNode(source);
            }

            return y;
        }

        /// <summary>The cosine of each element, in radians.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Cos()
        {
            Tensor source = Arithmetic.Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(CosOp), "Cos");
            if (Recording.Of(source))
            {
                y.Node = new CosNode(source);
            }

            return y;
        }
    }

    private sealed class ExpNode : Node
    {
        internal ExpNode(Tensor x, Tensor y)
            : base(x) => Save(y);

        internal override string Name => "Exp";

        internal override void Backward(Tensor gradient) => Send(0, gradient * Saved0);
    }

    private sealed class LogNode : Node
    {
        internal LogNode(Tensor x)
            : base(x) => Save(x);

        internal override string Name => "Log";

        internal override void Backward(Tensor gradient) => Send(0, gradient / Saved0);
    }

    private sealed class SqrtNode : Node
    {
        internal SqrtNode(Tensor x, Tensor y)
            : base(x) => Save(y);

        internal override string Name => "Sqrt";

        internal override void Backward(Tensor gradient) => Send(0, gradient / (Saved0 * 2));
    }

    private sealed class SquareNode : Node
    {
        internal SquareNode(Tensor x)
            : base(x) => Save(x);

        internal override string Name => "Square";

        internal override void Backward(Tensor gradient) => Send(0, gradient * (Saved0 * 2));
    }

    private sealed class AbsNode : Node
    {
        internal AbsNode(Tensor x)
            : base(x) => Save(x);

        internal override string Name => "Abs";

        internal override void Backward(Tensor gradient) => Send(0, gradient * Saved0.Sign());
    }

    private sealed class PowNode : Node
    {
        private readonly double _exponent;

        internal PowNode(Tensor x, double exponent)
            : base(x)
        {
            _exponent = exponent;
            Save(x);
        }

        internal override string Name => "Pow";

        internal override void Backward(Tensor gradient) =>
            Send(0, _exponent == 0 ? Tensor.ZerosLike(gradient) : gradient * (Saved0.Pow(_exponent - 1) * _exponent));
    }

    private sealed class ClampNode : Node
    {
        private readonly double _min, _max;

        internal ClampNode(Tensor x, double min, double max)
            : base(x)
        {
            (_min, _max) = (min, max);
            Save(x);
        }

        internal override string Name => "Clamp";

        internal override void Backward(Tensor gradient)
        {
            Tensor x = Saved0.Detach();
            Send(0, gradient * (x.GreaterEqual(_min).To(x.DType) * x.LessEqual(_max).To(x.DType)));
        }
    }

    private sealed class ErfNode : Node
    {
        internal ErfNode(Tensor x)
            : base(x) => Save(x);

        internal override string Name => "Erf";

        internal override void Backward(Tensor gradient) => Send(0, gradient * ((-Saved0.Square()).Exp() * (2 / Math.Sqrt(Math.PI))));
    }

    private sealed class SinNode : Node
    {
        internal SinNode(Tensor x)
            : base(x) => Save(x);

        internal override string Name => "Sin";

        internal override void Backward(Tensor gradient) => Send(0, gradient * Saved0.Cos());
    }

    private sealed class CosNode : Node
    {
        internal CosNode(Tensor x)
            : base(x) => Save(x);

        internal override string Name => "Cos";

        internal override void Backward(Tensor gradient) => Send(0, -(gradient * Saved0.Sin()));
    }
}
