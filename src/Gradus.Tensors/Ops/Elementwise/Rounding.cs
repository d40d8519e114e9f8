using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Whole numbers near each element, and what is left. Bools become float32 first.</summary>
public static class Rounding
{
    extension(Tensor x)
    {
        /// <summary>The next whole number below; integers stay as they are; no gradient flows through it, for it is 0 wherever it is defined.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Floor() => x.DType is DType.Int64 or DType.Int32 ? x.Detach() : ElementwiseDriver.Unary(Arithmetic.Real(x), default(FloorOp), "Floor");

        /// <summary>The next whole number above; integers stay as they are; no gradient flows through it, for it is 0 wherever it is defined.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Ceil() => x.DType is DType.Int64 or DType.Int32 ? x.Detach() : ElementwiseDriver.Unary(Arithmetic.Real(x), default(CeilOp), "Ceil");

        /// <summary>The nearest whole number, ties to the even one; integers stay as they are; no gradient flows through it, for it is 0 wherever it is defined.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Round() => x.DType is DType.Int64 or DType.Int32 ? x.Detach() : ElementwiseDriver.Unary(Arithmetic.Real(x), default(RoundOp), "Round");

        /// <summary>The whole number towards 0; integers stay as they are; no gradient flows through it, for it is 0 wherever it is defined.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Trunc() => x.DType is DType.Int64 or DType.Int32 ? x.Detach() : ElementwiseDriver.Unary(Arithmetic.Real(x), default(TruncOp), "Trunc");

        /// <summary>What is left of x when its whole part is cut off, with the sign of x. Integers and bools become float32 first.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Frac() => UnaryFunction.Run(x, default(FracOp));

        /// <summary>−1, 0 or 1; no gradient flows through it, for it is 0 wherever it is defined.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Sign() => x.DType switch
        {
            DType.Int64 or DType.Int32 => IntegerArithmetic.Run<IntegerArithmetic.SignOfDifference>(x, Tensor.Scalar(0, x.DType), "Sign"),
            DType.Bool => x.Clone(),
            _ => ElementwiseDriver.Unary(Arithmetic.Real(x), default(SignOp), "Sign"),
        };

        /// <summary>Numbers in the place of NaN and infinities; no gradient flows to those.</summary>
        /// <param name="nan">What NaN becomes.</param>
        /// <param name="posinf">What ∞ becomes; the largest finite number of the type by default.</param>
        /// <param name="neginf">What −∞ becomes; the least finite number by default.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor NanToNum(double nan = 0, double? posinf = null, double? neginf = null)
        {
            double largest = x.DType == DType.Float64 ? double.MaxValue : float.MaxValue;
            return UnaryFunction.Run(x, new NanToNumOp(nan, posinf ?? largest, neginf ?? -largest));
        }
    }
}
