using Gradus.Tensors.Autograd;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Sums, differences, products and quotients of elements. Operands broadcast; types are promoted as in PyTorch.</summary>
public static class Arithmetic
{
    extension(Tensor)
    {
        /// <summary>Elementwise sum.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>a + b.</returns>
        public static Tensor operator +(Tensor a, Tensor b)
        {
            Unify(ref a, ref b);
            Tensor y = a.DType.IsFloatingPoint() ? ElementwiseDriver.Binary(a, b, default(AddOp), "Add") : IntegerArithmetic.Run(a, b, '+');
            if (Recording.Of(a, b))
            {
                y.Node = new AddNode(a, b);
            }

            return y;
        }

        /// <summary>Elementwise difference.</summary>
        /// <param name="a">From what.</param>
        /// <param name="b">What is taken away; the two broadcast.</param>
        /// <returns>a − b.</returns>
        public static Tensor operator -(Tensor a, Tensor b)
        {
            Unify(ref a, ref b);
            Tensor y = a.DType.IsFloatingPoint() ? ElementwiseDriver.Binary(a, b, default(SubtractOp), "Subtract") : IntegerArithmetic.Run(a, b, '-');
            if (Recording.Of(a, b))
            {
                y.Node = new SubtractNode(a, b);
            }

            return y;
        }

        /// <summary>Elementwise product; see MatMul for the product of matrices.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>a · b.</returns>
        public static Tensor operator *(Tensor a, Tensor b)
        {
            Unify(ref a, ref b);
            Tensor y = a.DType.IsFloatingPoint() ? ElementwiseDriver.Binary(a, b, default(MultiplyOp), "Multiply") : IntegerArithmetic.Run(a, b, '*');
            if (Recording.Of(a, b))
            {
                y.Node = new MultiplyNode(a, b);
            }

            return y;
        }

        /// <summary>Elementwise quotient; integers become float32 first, as in PyTorch.</summary>
        /// <param name="a">Divided.</param>
        /// <param name="b">By what; the two broadcast.</param>
        /// <returns>a / b.</returns>
        public static Tensor operator /(Tensor a, Tensor b)
        {
            Unify(ref a, ref b);
            (a, b) = (Real(a), Real(b));
            Tensor y = ElementwiseDriver.Binary(a, b, default(DivideOp), "Divide");
            if (Recording.Of(a, b))
            {
                y.Node = new DivideNode(a, b, y);
            }

            return y;
        }

        /// <summary>Adds a number to each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a + b.</returns>
        public static Tensor operator +(Tensor a, double b)
        {
            a = Real(a);
            Tensor y = ElementwiseDriver.Unary(a, new AddScalarOp(b), "Add");
            if (Recording.Of(a))
            {
                y.Node = new AddNode(a, null);
            }

            return y;
        }

        /// <summary>Adds a number to each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a + b.</returns>
        public static Tensor operator +(double a, Tensor b) => b + a;

        /// <summary>Takes a number from each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a − b.</returns>
        public static Tensor operator -(Tensor a, double b) => a + -b;

        /// <summary>Takes each element from a number.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a − b.</returns>
        public static Tensor operator -(double a, Tensor b) => -b + a;

        /// <summary>Multiplies each element by a number.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a · b.</returns>
        public static Tensor operator *(Tensor a, double b)
        {
            a = Real(a);
            Tensor y = ElementwiseDriver.Unary(a, new MultiplyScalarOp(b), "Multiply");
            if (Recording.Of(a))
            {
                y.Node = new ScaleNode(a, b);
            }

            return y;
        }

        /// <summary>Multiplies each element by a number.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a · b.</returns>
        public static Tensor operator *(double a, Tensor b) => b * a;

        /// <summary>Divides each element by a number.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a / b.</returns>
        public static Tensor operator /(Tensor a, double b)
        {
            a = Real(a);
            Tensor y = ElementwiseDriver.Unary(a, new DivideScalarOp(b), "Divide");
            if (Recording.Of(a))
            {
                y.Node = new ScaleNode(a, 1 / b);
            }

            return y;
        }

        /// <summary>Divides a number by each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a / b.</returns>
        public static Tensor operator /(double a, Tensor b) => b.Reciprocal() * a;

        /// <summary>The negative of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <returns>−a.</returns>
        public static Tensor operator -(Tensor a)
        {
            a = Real(a);
            Tensor y = ElementwiseDriver.Unary(a, default(NegateOp), "Negate");
            if (Recording.Of(a))
            {
                y.Node = new ScaleNode(a, -1);
            }

            return y;
        }
    }

    extension(Tensor x)
    {
        /// <summary>One over each element.</summary>
        /// <returns>1 / x.</returns>
        public Tensor Reciprocal()
        {
            Tensor source = Real(x);
            Tensor y = ElementwiseDriver.Unary(source, default(ReciprocalOp), "Reciprocal");
            if (Recording.Of(source))
            {
                y.Node = new ReciprocalNode(source, y);
            }

            return y;
        }
    }

    /// <summary>Brings two operands to one type, which must be one to compute with.</summary>
    internal static void Unify(ref Tensor a, ref Tensor b)
    {
        if (a.DType != b.DType)
        {
            DType common = ElementwiseDriver.Promote(a.DType, b.DType);
            a = a.To(common);
            b = b.To(common);
        }

        a.DType.RequireArithmetic("Arithmetic");
    }

    /// <summary>Integers and bools as float32.</summary>
    internal static Tensor Real(Tensor x)
    {
        if (x.DType.IsFloatingPoint())
        {
            return x;
        }

        x.DType.RequireArithmetic("Arithmetic");
        return x.To(DType.Float32);
    }

    private sealed class AddNode(Tensor a, Tensor? b) : Node(a, b)
    {
        private readonly int[] _sizesA = a.Sizes;
        private readonly int[]? _sizesB = b?.Sizes;

        internal override string Name => "Add";

        internal override void Backward(Tensor gradient)
        {
            if (Needs(0))
            {
                Send(0, gradient.SumTo(_sizesA));
            }

            if (Needs(1))
            {
                Send(1, gradient.SumTo(_sizesB!));
            }
        }
    }

    private sealed class SubtractNode(Tensor a, Tensor b) : Node(a, b)
    {
        private readonly int[] _sizesA = a.Sizes;
        private readonly int[] _sizesB = b.Sizes;

        internal override string Name => "Subtract";

        internal override void Backward(Tensor gradient)
        {
            if (Needs(0))
            {
                Send(0, gradient.SumTo(_sizesA));
            }

            if (Needs(1))
            {
                Send(1, (-gradient).SumTo(_sizesB));
            }
        }
    }

    private sealed class MultiplyNode : Node
    {
        internal MultiplyNode(Tensor a, Tensor b)
            : base(a, b) => Save(a, b);

        internal override string Name => "Multiply";

        internal override void Backward(Tensor gradient)
        {
            if (Needs(0))
            {
                Send(0, (gradient * Saved1).SumTo(Saved0.Sizes));
            }

            if (Needs(1))
            {
                Send(1, (gradient * Saved0).SumTo(Saved1.Sizes));
            }
        }
    }

    private sealed class DivideNode : Node
    {
        internal DivideNode(Tensor a, Tensor b, Tensor y)
            : base(a, b) => Save(a, b, y);

        internal override string Name => "Divide";

        internal override void Backward(Tensor gradient)
        {
            Tensor share = gradient / Saved1;
            if (Needs(0))
            {
                Send(0, share.SumTo(Saved0.Sizes));
            }

            if (Needs(1))
            {
                Send(1, (-(share * Saved2)).SumTo(Saved1.Sizes));
            }
        }
    }

    private sealed class ScaleNode(Tensor a, double factor) : Node(a)
    {
        internal override string Name => "Multiply";

        internal override void Backward(Tensor gradient) => Send(0, gradient * factor);
    }

    private sealed class ReciprocalNode : Node
    {
        internal ReciprocalNode(Tensor x, Tensor y)
            : base(x) => Save(y);

        internal override string Name => "Reciprocal";

        internal override void Backward(Tensor gradient) => Send(0, -(gradient * Saved0 * Saved0));
    }
}
