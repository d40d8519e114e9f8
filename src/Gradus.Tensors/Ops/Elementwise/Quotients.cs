using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Remainders, whole quotients and other functions of two numbers. Operands broadcast and are brought to one type.</summary>
/// <remarks>As in PyTorch bools have no remainders and quotients of their own: beside a whole number or an integer tensor they count as int64 or as that type, beside a number with a point as float32, and two of them are refused.</remarks>
public static class Quotients
{
    extension(Tensor x)
    {
        /// <summary>What is left of x / other rounded down: x − other ⌊x / other⌋, with the sign of other. Exact. Integers stay integers.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A tensor of the common shape.</returns>
        /// <exception cref="DivideByZeroException">An integer is divided by 0.</exception>
        /// <exception cref="NotSupportedException">Both are bool, or one is for storage only.</exception>
        public Tensor Remainder(Tensor other) => Divide<RemainderOp, IntegerArithmetic.Remainder>(x, Arithmetic.Given(other, nameof(other)), default);

        /// <summary>As <see cref="Remainder(Tensor, Tensor)"/>, by a number; integers and bools become float32.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Remainder(double other) => x.Remainder(Real(x, other, "Remainder"));

        /// <summary>As <see cref="Remainder(Tensor, Tensor)"/>, by a whole number, to the last digit in int64; bools become int64.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Remainder(long other) => x.Remainder(Whole(x, other, "Remainder"));

        /// <summary>What is left of x / other cut towards 0, with the sign of x, as C's fmod. Exact. Integers stay integers.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A tensor of the common shape.</returns>
        /// <exception cref="DivideByZeroException">An integer is divided by 0.</exception>
        /// <exception cref="NotSupportedException">Both are bool, or one is for storage only.</exception>
        public Tensor Fmod(Tensor other) => Divide<FmodOp, IntegerArithmetic.Fmod>(x, Arithmetic.Given(other, nameof(other)), default);

        /// <summary>As <see cref="Fmod(Tensor, Tensor)"/>, by a number; integers and bools become float32.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Fmod(double other) => x.Fmod(Real(x, other, "Fmod"));

        /// <summary>As <see cref="Fmod(Tensor, Tensor)"/>, by a whole number, to the last digit in int64; bools become int64.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Fmod(long other) => x.Fmod(Whole(x, other, "Fmod"));

        /// <summary>⌊x / other⌋ of the exact quotient; no gradient flows through it, for it is 0 wherever it is defined. Integers stay integers.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A tensor of the common shape.</returns>
        /// <exception cref="DivideByZeroException">An integer is divided by 0.</exception>
        /// <exception cref="NotSupportedException">Both are bool, or one is for storage only.</exception>
        public Tensor FloorDivide(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            Tensor a = x.Detach(), b = other.Detach();
            Arithmetic.Unify(ref a, ref b);
            Arithmetic.RefuseTruth(a, "FloorDivide");
            return a.DType is DType.Int64 or DType.Int32
                ? IntegerArithmetic.Run<IntegerArithmetic.FloorDivide>(a, b, "FloorDivide")
                : ElementwiseDriver.Binary(Arithmetic.Real(a), Arithmetic.Real(b), default(FloorDivideOp), "FloorDivide");
        }

        /// <summary>As <see cref="FloorDivide(Tensor, Tensor)"/>, by a number; integers and bools become float32.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor FloorDivide(double other) => x.FloorDivide(Real(x, other, "FloorDivide"));

        /// <summary>As <see cref="FloorDivide(Tensor, Tensor)"/>, by a whole number, to the last digit in int64; bools become int64.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor FloorDivide(long other) => x.FloorDivide(Whole(x, other, "FloorDivide"));

        /// <summary>The angle of the point (other, x) from −π to π: the arctangent of x / other in the right quadrant. 2 ULP.</summary>
        /// <param name="other">The other coordinate.</param>
        /// <returns>A tensor of the common shape.</returns>
        public Tensor Atan2(Tensor other) => BinaryFunction.Run(x, Arithmetic.Given(other, nameof(other)), default(Atan2Op));

        /// <summary>ln(eˣ + e^other) without overflow.</summary>
        /// <param name="other">The other exponent.</param>
        /// <returns>A tensor of the common shape.</returns>
        public Tensor LogAddExp(Tensor other) => BinaryFunction.Run(x, Arithmetic.Given(other, nameof(other)), default(LogAddExpOp));

        /// <summary>x ln(other), and 0 where x is 0 and other is not NaN.</summary>
        /// <param name="other">The argument of the logarithm.</param>
        /// <returns>A tensor of the common shape.</returns>
        public Tensor Xlogy(Tensor other) => BinaryFunction.Run(x, Arithmetic.Given(other, nameof(other)), default(XlogyOp));
    }

    private static Tensor Divide<TFunction, TInteger>(Tensor a, Tensor b, TFunction function)
        where TFunction : unmanaged, IBinaryFunction
        where TInteger : struct, IntegerArithmetic.IFunction
    {
        Arithmetic.Unify(ref a, ref b);
        Arithmetic.RefuseTruth(a, TFunction.Name);
        return a.DType is DType.Int64 or DType.Int32 ? IntegerArithmetic.Run<TInteger>(a, b, TFunction.Name) : BinaryFunction.Run(a, b, function);
    }

    // A number with a point makes float32 of integers and bools, and a whole one int64 of bools.
    private static Tensor Real(Tensor x, double other, string what) => TensorFactories.Filled(other, x.DType.IsFloatingPoint() ? x.DType : DType.Float32, [], what, nameof(other));

    private static Tensor Whole(Tensor x, long other, string what) => TensorFactories.Filled(other, x.DType == DType.Bool ? DType.Int64 : x.DType, [], what, nameof(other));
}
