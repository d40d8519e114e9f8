using System.Runtime.CompilerServices;
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
            if (!a.DType.IsFloatingPoint())
            {
                return IntegerArithmetic.Run<IntegerArithmetic.Add>(a, b, "Add");
            }

            Tensor y = ElementwiseDriver.Binary(a, b, default(AddOp), "Add");
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
            if (!a.DType.IsFloatingPoint())
            {
                return IntegerArithmetic.Run<IntegerArithmetic.Subtract>(a, b, "Subtract");
            }

            Tensor y = ElementwiseDriver.Binary(a, b, default(SubtractOp), "Subtract");
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
            if (!a.DType.IsFloatingPoint())
            {
                return IntegerArithmetic.Run<IntegerArithmetic.Multiply>(a, b, "Multiply");
            }

            Tensor y = ElementwiseDriver.Binary(a, b, default(MultiplyOp), "Multiply");
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
            (a, b) = (Real(a, "Divide"), Real(b, "Divide"));
            Tensor y = ElementwiseDriver.Binary(a, b, default(DivideOp), "Divide");
            if (Recording.Of(a, b))
            {
                y.Node = new DivideNode(a, b, y);
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
    internal static Tensor Real(Tensor x, [CallerMemberName] string what = "") => x.DType switch
    {
        DType.Float32 or DType.Float64 => x,
        DType.Int64 or DType.Int32 or DType.Bool => x.To(DType.Float32),
        _ => throw ElementwiseDriver.NotReal(what, x.DType),
    };

    private sealed class AddNode(Tensor a, Tensor b) : Node(a, b)
    {
        private readonly int[] _sizesA = a.Sizes;
        private readonly int[] _sizesB = b.Sizes;

        internal override string Name => "Add";

        internal override void Backward(Tensor gradient)
        {
            if (Needs(0))
            {
                Send(0, gradient.SumTo(_sizesA));
            }

            if (Needs(1))
            {
                Send(1, gradient.SumTo(_sizesB));
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
                Send(1, -gradient.SumTo(_sizesB));
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
                Send(1, -(share * Saved2).SumTo(Saved1.Sizes));
            }
        }
    }
}
