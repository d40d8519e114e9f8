using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Makes tensors.</summary>
public static unsafe class TensorFactories
{
    extension(Tensor)
    {
        /// <summary>All 0, float32.</summary>
        /// <param name="shape">The sizes; none for a single number.</param>
        /// <returns>The tensor.</returns>
        public static Tensor Zeros(params ReadOnlySpan<int> shape) => Full(0, DType.Float32, shape);

        /// <summary>All 0.</summary>
        /// <param name="dtype">The element type.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>The tensor.</returns>
        public static Tensor Zeros(DType dtype, params ReadOnlySpan<int> shape) => Full(0, dtype, shape);

        /// <summary>All 1, float32.</summary>
        /// <param name="shape">The sizes; none for a single number.</param>
        /// <returns>The tensor.</returns>
        public static Tensor Ones(params ReadOnlySpan<int> shape) => Full(1, DType.Float32, shape);

        /// <summary>All 1.</summary>
        /// <param name="dtype">The element type.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>The tensor.</returns>
        public static Tensor Ones(DType dtype, params ReadOnlySpan<int> shape) => Full(1, dtype, shape);

        /// <summary>One value everywhere, float32.</summary>
        /// <param name="value">The value.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>The tensor.</returns>
        public static Tensor Full(double value, params ReadOnlySpan<int> shape) => Full(value, DType.Float32, shape);

        /// <summary>One value everywhere.</summary>
        /// <param name="value">The value.</param>
        /// <param name="dtype">The element type.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An integer type does not hold the value.</exception>
        public static Tensor Full(double value, DType dtype, params ReadOnlySpan<int> shape) => Filled(value, dtype, shape, "Full");

        /// <summary>One whole number everywhere, to the last digit in int64.</summary>
        /// <param name="value">The value.</param>
        /// <param name="dtype">The element type.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An integer type does not hold the value.</exception>
        public static Tensor Full(long value, DType dtype, params ReadOnlySpan<int> shape) => Filled(value, dtype, shape, "Full");

        /// <summary>All 0, of another tensor's shape and type.</summary>
        /// <param name="like">The other.</param>
        /// <returns>The tensor.</returns>
        public static Tensor ZerosLike(Tensor like) => FullLike(like, 0L);

        /// <summary>All 1, of another tensor's shape and type.</summary>
        /// <param name="like">The other.</param>
        /// <returns>The tensor.</returns>
        public static Tensor OnesLike(Tensor like) => FullLike(like, 1L);

        /// <summary>One value everywhere, of another tensor's shape and type.</summary>
        /// <param name="like">The other.</param>
        /// <param name="value">The value.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An integer type does not hold the value.</exception>
        public static Tensor FullLike(Tensor like, double value)
        {
            ArgumentNullException.ThrowIfNull(like);
            return Filled(value, like.DType, like.Shape, "FullLike");
        }

        /// <summary>One whole number everywhere, of another tensor's shape and type.</summary>
        /// <param name="like">The other.</param>
        /// <param name="value">The value.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An integer type does not hold the value.</exception>
        public static Tensor FullLike(Tensor like, long value)
        {
            ArgumentNullException.ThrowIfNull(like);
            return Filled(value, like.DType, like.Shape, "FullLike");
        }

        /// <summary>A tensor of whatever numbers lie in its memory, to be overwritten.</summary>
        /// <param name="dtype">The element type.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>The tensor.</returns>
        public static Tensor Empty(DType dtype, params ReadOnlySpan<int> shape) => Tensor.Empty(ShapeMath.Own(shape), dtype);

        /// <summary>The numbers 0, 1, ... below <paramref name="end"/>.</summary>
        /// <param name="end">How many.</param>
        /// <param name="dtype">The element type; int64 by default, as in PyTorch.</param>
        /// <returns>A tensor of one dimension.</returns>
        public static Tensor Arange(int end, DType dtype = DType.Int64) => Arange(0, end, 1, dtype);

        /// <summary>The numbers start, start + step, ... before <paramref name="end"/>.</summary>
        /// <param name="start">The first.</param>
        /// <param name="end">Not reached.</param>
        /// <param name="step">The distance, not 0.</param>
        /// <param name="dtype">The element type; float32 by default.</param>
        /// <returns>A tensor of one dimension.</returns>
        /// <exception cref="ArgumentException">The step is 0 or leads away from the end, or there are more numbers than a tensor holds.</exception>
        public static Tensor Arange(double start, double end, double step, DType dtype = DType.Float32)
        {
            double count = Math.Ceiling((end - start) / step);
            if (!(double.IsFinite(start) && double.IsFinite(end) && count >= 0 && double.IsFinite(step) && step != 0))
            {
                throw new ArgumentException($"Arange from {start} to {end} by {step} has no end; all three must be finite, and the step must not be 0 and must lead from start to end.", nameof(step));
            }

            if (count > Array.MaxLength)
            {
                throw new ArgumentException($"Arange from {start} to {end} by {step} would have {count} numbers; a tensor holds at most {Array.MaxLength} of them. Take a larger step, or parts.", nameof(end));
            }

            double[] values = new double[(int)count];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = start + (i * step);
            }

            return Tensor.From(values, values.Length).To(dtype);
        }

        /// <summary>Uniform numbers from 0 up to but without 1.</summary>
        /// <param name="rng">Where they are drawn from.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>A float32 tensor.</returns>
        public static Tensor Rand(Rng rng, params ReadOnlySpan<int> shape) => Rand(rng, DType.Float32, shape);

        /// <summary>Uniform numbers from 0 up to but without 1.</summary>
        /// <param name="rng">Where they are drawn from.</param>
        /// <param name="dtype">float32 or float64.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>The tensor.</returns>
        public static Tensor Rand(Rng rng, DType dtype, params ReadOnlySpan<int> shape)
        {
            ArgumentNullException.ThrowIfNull(rng);
            Tensor result = Tensor.Empty(ShapeMath.Own(shape), dtype);
            if (dtype == DType.Float32)
            {
                foreach (ref float value in new Span<float>(result.Data, result.ElementCount))
                {
                    value = rng.NextFloat();
                }
            }
            else if (dtype == DType.Float64)
            {
                foreach (ref double value in new Span<double>(result.Data, result.ElementCount))
                {
                    value = rng.NextDouble();
                }
            }
            else
            {
                throw Ops.Elementwise.ElementwiseDriver.NotReal("Rand", dtype);
            }

            return result;
        }

        /// <summary>Standard normal numbers (mean 0, variance 1).</summary>
        /// <param name="rng">Where they are drawn from.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>A float32 tensor.</returns>
        public static Tensor Randn(Rng rng, params ReadOnlySpan<int> shape) => Randn(rng, DType.Float32, shape);

        /// <summary>Standard normal numbers (mean 0, variance 1); both types draw the same numbers, rounded.</summary>
        /// <param name="rng">Where they are drawn from.</param>
        /// <param name="dtype">float32 or float64.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>The tensor.</returns>
        public static Tensor Randn(Rng rng, DType dtype, params ReadOnlySpan<int> shape)
        {
            ArgumentNullException.ThrowIfNull(rng);
            double[] values = new double[ShapeMath.Count(shape)];
            foreach (ref double value in values.AsSpan())
            {
                value = rng.NextNormal();
            }

            return dtype.IsFloatingPoint() ? Copy<double>(values, DType.Float64, shape).To(dtype) : throw Ops.Elementwise.ElementwiseDriver.NotReal("Randn", dtype);
        }

        /// <summary>A float32 tensor from numbers in the order of their indices.</summary>
        /// <param name="values">The numbers, copied.</param>
        /// <param name="shape">The sizes; one dimension of all values when left out.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentException">The shape does not hold as many numbers.</exception>
        public static Tensor From(ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) => Copy(values, DType.Float32, shape.IsEmpty ? [values.Length] : shape);

        /// <summary>A float64 tensor from numbers in the order of their indices.</summary>
        /// <param name="values">The numbers, copied.</param>
        /// <param name="shape">The sizes; one dimension of all values when left out.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentException">The shape does not hold as many numbers.</exception>
        public static Tensor From(ReadOnlySpan<double> values, params ReadOnlySpan<int> shape) => Copy(values, DType.Float64, shape.IsEmpty ? [values.Length] : shape);

        /// <summary>An int64 tensor from numbers in the order of their indices.</summary>
        /// <param name="values">The numbers, copied.</param>
        /// <param name="shape">The sizes; one dimension of all values when left out.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentException">The shape does not hold as many numbers.</exception>
        public static Tensor From(ReadOnlySpan<long> values, params ReadOnlySpan<int> shape) => Copy(values, DType.Int64, shape.IsEmpty ? [values.Length] : shape);

        /// <summary>An int32 tensor from numbers in the order of their indices.</summary>
        /// <param name="values">The numbers, copied.</param>
        /// <param name="shape">The sizes; one dimension of all values when left out.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentException">The shape does not hold as many numbers.</exception>
        public static Tensor From(ReadOnlySpan<int> values, params ReadOnlySpan<int> shape) => Copy(values, DType.Int32, shape.IsEmpty ? [values.Length] : shape);

        /// <summary>A bool tensor from values in the order of their indices.</summary>
        /// <param name="values">The values, copied.</param>
        /// <param name="shape">The sizes; one dimension of all values when left out.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentException">The shape does not hold as many values.</exception>
        public static Tensor From(ReadOnlySpan<bool> values, params ReadOnlySpan<int> shape) => Copy(values, DType.Bool, shape.IsEmpty ? [values.Length] : shape);

        /// <summary>A bfloat16 tensor from numbers in the order of their indices.</summary>
        /// <param name="values">The numbers, copied.</param>
        /// <param name="shape">The sizes; one dimension of all values when left out.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentException">The shape does not hold as many numbers.</exception>
        public static Tensor From(ReadOnlySpan<BFloat16> values, params ReadOnlySpan<int> shape) => Copy(values, DType.BFloat16, shape.IsEmpty ? [values.Length] : shape);

        /// <summary>An int8 tensor from numbers in the order of their indices.</summary>
        /// <param name="values">The numbers, copied.</param>
        /// <param name="shape">The sizes; one dimension of all values when left out.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentException">The shape does not hold as many numbers.</exception>
        public static Tensor From(ReadOnlySpan<sbyte> values, params ReadOnlySpan<int> shape) => Copy(values, DType.Int8, shape.IsEmpty ? [values.Length] : shape);

        /// <summary>A single number, a tensor of no dimensions.</summary>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; float32 by default.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An integer type does not hold the value.</exception>
        public static Tensor Scalar(double value, DType dtype = DType.Float32) => Filled(value, dtype, [], "Scalar");

        /// <summary>A single whole number, a tensor of no dimensions.</summary>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; float32 by default.</param>
        /// <returns>The tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An integer type does not hold the value.</exception>
        public static Tensor Scalar(long value, DType dtype = DType.Float32) => Filled(value, dtype, [], "Scalar");
    }

    /// <summary>A tensor of one value for an operator that names itself.</summary>
    internal static Tensor Filled(double value, DType dtype, ReadOnlySpan<int> shape, string what, string parameter = "value")
    {
        ElementTypes.RequireFit(dtype, value, what, parameter);
        Tensor result = Tensor.Empty(ShapeMath.Own(shape), dtype);
        FillKernel.Run(dtype, result.Data, result.ElementCount, value);
        return result;
    }

    /// <summary>A tensor of one whole number for an operator that names itself.</summary>
    internal static Tensor Filled(long value, DType dtype, ReadOnlySpan<int> shape, string what, string parameter = "value")
    {
        if (dtype != DType.Int64)
        {
            return Filled((double)value, dtype, shape, what, parameter);
        }

        Tensor result = Tensor.Empty(ShapeMath.Own(shape), dtype);
        FillKernel.Run(dtype, result.Data, result.ElementCount, value);
        return result;
    }

    private static Tensor Copy<T>(ReadOnlySpan<T> values, DType dtype, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        int[] sizes = ShapeMath.Own(shape);
        if (ShapeMath.Count(sizes) != values.Length)
        {
            throw new ArgumentException($"From got {values.Length} values for shape {ShapeMath.Format(sizes)}, which holds {ShapeMath.Count(sizes)}.", nameof(values));
        }

        Tensor result = Tensor.Empty(sizes, dtype);
        values.CopyTo(new Span<T>(result.Data, values.Length));
        return result;
    }
}
