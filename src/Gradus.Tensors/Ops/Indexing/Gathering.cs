using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Indexing;
using Gradus.Tensors.Ops.Indexing;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>One index for each element, along a dimension.</summary>
public static unsafe class Gathering
{
    extension(Tensor x)
    {
        /// <summary>y[i][j][k] = x[index[i][j][k]][j][k] for dimension 0, and so on: PyTorch's <c>gather</c>.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, of the shape of the result, no larger than the tensor in the other dimensions. A single number stands for a vector of one.</param>
        /// <returns>A tensor of the index's shape.</returns>
        /// <exception cref="ArgumentException">The index has another count of dimensions or is too large.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor Gather(int dim, Tensor index)
        {
            (Tensor values, int axis, Tensor places) = Arguments(x, dim, index, "Gather");
            Tensor y = Collect(values, axis, places);
            return y.Rank == index.Rank ? y : Reshaping.ReshapeTo(y, index.Sizes);
        }

        /// <summary>As <see cref="Gather"/>, but tensor and index broadcast in the other dimensions: PyTorch's <c>take_along_dim</c>.</summary>
        /// <param name="index">Indices, with as many dimensions as the tensor.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>The elements.</returns>
        /// <exception cref="ArgumentException">Counts of dimensions differ or sizes do not broadcast.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor TakeAlongDim(Tensor index, int dim)
        {
            ArgumentNullException.ThrowIfNull(index);
            int axis = Slicing.Dimension(x, dim, "TakeAlongDim");
            if (index.Rank != x.Rank)
            {
                throw new ArgumentException($"TakeAlongDim got an index of shape {ShapeMath.Format(index.Sizes)} for shape {ShapeMath.Format(x.Sizes)}; both need as many dimensions.", nameof(index));
            }

            int[] common = ShapeMath.Broadcast(ShapeMath.With(x.Sizes, axis, 1), ShapeMath.With(index.Sizes, axis, 1), "TakeAlongDim");
            return Expanding.ExpandTo(x, ShapeMath.With(common, axis, x.Sizes[axis])).Gather(axis, Expanding.ExpandTo(index, ShapeMath.With(common, axis, index.Sizes[axis])));
        }

        /// <summary>y = x, then y[index[i][j]][j] = source[i][j] for dimension 0, and so on: PyTorch's <c>scatter</c>. Of equal places the last one stays; gradients are right where none comes twice.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, no larger than the tensor in the other dimensions.</param>
        /// <param name="source">What is written, at least as large as the index in each dimension.</param>
        /// <returns>A new tensor of the tensor's shape.</returns>
        /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor Scatter(int dim, Tensor index, Tensor source)
        {
            ArgumentNullException.ThrowIfNull(index);
            ArgumentNullException.ThrowIfNull(source);
            (Tensor values, int axis, Tensor places) = Arguments(x, dim, index, "Scatter");
            return Like(x, Write(values, axis, places, Source(x, places, source, "Scatter"), false));
        }

        /// <summary>As <see cref="Scatter(Tensor, int, Tensor, Tensor)"/>, with one number everywhere.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, no larger than the tensor in the other dimensions.</param>
        /// <param name="value">What is written.</param>
        /// <returns>A new tensor of the tensor's shape.</returns>
        /// <exception cref="ArgumentException">Shapes do not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor Scatter(int dim, Tensor index, double value)
        {
            (Tensor values, int axis, Tensor places) = Arguments(x, dim, index, "Scatter");
            return Like(x, Write(values, axis, places, Expanding.ExpandTo(TensorFactories.Filled(value, x.DType, [], "Scatter"), places.Sizes), false));
        }

        /// <summary>As <see cref="Scatter(Tensor, int, Tensor, Tensor)"/>, with one whole number everywhere, to the last digit in int64.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, no larger than the tensor in the other dimensions.</param>
        /// <param name="value">What is written.</param>
        /// <returns>A new tensor of the tensor's shape.</returns>
        /// <exception cref="ArgumentException">Shapes do not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension, or an integer type does not hold the value.</exception>
        public Tensor Scatter(int dim, Tensor index, long value)
        {
            (Tensor values, int axis, Tensor places) = Arguments(x, dim, index, "Scatter");
            return Like(x, Write(values, axis, places, Expanding.ExpandTo(TensorFactories.Filled(value, x.DType, [], "Scatter"), places.Sizes), false));
        }

        /// <summary>y = x, then y[index[i][j]][j] += source[i][j] for dimension 0, and so on: PyTorch's <c>scatter_add</c>. Sums have a fixed order.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, no larger than the tensor in the other dimensions.</param>
        /// <param name="source">What is added, at least as large as the index in each dimension.</param>
        /// <returns>A new tensor of the tensor's shape.</returns>
        /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor ScatterAdd(int dim, Tensor index, Tensor source)
        {
            ArgumentNullException.ThrowIfNull(index);
            ArgumentNullException.ThrowIfNull(source);
            x.DType.RequireArithmetic("ScatterAdd");
            (Tensor values, int axis, Tensor places) = Arguments(x, dim, index, "ScatterAdd");
            return Like(x, Write(values, axis, places, Source(x, places, source, "ScatterAdd"), true));
        }
    }

    /// <summary>Gather with indices that were checked.</summary>
    internal static Tensor Collect(Tensor x, int axis, Tensor places)
    {
        Tensor y = Tensor.Empty(places.Sizes, x.DType);
        if (y.ElementCount > 0)
        {
            GatherKernel.Run(x.Data, new AxisWalk(places.Sizes, x.Steps, axis), places.Pointer<long>(), y.Data, x.DType.SizeInBytes());
        }

        GC.KeepAlive(x);
        GC.KeepAlive(places);
        if (Recording.Of(x))
        {
            y.Node = new GatherNode(x, places, axis);
        }

        return y;
    }

    private static Tensor Write(Tensor x, int axis, Tensor places, Tensor source, bool add)
    {
        Tensor y = x.Detach().Clone(), part = source.Contiguous();
        AxisWalk walk = new(places.Sizes, y.Steps, axis);
        long* p = places.Pointer<long>();
        if (places.ElementCount > 0)
        {
            switch (x.DType)
            {
                case DType.Float32 when add:
                    ScatterKernel.Add(part.Pointer<float>(), walk, p, y.Pointer<float>());
                    break;
                case DType.Float64 when add:
                    ScatterKernel.Add(part.Pointer<double>(), walk, p, y.Pointer<double>());
                    break;
                case DType.Int64 when add:
                    ScatterKernel.Add(part.Pointer<long>(), walk, p, y.Pointer<long>());
                    break;
                case DType.Int32 when add:
                    ScatterKernel.Add(part.Pointer<int>(), walk, p, y.Pointer<int>());
                    break;
                case var other when add:
                    throw new NotSupportedException($"ScatterAdd is defined for numbers, not for {other}.");
                default:
                    ScatterKernel.Set(part.Data, walk, p, y.Data, x.DType.SizeInBytes());
                    break;
            }
        }

        GC.KeepAlive(part);
        GC.KeepAlive(places);
        if (Recording.Of(x, source))
        {
            y.Node = add ? new ScatterAddNode(x, source, places, axis) : new ScatterNode(x, source, places, axis);
        }

        return y;
    }

    private static (Tensor Values, int Axis, Tensor Places) Arguments(Tensor x, int dim, Tensor index, string what)
    {
        ArgumentNullException.ThrowIfNull(index);
        int axis = ShapeMath.Axis(dim, x.Rank, what);
        Tensor values = Line(x), places = IndexArguments.Check(Line(index), values.Sizes[axis], what, () => IndexArguments.Dimension(dim, x));
        bool fits = places.Rank == values.Rank;
        for (int i = 0; i < values.Rank && fits; i++)
        {
            fits = i == axis || places.Sizes[i] <= values.Sizes[i];
        }

        return fits
            ? (values, axis, places)
            : throw new ArgumentException($"{what} along dimension {dim} of shape {ShapeMath.Format(x.Sizes)} got an index of shape {ShapeMath.Format(index.Sizes)}; it needs as many dimensions, none larger except {dim}.", nameof(index));
    }

    /// <summary>A single number as a vector of one.</summary>
    private static Tensor Line(Tensor x) => x.Rank == 0 ? Reshaping.ReshapeTo(x, [1]) : x;

    /// <summary>A vector of one as a single number again where there was one.</summary>
    private static Tensor Like(Tensor x, Tensor y) => x.Rank == 0 ? Reshaping.ReshapeTo(y, x.Sizes) : y;

    /// <summary>The part of a source that the indices cover.</summary>
    private static Tensor Source(Tensor x, Tensor places, Tensor source, string what)
    {
        Tensor part = Line(source);
        bool fits = part.DType == x.DType && part.Rank == places.Rank;
        for (int i = 0; i < places.Rank && fits; i++)
        {
            fits = places.Sizes[i] <= part.Sizes[i];
            part = fits && places.Sizes[i] != part.Sizes[i] ? part.Narrow(i, 0, places.Sizes[i]) : part;
        }

        return fits
            ? part
            : throw new ArgumentException($"{what} got a source of {source.DType} {ShapeMath.Format(source.Sizes)}; it must be {x.DType} and at least as large as the index, {ShapeMath.Format(places.Sizes)}.", nameof(source));
    }

    private sealed class GatherNode : Node
    {
        private readonly int[] _sizes;
        private readonly int _axis;

        internal GatherNode(Tensor x, Tensor places, int axis)
            : base(x)
        {
            (_sizes, _axis) = (x.Sizes, axis);
            Save(places);
        }

        internal override string Name => "Gather";

        internal override void Backward(Tensor gradient) => Send(0, Write(Tensor.Zeros(gradient.DType, _sizes), _axis, Saved0, gradient, true));
    }

    private sealed class ScatterNode : Node
    {
        private readonly int _axis;

        internal ScatterNode(Tensor x, Tensor source, Tensor places, int axis)
            : base(x, source)
        {
            _axis = axis;
            Save(places);
        }

        internal override string Name => "Scatter";

        internal override void Backward(Tensor gradient)
        {
            if (Needs(0))
            {
                Send(0, gradient.Scatter(_axis, Saved0, 0.0));
            }

            if (Needs(1))
            {
                Send(1, Collect(gradient, _axis, Saved0));
            }
        }
    }

    private sealed class ScatterAddNode : Node
    {
        private readonly int _axis;

        internal ScatterAddNode(Tensor x, Tensor source, Tensor places, int axis)
            : base(x, source)
        {
            _axis = axis;
            Save(places);
        }

        internal override string Name => "ScatterAdd";

        internal override void Backward(Tensor gradient)
        {
            Send(0, gradient);
            if (Needs(1))
            {
                Send(1, Collect(gradient, _axis, Saved0));
            }
        }
    }
}
