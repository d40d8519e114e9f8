using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>
/// Changes in place, PyTorch's methods with a final underscore. They are not recorded: a tensor that requires a gradient is changed inside <see cref="NoGrad"/> only, and gradients that need the old values
/// refuse. An operand that requires a gradient is refused as well, since its gradient would be lost. Operands broadcast to the tensor's shape and are converted to its type, but no floating-point number goes into integers. A result is what it would be if the operands had been copied first,
/// also where they share memory with the tensor.
/// </summary>
public static unsafe class InPlace
{
    extension(Tensor x)
    {
        /// <summary>Writes one value everywhere: PyTorch's <c>fill_</c>.</summary>
        /// <param name="value">The value.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An integer type does not hold the value.</exception>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded.</exception>
        public Tensor Fill(double value)
        {
            if (!x.IsContiguous)
            {
                return x.CopyFrom(TensorFactories.Filled(value, x.DType, [], "Fill"));
            }

            ElementTypes.RequireFit(x.DType, value, "Fill");
            x.Changing("Fill");
            FillKernel.Run(x.DType, x.Data, x.ElementCount, value);
            GC.KeepAlive(x);
            return x;
        }

        /// <summary>Writes one whole number everywhere, to the last digit in int64.</summary>
        /// <param name="value">The value.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An integer type does not hold the value.</exception>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded.</exception>
        public Tensor Fill(long value)
        {
            if (x.DType != DType.Int64)
            {
                return x.Fill((double)value);
            }

            if (!x.IsContiguous)
            {
                return x.CopyFrom(Tensor.Scalar(value, DType.Int64));
            }

            x.Changing("Fill");
            FillKernel.Run(x.DType, x.Data, x.ElementCount, value);
            GC.KeepAlive(x);
            return x;
        }

        /// <summary>Writes 0 everywhere: PyTorch's <c>zero_</c>.</summary>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded.</exception>
        public Tensor Zero() => x.Fill(0L);

        /// <summary>Adds another tensor, which broadcasts, times a number: PyTorch's <c>add_</c>.</summary>
        /// <param name="other">What is added.</param>
        /// <param name="alpha">The number before it.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ArgumentException">It does not broadcast to the shape, or its type does not fit.</exception>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor AddInPlace(Tensor other, double alpha = 1) => alpha == 1
            ? Combine(x, other, default(AddOp), alpha, static (a, b, _) => a + b, "AddInPlace")
            : Combine(x, other, new AddScaledOp(alpha), alpha, static (a, b, alpha) => a + Scaled(b, alpha), "AddInPlace");

        /// <summary>Adds a number to each element.</summary>
        /// <param name="other">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor AddInPlace(double other) => Change(x, new AddScalarOp(other), other, static (a, other) => Whole(a, other) ? a + (long)other : a + other, "AddInPlace");

        /// <summary>Adds a whole number to each element.</summary>
        /// <param name="other">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor AddInPlace(long other) => Change(x, new AddScalarOp(other), other, static (a, other) => a + other, "AddInPlace");

        /// <summary>Takes another tensor, which broadcasts, times a number away: PyTorch's <c>sub_</c>.</summary>
        /// <param name="other">What is taken away.</param>
        /// <param name="alpha">The number before it.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ArgumentException">It does not broadcast to the shape, or its type does not fit.</exception>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor SubtractInPlace(Tensor other, double alpha = 1) => alpha == 1
            ? Combine(x, other, default(SubtractOp), alpha, static (a, b, _) => a - b, "SubtractInPlace")
            : Combine(x, other, new AddScaledOp(-alpha), alpha, static (a, b, alpha) => a - Scaled(b, alpha), "SubtractInPlace");

        /// <summary>Takes a number from each element.</summary>
        /// <param name="other">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor SubtractInPlace(double other) => x.AddInPlace(-other);

        /// <summary>Takes a whole number from each element.</summary>
        /// <param name="other">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor SubtractInPlace(long other) => x.AddInPlace(unchecked(-other));

        /// <summary>Multiplies with another tensor, which broadcasts: PyTorch's <c>mul_</c>.</summary>
        /// <param name="other">The factors.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ArgumentException">It does not broadcast to the shape, or its type does not fit.</exception>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor MultiplyInPlace(Tensor other) => Combine(x, other, default(MultiplyOp), 1, static (a, b, _) => a * b, "MultiplyInPlace");

        /// <summary>Multiplies each element by a number.</summary>
        /// <param name="factor">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor MultiplyInPlace(double factor) => Change(x, new MultiplyScalarOp(factor), factor, static (a, factor) => Whole(a, factor) ? a * (long)factor : a * factor, "MultiplyInPlace");

        /// <summary>Multiplies each element by a whole number.</summary>
        /// <param name="factor">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor MultiplyInPlace(long factor) => Change(x, new MultiplyScalarOp(factor), factor, static (a, factor) => a * factor, "MultiplyInPlace");

        /// <summary>Divides by another tensor, which broadcasts: PyTorch's <c>div_</c>. For floating-point tensors.</summary>
        /// <param name="other">The divisors.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ArgumentException">It does not broadcast to the shape, or the quotient's type does not fit.</exception>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor DivideInPlace(Tensor other) => Combine(x, other, default(DivideOp), 1, static (a, b, _) => a / b, "DivideInPlace");

        /// <summary>Divides each element by a number. For floating-point tensors.</summary>
        /// <param name="divisor">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ArgumentException">The tensor holds integers.</exception>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor DivideInPlace(double divisor) => Change(x, new DivideScalarOp(divisor), divisor, static (a, divisor) => a / divisor, "DivideInPlace");

        /// <summary>Brings each element between two bounds: PyTorch's <c>clamp_</c>. A bound that is NaN makes all NaN.</summary>
        /// <param name="min">The lower bound; none by default.</param>
        /// <param name="max">The upper bound; none by default.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded, or overlaps itself.</exception>
        public Tensor ClampInPlace(double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
            double.IsNaN(min) || double.IsNaN(max)
                ? Replace(x, x.Detach().Clamp(min, max), "ClampInPlace")
                : Change(x, new ClampOp(min, max), (min, max), static (a, range) => a.Clamp(range.min, range.max), "ClampInPlace");
    }

    /// <summary>A tensor times a number; integers times a whole number stay integers.</summary>
    internal static Tensor Scaled(Tensor x, double factor) => Whole(x, factor) ? x * (long)factor : x * factor;

    private static bool Whole(Tensor x, double value) => !x.DType.IsFloatingPoint() && value == Math.Floor(value) && Math.Abs(value) < 1L << 53;

    // What the fallback needs is handed on, so that the call makes no closure.
    private static Tensor Change<TOp, TArgument>(Tensor x, TOp op, TArgument argument, Func<Tensor, TArgument, Tensor> otherwise, string what)
        where TOp : unmanaged, IUnaryOp
    {
        Begin(x, what);
        if (x.IsContiguous && x.DType is DType.Float32 or DType.Float64)
        {
            x.Changing(what);
            ElementwiseDriver.UnaryInto(x, op, x);
            return x;
        }

        return Replace(x, otherwise(x.Detach(), argument), what);
    }

    private static Tensor Combine<TOp>(Tensor x, Tensor other, TOp op, double argument, Func<Tensor, Tensor, double, Tensor> otherwise, string what)
        where TOp : unmanaged, IBinaryOp
    {
        ArgumentNullException.ThrowIfNull(other);
        Begin(x, what);
        bool apart = x.Block != other.Block || (x.Offset == other.Offset && other.IsContiguous && x.Shape.SequenceEqual(other.Shape));
        if (apart && x.IsContiguous && x.DType == other.DType && x.DType is DType.Float32 or DType.Float64)
        {
            Fits(x, other.Sizes, what);
            x.Changing(what, other);
            ElementwiseDriver.Broadcast(x, other, op, x);
            return x;
        }

        if (Recording.Of(other))
        {
            x.Changing(what, other);
        }

        return Replace(x, otherwise(x.Detach(), other.Detach(), argument), what);
    }

    private static Tensor Replace(Tensor x, Tensor result, string what)
    {
        if (ElementwiseDriver.Promote(x.DType, result.DType) != x.DType && !(x.DType.IsFloatingPoint() && result.DType.IsFloatingPoint()))
        {
            throw new ArgumentException($"{what} would put {result.DType} into a tensor of {x.DType}. Convert with To() first, or use the operator that gives a new tensor.");
        }

        Fits(x, result.Sizes, what);
        return x.CopyFrom(result);
    }

    private static void Fits(Tensor x, int[] sizes, string what)
    {
        if (!ShapeMath.Broadcast(x.Sizes, sizes, what).AsSpan().SequenceEqual(x.Sizes))
        {
            throw new ArgumentException($"{what} got shape {ShapeMath.Format(sizes)} for a tensor of shape {ShapeMath.Format(x.Sizes)}; what is changed in place keeps its shape.");
        }
    }

    // An expanded tensor has one place in memory for several elements.
    private static void Begin(Tensor x, string what)
    {
        for (int i = 0; i < x.Rank; i++)
        {
            if (x.Steps[i] == 0 && x.Sizes[i] > 1)
            {
                throw new InvalidOperationException($"{what} got an expanded tensor of shape {ShapeMath.Format(x.Sizes)} and strides {ShapeMath.Format(x.Steps)}: several elements lie in one place. Clone() it first.");
            }
        }
    }
}
