using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Reductions;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Largest and smallest elements and their places. A NaN wins.</summary>
public static unsafe class Extremes
{
    extension(Tensor x)
    {
        /// <summary>The largest element; equal ones share the gradient.</summary>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The tensor is empty.</exception>
        public Tensor Max() => Over(x, default, false, true, "Max");

        /// <summary>The smallest element; equal ones share the gradient.</summary>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The tensor is empty.</exception>
        public Tensor Min() => Over(x, default, false, false, "Min");

        /// <summary>The largest elements along a dimension and where they are; the first of equal ones counts and gets the whole gradient.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>Values and int64 indices.</returns>
        /// <exception cref="ArgumentException">The dimension is empty.</exception>
        public (Tensor Values, Tensor Indices) Max(int dim, bool keepDim = false) => Find(x, dim, keepDim, true);

        /// <summary>The smallest elements along a dimension and where they are; the first of equal ones counts and gets the whole gradient.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>Values and int64 indices.</returns>
        /// <exception cref="ArgumentException">The dimension is empty.</exception>
        public (Tensor Values, Tensor Indices) Min(int dim, bool keepDim = false) => Find(x, dim, keepDim, false);

        /// <summary>The largest elements over dimensions; equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The maxima.</returns>
        /// <exception cref="ArgumentException">There is nothing of which to take one, or a dimension comes twice.</exception>
        public Tensor AMax(ReadOnlySpan<int> dims, bool keepDim = false) => Over(x, dims, keepDim, true, "AMax");

        /// <summary>The smallest elements over dimensions; equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>The minima.</returns>
        /// <exception cref="ArgumentException">There is nothing of which to take one, or a dimension comes twice.</exception>
        public Tensor AMin(ReadOnlySpan<int> dims, bool keepDim = false) => Over(x, dims, keepDim, false, "AMin");

        /// <summary>The smallest and the largest elements over dimensions; equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepDim">Whether they stay, with size 1.</param>
        /// <returns>Minima and maxima.</returns>
        /// <exception cref="ArgumentException">There is nothing of which to take one, or a dimension comes twice.</exception>
        public (Tensor Min, Tensor Max) AMinMax(ReadOnlySpan<int> dims = default, bool keepDim = false) => (Over(x, dims, keepDim, false, "AMinMax"), Over(x, dims, keepDim, true, "AMinMax"));

        /// <summary>The place of the largest element, counted through the whole tensor; the first of equal ones.</summary>
        /// <returns>An int64 tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The tensor is empty.</exception>
        public Tensor ArgMax() => Places(Reshaping.ReshapeTo(x.Detach(), [x.ElementCount]), 0, false, true);

        /// <summary>The place of the smallest element, counted through the whole tensor; the first of equal ones.</summary>
        /// <returns>An int64 tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The tensor is empty.</exception>
        public Tensor ArgMin() => Places(Reshaping.ReshapeTo(x.Detach(), [x.ElementCount]), 0, false, false);

        /// <summary>The places of the largest elements along a dimension; the first of equal ones.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>int64 indices.</returns>
        /// <exception cref="ArgumentException">The dimension is empty.</exception>
        public Tensor ArgMax(int dim, bool keepDim = false) => Places(x, dim, keepDim, true);

        /// <summary>The places of the smallest elements along a dimension; the first of equal ones.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>int64 indices.</returns>
        /// <exception cref="ArgumentException">The dimension is empty.</exception>
        public Tensor ArgMin(int dim, bool keepDim = false) => Places(x, dim, keepDim, false);
    }

    private static Tensor Over(Tensor x, ReadOnlySpan<int> dims, bool keepDim, bool largest, string what)
    {
        ReductionPlan plan = new(x, dims, keepDim, what);
        ReductionDriver.RequireElements(x, plan, what);
        if (!x.DType.IsFloatingPoint())
        {
            return Integers.Run(x, plan, largest ? WholeReduction.Maximum : WholeReduction.Minimum, what);
        }

        Tensor y = largest ? ReductionDriver.Run(x, plan, default(MaximumReduction)) : ReductionDriver.Run(x, plan, default(MinimumReduction));
        if (Recording.Of(x))
        {
            y.Node = new ExtremeNode(x, y, plan.Dims(), plan.WithOnes, largest);
        }

        return y;
    }

    private static (Tensor Values, Tensor Indices) Find(Tensor x, int dim, bool keepDim, bool largest)
    {
        Tensor places = Places(x, dim, true, largest);
        Tensor values = x.Rank == 0 ? x : Gathering.Collect(x, ShapeMath.Axis(dim, x.Rank, "Max"), places);
        return keepDim ? (values, places) : (values.Squeeze(dim), places.Squeeze(dim));
    }

    private static Tensor Places(Tensor x, int dim, bool keepDim, bool largest)
    {
        string what = largest ? "ArgMax" : "ArgMin";
        x.DType.RequireArithmetic(what);
        int axis = ShapeMath.Axis(dim, x.Rank, what);
        if (x.Rank == 0)
        {
            return Tensor.Zeros(DType.Int64);
        }

        if (x.Sizes[axis] == 0)
        {
            throw new ArgumentException($"{what} over dimension {dim} of shape {ShapeMath.Format(x.Sizes)}: an empty dimension has no extreme.", nameof(x));
        }

        ReductionPlan plan = new(x, [axis], keepDim, what);
        Tensor source = x.Detach().Contiguous();
        Tensor y = Tensor.Empty(plan.Kept, DType.Int64);
        long* to = y.Pointer<long>();
        switch (x.DType)
        {
            case DType.Float32:
                ArgKernel.Run(source.Pointer<float>(), to, plan.A, plan.R, plan.B, largest);
                break;
            case DType.Float64:
                ArgKernel.Run(source.Pointer<double>(), to, plan.A, plan.R, plan.B, largest);
                break;
            case DType.Int64:
                ArgKernel.Run(source.Pointer<long>(), to, plan.A, plan.R, plan.B, largest);
                break;
            case DType.Int32:
                ArgKernel.Run(source.Pointer<int>(), to, plan.A, plan.R, plan.B, largest);
                break;
            default:
                ArgKernel.Run(source.Data, to, plan.A, plan.R, plan.B, largest);
                break;
        }

        GC.KeepAlive(source);
        return y;
    }

    private sealed class ExtremeNode : Node
    {
        private readonly int[] _dims;
        private readonly int[] _withOnes;
        private readonly bool _largest;

        internal ExtremeNode(Tensor x, Tensor y, int[] dims, int[] withOnes, bool largest)
            : base(x)
        {
            (_dims, _withOnes, _largest) = (dims, withOnes, largest);
            Save(x.Detach(), y.Detach());
        }

        internal override string Name => _largest ? "AMax" : "AMin";

        internal override void Backward(Tensor gradient)
        {
            Tensor extreme = Reshaping.ReshapeTo(Saved1, _withOnes);
            Tensor chosen = Saved0.Equal(extreme).To(gradient.DType);
            Send(0, chosen * (Reshaping.ReshapeTo(gradient, _withOnes) / chosen.Sum(_dims, true)));
        }
    }
}
