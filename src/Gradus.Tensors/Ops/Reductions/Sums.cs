using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Reductions;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Sums, means and products over dimensions.</summary>
public static unsafe class Sums
{
    extension(Tensor x)
    {
        /// <summary>The sum of all elements; integers and bools are summed as int64.</summary>
        /// <returns>A tensor of no dimensions.</returns>
        public Tensor Sum() => SumOver(x, default, false);

        /// <summary>The sum over one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>The sums; 0 where there is nothing to add.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Sum(int dim, bool keepDim = false) => SumOver(x, [ShapeMath.Axis(dim, x.Rank, "Sum")], keepDim);

        /// <summary>The sum over several dimensions.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The sums; 0 where there is nothing to add.</returns>
        /// <exception cref="ArgumentException">A dimension comes twice.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public Tensor Sum(ReadOnlySpan<int> dims, bool keepDim = false) => SumOver(x, dims, keepDim);

        /// <summary>The mean of all elements; NaN when there are none.</summary>
        /// <returns>A tensor of no dimensions.</returns>
        public Tensor Mean() => x.Mean(default(ReadOnlySpan<int>));

        /// <summary>The mean over one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>The means.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Mean(int dim, bool keepDim = false) => x.Mean([ShapeMath.Axis(dim, x.Rank, "Mean")], keepDim);

        /// <summary>The mean over several dimensions; integers and bools are averaged as float32.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The means; NaN where there is nothing to average.</returns>
        /// <exception cref="ArgumentException">A dimension comes twice.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Mean(ReadOnlySpan<int> dims, bool keepDim = false)
        {
            Tensor real = Arithmetic.Real(x);
            ReductionPlan plan = new(real, dims, keepDim, "Mean");
            return SumOver(real, dims, keepDim) / plan.R;
        }

        /// <summary>The product of all elements; integers and bools are multiplied as int64.</summary>
        /// <returns>A tensor of no dimensions; 1 when there are none.</returns>
        public Tensor Prod() => Product(x, default, false);

        /// <summary>The product over one dimension. Its gradient is right where elements are 0, too.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>The products; 1 where there is nothing to multiply.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public Tensor Prod(int dim, bool keepDim = false) => Product(x, [ShapeMath.Axis(dim, x.Rank, "Prod")], keepDim);
    }

    private static Tensor SumOver(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        ReductionPlan plan = new(x, dims, keepDim, "Sum");
        if (!x.DType.IsFloatingPoint())
        {
            return Integers.Run(x, plan, WholeReduction.Sum, "Sum");
        }

        Tensor y = ReductionDriver.Run(x, plan, default(SumReduction));
        if (Recording.Of(x))
        {
            y.Node = new SumNode(x, plan.WithOnes);
        }

        return y;
    }

    private static Tensor Product(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        ReductionPlan plan = new(x, dims, keepDim, "Prod");
        if (!x.DType.IsFloatingPoint())
        {
            return Integers.Run(x, plan, WholeReduction.Product, "Prod");
        }

        Tensor y = ReductionDriver.Run(x, plan, default(ProductReduction));
        if (Recording.Of(x))
        {
            y.Node = new ProductNode(x, dims.IsEmpty || x.Rank == 0 ? null : dims[0], plan.WithOnes);
        }

        return y;
    }

    private sealed class SumNode(Tensor x, int[] withOnes) : Node(x)
    {
        private readonly int[] _sizes = x.Sizes;

        internal override string Name => "Sum";

        internal override void Backward(Tensor gradient) => Send(0, Expanding.ExpandTo(Reshaping.ReshapeTo(gradient, withOnes), _sizes));
    }

    private sealed class ProductNode : Node
    {
        private readonly int? _dim;
        private readonly int[] _withOnes;

        internal ProductNode(Tensor x, int? dim, int[] withOnes)
            : base(x)
        {
            (_dim, _withOnes) = (dim, withOnes);
            Save(x);
        }

        internal override string Name => "Prod";

        // Each element's factor is the product of those before it times that of those after it: no division, so zeros do no harm.
        internal override void Backward(Tensor gradient)
        {
            Tensor x = Saved0, factors = Reshaping.ReshapeTo(gradient, _withOnes);
            Tensor rows = _dim is { } dim ? x.Transpose(dim, -1) : Reshaping.ReshapeTo(x, [x.ElementCount]);
            int length = rows.Sizes[^1];
            if (length == 0)
            {
                Send(0, Tensor.Zeros(gradient.DType, x.Shape));
                return;
            }

            Tensor one = Expanding.ExpandTo(Tensor.Scalar(1, x.DType), Shapes.ShapeMath.With(rows.Sizes, rows.Rank - 1, 1));
            Tensor before = Tensor.Cat([one, rows.Narrow(-1, 0, length - 1)], -1).CumProd(-1);
            Tensor after = Tensor.Cat([one, rows.Flip(-1).Narrow(-1, 0, length - 1)], -1).CumProd(-1).Flip(-1);
            Tensor others = before * after;
            Send(0, factors * (_dim is { } same ? others.Transpose(same, -1) : Reshaping.ReshapeTo(others, x.Sizes)));
        }
    }
}
