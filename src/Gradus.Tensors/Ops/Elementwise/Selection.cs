using Gradus.Tensors.Autograd;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Choices between elements.</summary>
public static unsafe class Selection
{
    extension(Tensor)
    {
        /// <summary>Takes each element from one tensor where a condition holds, else from the other; all three broadcast.</summary>
        /// <param name="condition">A bool tensor (or not 0).</param>
        /// <param name="whereTrue">Taken where it holds.</param>
        /// <param name="whereFalse">Taken elsewhere.</param>
        /// <returns>A tensor of the common shape.</returns>
        public static Tensor Where(Tensor condition, Tensor whereTrue, Tensor whereFalse)
        {
            ArgumentNullException.ThrowIfNull(condition);
            ArgumentNullException.ThrowIfNull(whereTrue);
            ArgumentNullException.ThrowIfNull(whereFalse);
            Arithmetic.Promote(ref whereTrue, ref whereFalse);
            int[] sizes = ShapeMath.Broadcast(ShapeMath.Broadcast(whereTrue.Sizes, whereFalse.Sizes, "Where"), condition.Sizes, "Where");
            Tensor mask = Expanding.ExpandTo(condition.Detach().To(DType.Bool), sizes).Contiguous();
            Tensor a = Expanding.ExpandTo(whereTrue, sizes).Contiguous(), b = Expanding.ExpandTo(whereFalse, sizes).Contiguous();
            Tensor y = Tensor.Empty(sizes, a.DType);
            switch (a.DType.SizeInBytes())
            {
                case 1:
                    Choose(mask.Data, a.Data, b.Data, y.Data, y.ElementCount);
                    break;
                case 2:
                    Choose(mask.Data, a.Pointer<ushort>(), b.Pointer<ushort>(), y.Pointer<ushort>(), y.ElementCount);
                    break;
                case 4:
                    Choose(mask.Data, a.Pointer<uint>(), b.Pointer<uint>(), y.Pointer<uint>(), y.ElementCount);
                    break;
                default:
                    Choose(mask.Data, a.Pointer<ulong>(), b.Pointer<ulong>(), y.Pointer<ulong>(), y.ElementCount);
                    break;
            }

            GC.KeepAlive(mask);
            GC.KeepAlive(a);
            GC.KeepAlive(b);
            if (Recording.Of(a, b))
            {
                y.Node = new WhereNode(mask, a, b);
            }

            return y;
        }

        /// <summary>The larger of two elements, NaN where either is; where they are equal each gets half of the gradient.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>The maxima.</returns>
        public static Tensor Maximum(Tensor a, Tensor b) => Extreme<MaximumOp, IntegerArithmetic.Maximum, ComparisonDriver.Either>(a, b, default);

        /// <summary>The smaller of two elements, NaN where either is; where they are equal each gets half of the gradient.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>The minima.</returns>
        public static Tensor Minimum(Tensor a, Tensor b) => Extreme<MinimumOp, IntegerArithmetic.Minimum, ComparisonDriver.Both>(a, b, default);
    }

    extension(Tensor x)
    {
        /// <summary>Elements below a bound become the bound, elements above another that one; no gradient flows through those. A bound that is NaN makes all NaN. Integers stay integers between whole bounds.</summary>
        /// <param name="min">The lower bound; none by default.</param>
        /// <param name="max">The upper bound; none by default. It wins where it lies below the other.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Clamp(double min = double.NegativeInfinity, double max = double.PositiveInfinity)
        {
            if (double.IsNaN(min) || double.IsNaN(max))
            {
                return Arithmetic.Real(x).MaskedFill(Tensor.Scalar(1, DType.Bool), double.NaN);
            }

            if (x.DType is not (DType.Int64 or DType.Int32 or DType.Bool) || !IsBound(min) || !IsBound(max))
            {
                return UnaryFunction.Run(x, new ClampOp(min, max));
            }

            // A bound that the type cannot reach bounds nothing.
            Tensor y = x.DType == DType.Bool ? x.To(DType.Int64) : x;
            (double least, double most) = y.DType == DType.Int32 ? (int.MinValue, int.MaxValue) : (long.MinValue, (double)long.MaxValue);
            y = min <= least ? y : Tensor.Maximum(y, TensorFactories.Filled(min, y.DType, [], "Clamp", nameof(min)));
            return max >= most ? y : Tensor.Minimum(y, TensorFactories.Filled(max, y.DType, [], "Clamp", nameof(max)));
        }

        /// <summary>As <see cref="Clamp(Tensor, double, double)"/>, with whole bounds that keep all their digits in int64.</summary>
        /// <param name="min">The lower bound.</param>
        /// <param name="max">The upper bound. It wins where it lies below the other.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor Clamp(long min, long max) => x.DType == DType.Int64
            ? Tensor.Minimum(Tensor.Maximum(x, Tensor.Scalar(min, DType.Int64)), Tensor.Scalar(max, DType.Int64))
            : x.Clamp((double)min, (double)max);

        /// <summary>As <see cref="Clamp(Tensor, double, double)"/>, with bounds for each element, which broadcast. No gradient flows to the bounds but where they are taken; a bound that is NaN makes its element NaN.</summary>
        /// <param name="min">The lower bounds; null for none.</param>
        /// <param name="max">The upper bounds; null for none. They win where they lie below the others.</param>
        /// <returns>A tensor of the common shape.</returns>
        public Tensor Clamp(Tensor? min, Tensor? max)
        {
            Tensor y = min is null ? x : Tensor.Where(x.Less(min), min, x);
            y = max is null ? y : Tensor.Where(y.Greater(max), max, y);
            foreach (Tensor? bound in (ReadOnlySpan<Tensor?>)[min, max])
            {
                if (bound is not null && bound.DType.IsFloatingPoint() && bound.IsNan() is var nowhere && nowhere.Any().Item() != 0)
                {
                    y = y.MaskedFill(nowhere, double.NaN);
                }
            }

            return y;
        }

        /// <summary>Elements below a bound become the bound.</summary>
        /// <param name="min">The lower bound.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor ClampMin(double min) => x.Clamp(min);

        /// <summary>Elements below a whole number become that.</summary>
        /// <param name="min">The lower bound.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor ClampMin(long min) => x.DType == DType.Int64 ? x.Clamp(min, long.MaxValue) : x.Clamp((double)min);

        /// <summary>Elements above a bound become the bound.</summary>
        /// <param name="max">The upper bound.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor ClampMax(double max) => x.Clamp(max: max);

        /// <summary>Elements above a whole number become that.</summary>
        /// <param name="max">The upper bound.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor ClampMax(long max) => x.DType == DType.Int64 ? x.Clamp(long.MinValue, max) : x.Clamp(max: (double)max);

        /// <summary>Replaces the elements where a mask is true; no gradient flows to those.</summary>
        /// <param name="mask">A bool tensor that broadcasts.</param>
        /// <param name="value">What stands there then.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An integer type does not hold the value.</exception>
        public Tensor MaskedFill(Tensor mask, double value)
        {
            ArgumentNullException.ThrowIfNull(mask);
            return Tensor.Where(mask, TensorFactories.Filled(value, x.DType, [], "MaskedFill"), x);
        }

        /// <summary>Replaces the elements where a mask is true by a whole number, to the last digit in int64.</summary>
        /// <param name="mask">A bool tensor that broadcasts.</param>
        /// <param name="value">What stands there then.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An integer type does not hold the value.</exception>
        public Tensor MaskedFill(Tensor mask, long value)
        {
            ArgumentNullException.ThrowIfNull(mask);
            return Tensor.Where(mask, TensorFactories.Filled(value, x.DType, [], "MaskedFill"), x);
        }
    }

    private static Tensor Extreme<TFunction, TInteger, TBool>(Tensor a, Tensor b, TFunction function)
        where TFunction : unmanaged, IBinaryFunction
        where TInteger : struct, IntegerArithmetic.IFunction
        where TBool : struct, Kernels.Elementwise.ICompareOp
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Arithmetic.Unify(ref a, ref b);
        return a.DType switch
        {
            DType.Int64 or DType.Int32 => IntegerArithmetic.Run<TInteger>(a, b, TFunction.Name),
            DType.Bool => ComparisonDriver.Run<TBool>(a, b, TFunction.Name),
            _ => BinaryFunction.Run(a, b, function),
        };
    }

    private static bool IsBound(double value) => double.IsInfinity(value) || value == Math.Floor(value);

    private static void Choose<T>(byte* mask, T* a, T* b, T* y, int length)
        where T : unmanaged
    {
        for (int i = 0; i < length; i++)
        {
            y[i] = mask[i] != 0 ? a[i] : b[i];
        }
    }

    private sealed class WhereNode : Node
    {
        internal WhereNode(Tensor mask, Tensor a, Tensor b)
            : base(a, b) => Save(mask);

        internal override string Name => "Where";

        internal override void Backward(Tensor gradient)
        {
            Tensor zero = Tensor.Scalar(0, gradient.DType);
            if (Needs(0))
            {
                Send(0, Tensor.Where(Saved0, gradient, zero));
            }

            if (Needs(1))
            {
                Send(1, Tensor.Where(Saved0, zero, gradient));
            }
        }
    }
}
