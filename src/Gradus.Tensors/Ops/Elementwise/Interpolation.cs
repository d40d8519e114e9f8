namespace Gradus.Tensors;

/// <summary>Functions of three numbers. Operands broadcast.</summary>
public static class Interpolation
{
    extension(Tensor x)
    {
        /// <summary>x + weight (end − x), from x at weight 0 to end at weight 1.</summary>
        /// <param name="end">The other end.</param>
        /// <param name="weight">Where between the two.</param>
        /// <returns>A tensor of the common shape.</returns>
        public Tensor Lerp(Tensor end, double weight) => x + ((Arithmetic.Given(end, nameof(end)) - x) * weight);

        /// <summary>x + weight (end − x), with a weight for each element.</summary>
        /// <param name="end">The other end.</param>
        /// <param name="weight">Where between the two.</param>
        /// <returns>A tensor of the common shape.</returns>
        public Tensor Lerp(Tensor end, Tensor weight) => x + (Arithmetic.Given(weight, nameof(weight)) * (Arithmetic.Given(end, nameof(end)) - x));

        /// <summary>x + value · tensor1 · tensor2.</summary>
        /// <param name="tensor1">One factor.</param>
        /// <param name="tensor2">The other.</param>
        /// <param name="value">A number before the product.</param>
        /// <returns>A tensor of the common shape.</returns>
        public Tensor Addcmul(Tensor tensor1, Tensor tensor2, double value = 1) => x + Weighted(Arithmetic.Given(tensor1, nameof(tensor1)) * Arithmetic.Given(tensor2, nameof(tensor2)), value);

        /// <summary>x + value · tensor1 / tensor2.</summary>
        /// <param name="tensor1">The dividend.</param>
        /// <param name="tensor2">The divisor.</param>
        /// <param name="value">A number before the quotient.</param>
        /// <returns>A tensor of the common shape.</returns>
        public Tensor Addcdiv(Tensor tensor1, Tensor tensor2, double value = 1) => x + Weighted(Arithmetic.Given(tensor1, nameof(tensor1)) / Arithmetic.Given(tensor2, nameof(tensor2)), value);
    }

    private static Tensor Weighted(Tensor x, double value) => value == 1 ? x : value == Math.Floor(value) && Math.Abs(value) < 1L << 53 ? x * (long)value : x * value;
}
