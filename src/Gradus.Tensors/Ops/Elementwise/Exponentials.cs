using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Exponential functions and logarithms of each element. Integers and bools become float32 first. The largest error of float32 results is given in units in the last place (ULP).</summary>
public static class Exponentials
{
    extension(Tensor x)
    {
        /// <summary>eˣ of each element. 1.1 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Exp() => UnaryFunction.Run(x, default(ExpOp));

        /// <summary>2ˣ of each element, exact for whole numbers. 1.1 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Exp2() => UnaryFunction.Run(x, default(Exp2Op));

        /// <summary>eˣ − 1 of each element, without cancellation near 0. 1.5 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Expm1() => UnaryFunction.Run(x, default(Expm1Op));

        /// <summary>The natural logarithm of each element; −∞ at 0, NaN below. 1 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Log() => UnaryFunction.Run(x, default(LogOp));

        /// <summary>The logarithm to base 2 of each element, exact for powers of two; −∞ at 0, NaN below. 1.6 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Log2() => UnaryFunction.Run(x, default(Log2Op));

        /// <summary>The logarithm to base 10 of each element; −∞ at 0, NaN below. 2 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Log10() => UnaryFunction.Run(x, default(Log10Op));

        /// <summary>ln(1 + x) of each element, without cancellation near 0; −∞ at −1, NaN below. 1.5 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Log1p() => UnaryFunction.Run(x, default(Log1pOp));
    }
}
