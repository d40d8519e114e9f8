using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Largest and smallest elements and their places. The first of equal ones counts and gets the whole gradient; a NaN wins.</summary>
public static unsafe class Extremes
{
    extension(Tensor x)
    {
        /// <summary>The largest element.</summary>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The tensor is empty.</exception>
        public Tensor Max() => x.Reshape(x.ElementCount).Max(0).Values;

        /// <summary>The smallest element.</summary>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The tensor is empty.</exception>
        public Tensor Min() => x.Reshape(x.ElementCount).Min(0).Values;

        /// <summary>The largest elements along a dimension and where they are.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>Values and int64 indices.</returns>
        /// <exception cref="ArgumentException">The dimension is empty.</exception>
        public (Tensor Values, Tensor Indices) Max(int dim, bool keepDim = false) => Find(x, dim, keepDim, true);

        /// <summary>The smallest elements along a dimension and where they are.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>Values and int64 indices.</returns>
        /// <exception cref="ArgumentException">The dimension is empty.</exception>
        public (Tensor Values, Tensor Indices) Min(int dim, bool keepDim = false) => Find(x, dim, keepDim, false);

        /// <summary>The places of the largest elements along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>int64 indices.</returns>
        /// <exception cref="ArgumentException">The dimension is empty.</exception>
        public Tensor ArgMax(int dim, bool keepDim = false) => Places(x, dim, keepDim, true);

        /// <summary>The places of the smallest elements along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>int64 indices.</returns>
        /// <exception cref="ArgumentException">The dimension is empty.</exception>
        public Tensor ArgMin(int dim, bool keepDim = false) => Places(x, dim, keepDim, false);
    }

    private static (Tensor Values, Tensor Indices) Find(Tensor x, int dim, bool keepDim, bool largest)
    {
        Tensor places = Places(x, dim, true, largest);
        Tensor values = x.Rank == 0 ? x : x.Gather(dim, places);
        return keepDim ? (values, places) : (values.Squeeze(dim), places.Squeeze(dim));
    }

    private static Tensor Places(Tensor x, int dim, bool keepDim, bool largest)
    {
        int axis = ShapeMath.Axis(dim, x.Rank, largest ? "ArgMax" : "ArgMin");
        if (x.Rank == 0)
        {
            return Tensor.Zeros(DType.Int64);
        }

        if (x.Sizes[axis] == 0)
        {
            throw new ArgumentException($"{(largest ? "ArgMax" : "ArgMin")} over dimension {dim} of shape {ShapeMath.Format(x.Sizes)}: an empty dimension has no extreme.", nameof(x));
        }

        Tensor last = x.Detach().Transpose(axis, -1).Contiguous();
        int length = x.Sizes[axis];
        int[] sizes = (int[])last.Sizes.Clone();
        sizes[^1] = 1;
        Tensor y = Tensor.Empty(sizes, DType.Int64);
        long* to = y.Pointer<long>();
        switch (x.DType)
        {
            case DType.Float32:
                ArgKernel.Run(last.Pointer<float>(), to, y.ElementCount, length, largest);
                break;
            case DType.Float64:
                ArgKernel.Run(last.Pointer<double>(), to, y.ElementCount, length, largest);
                break;
            case DType.Int64:
                ArgKernel.Run(last.Pointer<long>(), to, y.ElementCount, length, largest);
                break;
            case DType.Int32:
                ArgKernel.Run(last.Pointer<int>(), to, y.ElementCount, length, largest);
                break;
            default:
                ArgKernel.Run(last.Pointer<byte>(), to, y.ElementCount, length, largest);
                break;
        }

        GC.KeepAlive(last);
        Tensor places = y.Transpose(axis, -1).Contiguous();
        return keepDim ? places : places.Squeeze(axis);
    }
}
