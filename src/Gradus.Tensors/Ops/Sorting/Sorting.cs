using Gradus.Tensors.Kernels.Sorting;
using Gradus.Tensors.Ops.Sorting;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Numbers in order. NaN counts as larger than every number, as in PyTorch; gradients flow to the values.</summary>
public static class Sorting
{
    extension(Tensor x)
    {
        /// <summary>The elements of a dimension in rising order and where they stood.</summary>
        /// <param name="dim">The dimension; the last by default.</param>
        /// <param name="descending">Falling order instead, NaN first.</param>
        /// <param name="stable">Whether equal numbers keep their order. They always do; the argument is there for those who say it.</param>
        /// <returns>Values and int64 indices, of the tensor's shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public (Tensor Values, Tensor Indices) Sort(int dim = -1, bool descending = false, bool stable = true)
        {
            _ = stable;
            int axis = ShapeMath.Axis(dim, x.Rank, "Sort");
            if (x.Rank == 0)
            {
                return Only(x, "Sort");
            }

            Tensor places = Orders.Find(x, axis, x.Sizes[axis], OrderKind.First, descending, "Sort");
            return (Gathering.Collect(x, axis, places), places);
        }

        /// <summary>The places of the elements of a dimension in order.</summary>
        /// <param name="dim">The dimension; the last by default.</param>
        /// <param name="descending">Falling order instead.</param>
        /// <returns>int64 indices of the tensor's shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor ArgSort(int dim = -1, bool descending = false) => x.Detach().Sort(dim, descending).Indices;

        /// <summary>The largest elements of a dimension, in falling order, and where they are; of equal ones the first.</summary>
        /// <param name="k">How many; a single number is given as it is for 0 and 1.</param>
        /// <param name="dim">The dimension; the last by default.</param>
        /// <param name="largest">Whether the largest; the smallest, in rising order, otherwise.</param>
        /// <param name="sorted">Whether they must be in order. They always are.</param>
        /// <returns>Values and int64 indices; the dimension has size k.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension, or not so many elements in it.</exception>
        public (Tensor Values, Tensor Indices) TopK(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            _ = sorted;
            int axis = ShapeMath.Axis(dim, x.Rank, "TopK");
            CheckCount(x, k, 0, dim, axis, "TopK");
            if (x.Rank == 0)
            {
                return Only(x, "TopK");
            }

            Tensor places = Orders.Find(x, axis, k, OrderKind.First, largest, "TopK");
            return (Gathering.Collect(x, axis, places), places);
        }

        /// <summary>The k-th smallest element of a dimension and where it is; of equal ones in the order of their places.</summary>
        /// <param name="k">Counted from 1.</param>
        /// <param name="dim">The dimension; the last by default.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>Values and int64 indices.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension, or no such element in it.</exception>
        public (Tensor Values, Tensor Indices) KthValue(int k, int dim = -1, bool keepDim = false)
        {
            int axis = ShapeMath.Axis(dim, x.Rank, "KthValue");
            CheckCount(x, k, 1, dim, axis, "KthValue");
            if (x.Rank == 0)
            {
                return Only(x, "KthValue");
            }

            Tensor places = Orders.Find(x, axis, k, OrderKind.Kth, false, "KthValue");
            Tensor values = Gathering.Collect(x, axis, places);
            return keepDim ? (values, places) : (values.Squeeze(axis), places.Squeeze(axis));
        }
    }

    /// <summary>A single number is in order by itself.</summary>
    private static (Tensor Values, Tensor Indices) Only(Tensor x, string what)
    {
        x.DType.RequireArithmetic(what);
        return (x.Clone(), Tensor.Zeros(DType.Int64));
    }

    private static void CheckCount(Tensor x, int k, int least, int dim, int axis, string what)
    {
        int most = x.Rank == 0 ? 1 : x.Sizes[axis];
        if (k < least || k > most)
        {
            throw new ArgumentOutOfRangeException(nameof(k), k, $"{what} got k = {k} for dimension {dim} of shape {ShapeMath.Format(x.Sizes)}; it must lie from {least} to {most}.");
        }
    }
}
