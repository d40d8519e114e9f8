using Gradus.Tensors.Autograd;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Arithmetic with numbers. As in PyTorch a whole number leaves integers what they are, while a number with a point makes float32 of them; bools become int64 and float32, and have no differences and no negatives.</summary>
public static class NumberArithmetic
{
    extension(Tensor)
    {
        /// <summary>Adds a number to each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a + b.</returns>
        public static Tensor operator +(Tensor a, double b) => Shifted(Arithmetic.Given(a, nameof(a)), new AddScalarOp(b), "Add");

        /// <summary>Adds a whole number to each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a + b.</returns>
        public static Tensor operator +(Tensor a, long b) => IsInteger(Arithmetic.Given(a, nameof(a))) ? IntegerArithmetic.Run<IntegerArithmetic.Add>(a, Like(a, b), "Add") : a + (double)b;

        /// <summary>Adds a number to each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a + b.</returns>
        public static Tensor operator +(double a, Tensor b) => Arithmetic.Given(b, nameof(b)) + a;

        /// <summary>Adds a whole number to each element.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a + b.</returns>
        public static Tensor operator +(long a, Tensor b) => Arithmetic.Given(b, nameof(b)) + a;

        /// <summary>Takes a number from each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a − b.</returns>
        public static Tensor operator -(Tensor a, double b) => Number(a, nameof(a), "Subtract") + -b;

        /// <summary>Takes a whole number from each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a − b.</returns>
        public static Tensor operator -(Tensor a, long b) => Number(a, nameof(a), "Subtract") + unchecked(-b);

        /// <summary>Takes each element from a number.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a − b.</returns>
        public static Tensor operator -(double a, Tensor b) => Scaled(Number(b, nameof(b), "Subtract"), new ScalarMinusOp(a), -1, "Subtract");

        /// <summary>Takes each element from a whole number.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a − b.</returns>
        public static Tensor operator -(long a, Tensor b) => IsInteger(Number(b, nameof(b), "Subtract")) ? -b + a : (double)a - b;

        /// <summary>Multiplies each element by a number.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a · b.</returns>
        public static Tensor operator *(Tensor a, double b) => Scaled(Arithmetic.Given(a, nameof(a)), new MultiplyScalarOp(b), b, "Multiply");

        /// <summary>Multiplies each element by a whole number.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a · b.</returns>
        public static Tensor operator *(Tensor a, long b) => IsInteger(Arithmetic.Given(a, nameof(a))) ? IntegerArithmetic.Run<IntegerArithmetic.Multiply>(a, Like(a, b), "Multiply") : a * (double)b;

        /// <summary>Multiplies each element by a number.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a · b.</returns>
        public static Tensor operator *(double a, Tensor b) => Arithmetic.Given(b, nameof(b)) * a;

        /// <summary>Multiplies each element by a whole number.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a · b.</returns>
        public static Tensor operator *(long a, Tensor b) => Arithmetic.Given(b, nameof(b)) * a;

        /// <summary>Divides each element by a number; integers become float32 first.</summary>
        /// <param name="a">The tensor.</param>
        /// <param name="b">The number.</param>
        /// <returns>a / b.</returns>
        public static Tensor operator /(Tensor a, double b) => Scaled(Arithmetic.Given(a, nameof(a)), new DivideScalarOp(b), 1 / b, "Divide");

        /// <summary>Divides a number by each element; integers become float32 first.</summary>
        /// <param name="a">The number.</param>
        /// <param name="b">The tensor.</param>
        /// <returns>a / b.</returns>
        public static Tensor operator /(double a, Tensor b)
        {
            b = Arithmetic.Real(Arithmetic.Given(b, nameof(b)), "Divide");
            Tensor y = ElementwiseDriver.Unary(b, new ScalarOverOp(a), "Divide");
            if (Recording.Of(b))
            {
                y.Node = new QuotientNode(b, y);
            }

            return y;
        }

        /// <summary>The negative of each element.</summary>
        /// <param name="a">The tensor.</param>
        /// <returns>−a.</returns>
        public static Tensor operator -(Tensor a) => IsInteger(Number(a, nameof(a), "Negate")) ? a * -1L : Scaled(a, default(NegateOp), -1, "Negate");
    }

    /// <summary>A tensor that is there and holds no bools.</summary>
    private static Tensor Number(Tensor? x, string name, string what)
    {
        Arithmetic.RefuseBool(Arithmetic.Given(x, name), what);
        return x!;
    }

    private static bool IsInteger(Tensor x) => x.DType is DType.Int64 or DType.Int32 or DType.Bool;

    private static Tensor Like(Tensor x, long value) => Tensor.From([value]).Reshape().To(x.DType == DType.Int32 ? DType.Int32 : DType.Int64);

    private static Tensor Shifted(Tensor x, AddScalarOp op, string what)
    {
        x = Arithmetic.Real(x, what);
        Tensor y = ElementwiseDriver.Unary(x, op, what);
        if (Recording.Of(x))
        {
            y.Node = new ShiftNode(x);
        }

        return y;
    }

    /// <summary>A function of each element whose derivative is one number.</summary>
    private static Tensor Scaled<TOp>(Tensor x, TOp op, double factor, string what)
        where TOp : unmanaged, Kernels.Elementwise.IUnaryOp
    {
        x = Arithmetic.Real(x, what);
        Tensor y = ElementwiseDriver.Unary(x, op, what);
        if (Recording.Of(x))
        {
            y.Node = new ScaleNode(x, factor, what);
        }

        return y;
    }

    private sealed class ShiftNode(Tensor x) : Node(x)
    {
        internal override string Name => "Add";

        internal override void Backward(Tensor gradient) => Send(0, gradient);
    }

    private sealed class ScaleNode(Tensor x, double factor, string name) : Node(x)
    {
        internal override string Name => name;

        internal override void Backward(Tensor gradient) => Send(0, factor == -1 ? -gradient : gradient * factor);
    }

    private sealed class QuotientNode : Node
    {
        internal QuotientNode(Tensor x, Tensor y)
            : base(x) => Save(x, y);

        internal override string Name => "Divide";

        internal override void Backward(Tensor gradient) => Send(0, -(gradient * (Saved1 / Saved0)));
    }
}
