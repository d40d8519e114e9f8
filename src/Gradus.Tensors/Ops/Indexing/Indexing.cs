using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Indexing;
using Gradus.Tensors.Ops.Indexing;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Slices of a dimension chosen by int64 (or int32) indices of one dimension, which must lie in it.</summary>
public static unsafe class Indexing
{
    extension(Tensor x)
    {
        /// <summary>Rows, or slices of another dimension, in the order of an index, which may repeat some: PyTorch's <c>index_select</c>.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, of one dimension.</param>
        /// <returns>A new tensor whose dimension has the index's length.</returns>
        /// <exception cref="ArgumentException">The index is not of whole numbers or not of one dimension.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor IndexSelect(int dim, Tensor index)
        {
            (int axis, Tensor places) = Arguments(x, dim, index, "IndexSelect");
            return Take(x, axis, places);
        }

        /// <summary>Adds slices of a source to the slices that an index names: y = x, then y[index[j]] += alpha · source[j] for dimension 0. Of indices that come twice both are added.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, of one dimension.</param>
        /// <param name="source">The slices, of the tensor's shape except for the dimension, which has the index's length.</param>
        /// <param name="alpha">A factor; 1 by default.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor IndexAdd(int dim, Tensor index, Tensor source, double alpha = 1)
        {
            (int axis, Tensor places) = Arguments(x, dim, index, "IndexAdd");
            x.DType.RequireArithmetic("IndexAdd");
            return Add(x, axis, places, Source(x, axis, places, alpha == 1 ? source : InPlace.Scaled(source, alpha), "IndexAdd"));
        }

        /// <summary>Replaces the slices that an index names: y = x, then y[index[j]] = source[j] for dimension 0. Of equal indices the last one stays; gradients are right where none comes twice.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, of one dimension.</param>
        /// <param name="source">The slices, of the tensor's shape except for the dimension, which has the index's length.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor IndexCopy(int dim, Tensor index, Tensor source)
        {
            (int axis, Tensor places) = Arguments(x, dim, index, "IndexCopy");
            return Put(x, axis, places, Source(x, axis, places, source, "IndexCopy"));
        }

        /// <summary>Fills the slices that an index names with one number.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, of one dimension.</param>
        /// <param name="value">The number.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor IndexFill(int dim, Tensor index, double value)
        {
            (int axis, Tensor places) = Arguments(x, dim, index, "IndexFill");
            return Put(x, axis, places, Spread(TensorFactories.Filled(value, x.DType, [], "IndexFill"), x, axis, places));
        }

        /// <summary>Fills the slices that an index names with one whole number, to the last digit in int64.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, of one dimension.</param>
        /// <param name="value">The number.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension, or an integer type does not hold the value.</exception>
        public Tensor IndexFill(int dim, Tensor index, long value)
        {
            (int axis, Tensor places) = Arguments(x, dim, index, "IndexFill");
            return Put(x, axis, places, Spread(TensorFactories.Filled(value, x.DType, [], "IndexFill"), x, axis, places));
        }
    }

    /// <summary>IndexSelect with indices that were checked.</summary>
    internal static Tensor Take(Tensor x, int axis, Tensor places)
    {
        Tensor source = x.Contiguous();
        Tensor y = Tensor.Empty(ShapeMath.With(x.Sizes, axis, places.ElementCount), x.DType);
        nint bytes = (nint)ShapeMath.Product(x.Sizes.AsSpan(axis + 1)) * x.DType.SizeInBytes();
        if (y.ElementCount > 0)
        {
            RowCopyKernel.Take(source.Data, ShapeMath.Product(x.Sizes.AsSpan(0, axis)), x.Sizes[axis], bytes, places.Pointer<long>(), places.ElementCount, y.Data);
        }

        GC.KeepAlive(source);
        GC.KeepAlive(places);
        if (Recording.Of(x))
        {
            y.Node = new SelectNode(x, places, axis);
        }

        return y;
    }

    private static Tensor Add(Tensor x, int axis, Tensor places, Tensor source)
    {
        Tensor y = x.Detach().Clone(), part = source.Contiguous();
        switch (x.DType)
        {
            case DType.Float32:
                Rows<float>(part, axis, places, y);
                break;
            case DType.Float64:
                Rows<double>(part, axis, places, y);
                break;
            case DType.Int64:
                Rows<long>(part, axis, places, y);
                break;
            case DType.Int32:
                Rows<int>(part, axis, places, y);
                break;
            default:
                throw new NotSupportedException($"IndexAdd is defined for numbers, not for {x.DType}.");
        }

        if (Recording.Of(x, source))
        {
            y.Node = new AddNode(x, source, places, axis);
        }

        return y;
    }

    private static Tensor Put(Tensor x, int axis, Tensor places, Tensor source)
    {
        Tensor y = x.Detach().Clone(), part = source.Contiguous();
        nint bytes = (nint)ShapeMath.Product(x.Sizes.AsSpan(axis + 1)) * x.DType.SizeInBytes();
        RowCopyKernel.Put(part.Data, ShapeMath.Product(x.Sizes.AsSpan(0, axis)), x.Sizes[axis], bytes, places.Pointer<long>(), places.ElementCount, y.Data);
        GC.KeepAlive(part);
        GC.KeepAlive(places);
        if (Recording.Of(x, source))
        {
            y.Node = new CopyNode(x, source, places, axis);
        }

        return y;
    }

    private static void Rows<T>(Tensor source, int axis, Tensor places, Tensor y)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        RowAddKernel.Run(
            source.Pointer<T>(),
            ShapeMath.Product(y.Sizes.AsSpan(0, axis)),
            y.Sizes[axis],
            ShapeMath.Product(y.Sizes.AsSpan(axis + 1)),
            places.Pointer<long>(),
            places.ElementCount,
            y.Pointer<T>());
        GC.KeepAlive(source);
        GC.KeepAlive(places);
    }

    private static Tensor Spread(Tensor number, Tensor x, int axis, Tensor places) =>
        Expanding.ExpandTo(number, ShapeMath.With(x.Sizes, axis, places.ElementCount));

    private static (int Axis, Tensor Places) Arguments(Tensor x, int dim, Tensor index, string what)
    {
        ArgumentNullException.ThrowIfNull(index);
        int axis = Slicing.Dimension(x, dim, what);
        Tensor places = IndexArguments.Check(index, x.Sizes[axis], what, () => IndexArguments.Dimension(dim, x));
        return index.Rank == 1
            ? (axis, places)
            : throw new ArgumentException($"{what} needs an index of one dimension; got shape {ShapeMath.Format(index.Sizes)}. Use Gather or Scatter for one index each element.", nameof(index));
    }

    private static Tensor Source(Tensor x, int axis, Tensor places, Tensor source, string what)
    {
        ArgumentNullException.ThrowIfNull(source);
        int[] sizes = ShapeMath.With(x.Sizes, axis, places.ElementCount);
        return source.DType == x.DType && source.Sizes.AsSpan().SequenceEqual(sizes)
            ? source
            : throw new ArgumentException($"{what} got a source of {source.DType} {ShapeMath.Format(source.Sizes)}; it must be {x.DType} {ShapeMath.Format(sizes)}.", nameof(source));
    }

    private sealed class SelectNode : Node
    {
        private readonly int[] _sizes;
        private readonly int _axis;

        internal SelectNode(Tensor x, Tensor places, int axis)
            : base(x)
        {
            (_sizes, _axis) = (x.Sizes, axis);
            Save(places);
        }

        internal override string Name => "IndexSelect";

        internal override void Backward(Tensor gradient) => Send(0, Add(Tensor.Zeros(gradient.DType, _sizes), _axis, Saved0, gradient));
    }

    private sealed class AddNode : Node
    {
        private readonly int _axis;

        internal AddNode(Tensor x, Tensor source, Tensor places, int axis)
            : base(x, source)
        {
            _axis = axis;
            Save(places);
        }

        internal override string Name => "IndexAdd";

        internal override void Backward(Tensor gradient)
        {
            Send(0, gradient);
            if (Needs(1))
            {
                Send(1, Take(gradient, _axis, Saved0));
            }
        }
    }

    private sealed class CopyNode : Node
    {
        private readonly int _axis;

        internal CopyNode(Tensor x, Tensor source, Tensor places, int axis)
            : base(x, source)
        {
            _axis = axis;
            Save(places);
        }

        internal override string Name => "IndexCopy";

        internal override void Backward(Tensor gradient)
        {
            if (Needs(0))
            {
                Send(0, Put(gradient, _axis, Saved0, Spread(Tensor.Scalar(0, gradient.DType), gradient, _axis, Saved0)));
            }

            if (Needs(1))
            {
                Send(1, Take(gradient, _axis, Saved0));
            }
        }
    }
}
