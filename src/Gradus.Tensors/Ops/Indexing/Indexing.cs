using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Elements chosen by int64 (or int32) indices, which must lie in the dimension.</summary>
public static unsafe class Indexing
{
    extension(Tensor x)
    {
        /// <summary>Rows, or slices of another dimension, in the order of an index, which may repeat some: PyTorch's <c>index_select</c>.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, of one dimension.</param>
        /// <returns>A new tensor whose dimension has the index's length.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor IndexSelect(int dim, Tensor index)
        {
            ArgumentNullException.ThrowIfNull(index);
            int axis = Check(x, dim, index, "IndexSelect");
            if (index.Rank != 1)
            {
                throw new ArgumentException($"IndexSelect needs an index of one dimension; got shape {ShapeMath.Format(index.Sizes)}. Use Gather for one index each element.", nameof(index));
            }

            (Tensor places, int outer, int size, int inner) = (index.To(DType.Int64).Contiguous(), Product(x.Sizes, 0, axis), x.Sizes[axis], Product(x.Sizes, axis + 1, x.Rank));
            Tensor source = x.Contiguous();
            Tensor y = Tensor.Empty([.. x.Sizes[..axis], index.ElementCount, .. x.Sizes[(axis + 1)..]], x.DType);
            long bytes = (long)inner * x.DType.SizeInBytes();
            long* place = places.Pointer<long>();
            byte* from = source.Data, to = y.Data;
            for (int i = 0; i < outer; i++)
            {
                for (int j = 0; j < index.ElementCount; j++)
                {
                    Buffer.MemoryCopy(from + (((long)i * size) + place[j]) * bytes, to + (((long)i * index.ElementCount) + j) * bytes, bytes, bytes);
                }
            }

            GC.KeepAlive(source);
            GC.KeepAlive(places);
            if (Recording.Of(x))
            {
                y.Node = new SelectNode(x, places, axis);
            }

            return y;
        }

        /// <summary>y[i][j][k] = x[index[i][j][k]][j][k] for dimension 0, and so on: PyTorch's <c>gather</c>.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Indices, of the shape of the result, no larger than the tensor in the other dimensions.</param>
        /// <returns>A tensor of the index's shape.</returns>
        /// <exception cref="ArgumentException">The index has another count of dimensions or is too large.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in the dimension.</exception>
        public Tensor Gather(int dim, Tensor index)
        {
            ArgumentNullException.ThrowIfNull(index);
            int axis = Check(x, dim, index, "Gather");
            bool fits = index.Rank == x.Rank;
            for (int i = 0; i < x.Rank && fits; i++)
            {
                fits = i == axis || index.Sizes[i] <= x.Sizes[i];
            }

            if (!fits)
            {
                throw new ArgumentException($"Gather along dimension {dim} of shape {ShapeMath.Format(x.Sizes)} got an index of shape {ShapeMath.Format(index.Sizes)}; it needs as many dimensions, none larger except {dim}.", nameof(index));
            }

            Tensor places = index.To(DType.Int64).Contiguous();
            Tensor y = Tensor.Empty((int[])index.Sizes.Clone(), x.DType);
            switch (x.DType.SizeInBytes())
            {
                case 1:
                    Collect(x.Data, x, places, axis, y.Data);
                    break;
                case 4:
                    Collect(x.Pointer<uint>(), x, places, axis, y.Pointer<uint>());
                    break;
                default:
                    Collect(x.Pointer<ulong>(), x, places, axis, y.Pointer<ulong>());
                    break;
            }

            GC.KeepAlive(x);
            if (Recording.Of(x))
            {
                y.Node = new GatherNode(x, places, axis);
            }

            return y;
        }
    }

    /// <summary>The place in the memory of a strided tensor for a place of the index, whose own coordinate along the axis is replaced.</summary>
    private static nint Locate(nint place, int[] indexSizes, int[] steps, int axis, long along)
    {
        nint offset = (nint)along * steps[axis];
        for (int i = indexSizes.Length - 1; i >= 0; i--)
        {
            nint coordinate = place % indexSizes[i];
            place /= indexSizes[i];
            if (i != axis)
            {
                offset += coordinate * steps[i];
            }
        }

        return offset;
    }

    private static void Collect<T>(T* from, Tensor x, Tensor index, int axis, T* to)
        where T : unmanaged
    {
        long* places = index.Pointer<long>();
        for (nint i = 0; i < index.ElementCount; i++)
        {
            to[i] = from[Locate(i, index.Sizes, x.Steps, axis, places[i])];
        }

        GC.KeepAlive(index);
    }

    /// <summary>Zeros of a shape, to which each element is added at its index: the gradient of Gather, whose gradient is Gather.</summary>
    private static Tensor ScatterAdd(Tensor part, Tensor index, int[] sizes, int axis)
    {
        Tensor source = part.Contiguous();
        Tensor y = Tensor.Zeros(part.DType, sizes);
        long* places = index.Pointer<long>();
        for (nint i = 0; i < index.ElementCount; i++)
        {
            nint place = Locate(i, index.Sizes, y.Steps, axis, places[i]);
            if (part.DType == DType.Float32)
            {
                y.Pointer<float>()[place] += source.Pointer<float>()[i];
            }
            else
            {
                y.Pointer<double>()[place] += source.Pointer<double>()[i];
            }
        }

        GC.KeepAlive(source);
        GC.KeepAlive(index);
        if (Recording.Of(part))
        {
            y.Node = new ScatterNode(part, index, axis);
        }

        return y;
    }

    private static int Check(Tensor x, int dim, Tensor index, string what)
    {
        if (index.DType is not (DType.Int64 or DType.Int32))
        {
            throw new ArgumentException($"{what} needs int64 or int32 indices; got {index.DType}. For a bool mask use Where.", nameof(index));
        }

        int axis = ShapeMath.Axis(dim, x.Rank, what);
        int size = x.Rank == 0 ? 1 : x.Sizes[axis];
        foreach (long place in index.ToArray<long>())
        {
            if (place < 0 || place >= size)
            {
                throw new ArgumentOutOfRangeException(nameof(index), place, $"{what} got index {place} for dimension {dim} of shape {ShapeMath.Format(x.Sizes)}; it must lie from 0 to {size - 1}.");
            }
        }

        return axis;
    }

    private static int Product(int[] sizes, int from, int to)
    {
        int product = 1;
        for (int i = from; i < to; i++)
        {
            product *= sizes[i];
        }

        return product;
    }

    private sealed class SelectNode : Node
    {
        private readonly int[] _sizes;
        private readonly int _axis;

        internal SelectNode(Tensor x, Tensor index, int axis)
            : base(x)
        {
            (_sizes, _axis) = (x.Sizes, axis);
            Save(index);
        }

        internal override string Name => "IndexSelect";

        internal override void Backward(Tensor gradient)
        {
            int[] ones = new int[_sizes.Length];
            Array.Fill(ones, 1);
            ones[_axis] = Saved0.ElementCount;
            Tensor index = Expanding.ExpandTo(Saved0.Reshape(ones), gradient.Sizes).Contiguous();
            Send(0, ScatterAdd(gradient, index, _sizes, _axis));
        }
    }

    private sealed class GatherNode : Node
    {
        private readonly int[] _sizes;
        private readonly int _axis;

        internal GatherNode(Tensor x, Tensor index, int axis)
            : base(x)
        {
            (_sizes, _axis) = (x.Sizes, axis);
            Save(index);
        }

        internal override string Name => "Gather";

        internal override void Backward(Tensor gradient) => Send(0, ScatterAdd(gradient, Saved0, _sizes, _axis));
    }

    private sealed class ScatterNode : Node
    {
        private readonly int _axis;

        internal ScatterNode(Tensor part, Tensor index, int axis)
            : base(part)
        {
            _axis = axis;
            Save(index);
        }

        internal override string Name => "Gather gradient";

        internal override void Backward(Tensor gradient) => Send(0, gradient.Gather(_axis, Saved0));
    }
}
