using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Trigonometric and hyperbolic functions of each element, angles in radians, and the error function. Integers and bools become float32 first. The largest error of float32 results is given in units in the last place (ULP).</summary>
public static class Trigonometry
{
    extension(Tensor x)
    {
        /// <summary>The sine, for every finite angle. 1.6 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Sin() => UnaryFunction.Run(x, default(SinOp));

        /// <summary>The cosine, for every finite angle. 1.6 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Cos() => UnaryFunction.Run(x, default(CosOp));

        /// <summary>The tangent, for every finite angle. 3 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Tan() => UnaryFunction.Run(x, default(TanOp));

        /// <summary>The angle from −π/2 to π/2 with this sine; NaN outside −1 to 1. 2.5 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Asin() => UnaryFunction.Run(x, default(AsinOp));

        /// <summary>The angle from 0 to π with this cosine; NaN outside −1 to 1. 1.5 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Acos() => UnaryFunction.Run(x, default(AcosOp));

        /// <summary>The angle from −π/2 to π/2 with this tangent. 1.5 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Atan() => UnaryFunction.Run(x, default(AtanOp));

        /// <summary>The hyperbolic sine (eˣ − e⁻ˣ) / 2. 2 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Sinh() => UnaryFunction.Run(x, default(SinhOp));

        /// <summary>The hyperbolic cosine (eˣ + e⁻ˣ) / 2. 2 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Cosh() => UnaryFunction.Run(x, default(CoshOp));

        /// <summary>The hyperbolic tangent. 2.7 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Tanh() => UnaryFunction.Run(x, default(TanhOp));

        /// <summary>The inverse of the hyperbolic sine. 3 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Asinh() => UnaryFunction.Run(x, default(AsinhOp));

        /// <summary>The inverse of the hyperbolic cosine; NaN below 1. 3 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Acosh() => UnaryFunction.Run(x, default(AcoshOp));

        /// <summary>The inverse of the hyperbolic tangent; ±∞ at ±1, NaN outside. 3 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Atanh() => UnaryFunction.Run(x, default(AtanhOp));

        /// <summary>The error function. 1.5 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Erf() => UnaryFunction.Run(x, default(ErfOp));

        /// <summary>1 − erf x without cancellation. 4.5 ULP.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Erfc() => UnaryFunction.Run(x, default(ErfcOp));
    }
}
