using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Powers and roots of each element. The largest error of float32 results is given in units in the last place (ULP).</summary>
public static class Powers
{
    extension(Tensor x)
    {
        /// <summary>The square root of each element; NaN below 0. Correctly rounded.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Sqrt() => UnaryFunction.Run(x, default(SqrtOp));

        /// <summary>One over the square root of each element. 1.5 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Rsqrt() => UnaryFunction.Run(x, default(RsqrtOp));

        /// <summary>The square of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Square() => IsInteger(x) || x.DType == DType.Bool ? Whole(x) * Whole(x) : UnaryFunction.Run(x, default(SquareOp));

        /// <summary>One over each element. Correctly rounded.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Reciprocal() => UnaryFunction.Run(x, default(ReciprocalOp));

        /// <summary>The size of each element without its sign; the gradient at 0 is 0. Integers stay integers.</summary>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="NotSupportedException">The tensor is bool, or for storage only.</exception>
        public Tensor Abs()
        {
            Arithmetic.RefuseTruth(x, "Abs");
            return IsInteger(x) ? Tensor.Maximum(x, -x) : UnaryFunction.Run(x, default(AbsOp));
        }

        /// <summary>Each element to a power, with C's special cases but for the powers ½ and −½, which are √x and 1/√x. 2 ULP. Integers and bools become float32.</summary>
        /// <param name="exponent">The power.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Pow(double exponent) => exponent switch
        {
            1 => UnaryFunction.Run(x, new PowScalarOp(1)),
            2 => UnaryFunction.Run(x, default(SquareOp)),
            3 => UnaryFunction.Run(x, default(CubeOp)),
            0.5 => x.Sqrt(),
            -0.5 => x.Rsqrt(),
            -1 => x.Reciprocal(),
            _ => UnaryFunction.Run(x, new PowScalarOp(exponent)),
        };

        /// <summary>Each element to a whole power. As <see cref="Pow(Tensor, double)"/>, but integers stay integers and bools become int64, as in PyTorch; negative powers of theirs throw.</summary>
        /// <param name="exponent">The power.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentException">An integer or a bool is raised to a negative power.</exception>
        public Tensor Pow(long exponent)
        {
            if (!IsInteger(x) && x.DType != DType.Bool)
            {
                return x.Pow((double)exponent);
            }

            if (exponent < 0)
            {
                throw new ArgumentException($"Pow got the power {exponent} for a tensor of {x.DType}; integers to negative powers are not integers. Convert with To(DType.Float32) first.", nameof(exponent));
            }

            Tensor whole = Whole(x);
            return IntegerArithmetic.Run<IntegerArithmetic.Power>(whole, TensorFactories.Filled(exponent, whole.DType, [], "Pow", nameof(exponent)), "Pow");
        }

        /// <summary>Each element to the power of another tensor's, which broadcasts, with C's special cases. 2 ULP. Integers stay integers; negative powers of theirs throw.</summary>
        /// <param name="exponent">The powers.</param>
        /// <returns>A tensor of the common shape.</returns>
        /// <exception cref="ArgumentException">An integer is raised to a negative power.</exception>
        /// <exception cref="NotSupportedException">Both are bool, or one is for storage only.</exception>
        public Tensor Pow(Tensor exponent)
        {
            ArgumentNullException.ThrowIfNull(exponent);
            Tensor source = x;
            Arithmetic.Unify(ref source, ref exponent);
            Arithmetic.RefuseTruth(source, "Pow");
            return IsInteger(source)
                ? IntegerArithmetic.Run<IntegerArithmetic.Power>(source, exponent, "Pow")
                : BinaryFunction.Run(source, exponent, default(PowOp));
        }
    }

    private static bool IsInteger(Tensor x) => x.DType is DType.Int64 or DType.Int32;

    /// <summary>Bools are counted as int64.</summary>
    private static Tensor Whole(Tensor x) => x.DType == DType.Bool ? x.To(DType.Int64) : x;
}
