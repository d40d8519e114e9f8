using System.Runtime.CompilerServices;
using Gradus.Tensors.Autograd;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Sums, differences, products and quotients of elements. Operands broadcast; types are promoted as in PyTorch.</summary>
/// <remarks>
/// Of two types the later in bool, int8, int32, int64, bfloat16, float32, float64 is taken; but a tensor of no dimensions takes the type of one with dimensions, unless it is of a higher kind (bool, integer,
/// floating-point): float32 values stay float32 beside a single float64 number.
/// </remarks>
public static class Arithmetic
{
    extension(Tensor)
    {
        /// <summary>Elementwise sum; of two bools whether one is true.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>a + b.</returns>
        public static Tensor operator +(Tensor a, Tensor b)
        {
            ArgumentNullException.ThrowIfNull(a);
            ArgumentNullException.ThrowIfNull(b);
            Unify(ref a, ref b);
            if (!a.DType.IsFloatingPoint())
            {
                return a.DType == DType.Bool
                    ? ComparisonDriver.Run<ComparisonDriver.Either>(a, b, "Add")
                    : IntegerArithmetic.Run<IntegerArithmetic.Add>(a, b, "Add");
            }

            Tensor y = ElementwiseDriver.Binary(a, b, default(AddOp), "Add");
            if (Recording.Of(a, b))
            {
                y.Node = new AddNode(a, b);
            }

            return y;
        }

        /// <summary>Elementwise difference. Bools have none.</summary>
        /// <param name="a">From what.</param>
        /// <param name="b">What is taken away; the two broadcast.</param>
        /// <returns>a − b.</returns>
        /// <exception cref="NotSupportedException">An operand is bool, or for storage only.</exception>
        public static Tensor operator -(Tensor a, Tensor b)
        {
            ArgumentNullException.ThrowIfNull(a);
            ArgumentNullException.ThrowIfNull(b);
            RefuseBool(a, "Subtract");
            RefuseBool(b, "Subtract");
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

        /// <summary>Elementwise product, of two bools whether both are true; see MatMul for the product of matrices.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>a · b.</returns>
        public static Tensor operator *(Tensor a, Tensor b)
        {
            ArgumentNullException.ThrowIfNull(a);
            ArgumentNullException.ThrowIfNull(b);
            Unify(ref a, ref b);
            if (!a.DType.IsFloatingPoint())
            {
                return a.DType == DType.Bool
                    ? ComparisonDriver.Run<ComparisonDriver.Both>(a, b, "Multiply")
                    : IntegerArithmetic.Run<IntegerArithmetic.Multiply>(a, b, "Multiply");
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
            ArgumentNullException.ThrowIfNull(a);
            ArgumentNullException.ThrowIfNull(b);
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

    /// <summary>An operand that is there, for operators without a body of their own.</summary>
    internal static Tensor Given(Tensor? x, string name)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        return x;
    }

    /// <summary>Throws for bools, of which there are no differences.</summary>
    internal static void RefuseBool(Tensor x, string what)
    {
        if (x.DType == DType.Bool)
        {
            throw new NotSupportedException($"{what} is not defined for Bool tensors, as in PyTorch. Use LogicalNot to invert a mask and LogicalXor to compare two, or convert with To(DType.Int64) to count.");
        }
    }

    /// <summary>Throws for bools of which something is asked that only numbers have.</summary>
    internal static void RefuseTruth(Tensor x, string what)
    {
        if (x.DType == DType.Bool)
        {
            throw new NotSupportedException($"{what} got Bool only, for which it is not defined, as in PyTorch. Convert with To(DType.Int64) to count.");
        }
    }

    /// <summary>Brings two operands to one type, which must be one to compute with.</summary>
    internal static void Unify(ref Tensor a, ref Tensor b)
    {
        a.DType.RequireArithmetic("Arithmetic");
        b.DType.RequireArithmetic("Arithmetic");
        Promote(ref a, ref b);
    }

    /// <summary>Brings two operands to one type, of which nothing is computed.</summary>
    internal static void Promote(ref Tensor a, ref Tensor b)
    {
        if (a.DType != b.DType)
        {
            DType common = ElementwiseDriver.Promote(a, b);
            a = a.To(common);
            b = b.To(common);
        }
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
