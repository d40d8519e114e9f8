using Gradus.Tensors.Kernels.Scans;
using Gradus.Tensors.Ops.Scans;

namespace Gradus.Tensors;

/// <summary>The largest and smallest elements so far along a dimension. Of equal ones the last counts; from a NaN on all are NaN.</summary>
public static unsafe class CumulativeExtremes
{
    extension(Tensor x)
    {
        /// <summary>The largest element so far along a dimension and where it is.</summary>
        /// <param name="dim">The dimension.</param>
        /// <returns>Values and int64 indices of the tensor's shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public (Tensor Values, Tensor Indices) CumMax(int dim) => Run(x, dim, true, "CumMax");

        /// <summary>The smallest element so far along a dimension and where it is.</summary>
        /// <param name="dim">The dimension.</param>
        /// <returns>Values and int64 indices of the tensor's shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public (Tensor Values, Tensor Indices) CumMin(int dim) => Run(x, dim, false, "CumMin");
    }

    private static (Tensor Values, Tensor Indices) Run(Tensor x, int dim, bool largest, string what)
    {
        x.DType.RequireArithmetic(what);
        int axis = Scans.Axis(x, dim, what);
        if (x.Rank == 0)
        {
            return (x, Tensor.Zeros(DType.Int64));
        }

        Tensor source = x.Detach().Contiguous(), places = Tensor.Empty(x.Sizes, DType.Int64);
        (int a, int r, int b) = Scans.Split(x, axis);
        long* to = places.Pointer<long>();
        switch (x.DType)
        {
            case DType.Float32:
                ExtremeScanKernel.Run(source.Pointer<float>(), a, r, b, to, largest);
                break;
            case DType.Float64:
                ExtremeScanKernel.Run(source.Pointer<double>(), a, r, b, to, largest);
                break;
            case DType.Int64:
                ExtremeScanKernel.Run(source.Pointer<long>(), a, r, b, to, largest);
                break;
            case DType.Int32:
                ExtremeScanKernel.Run(source.Pointer<int>(), a, r, b, to, largest);
                break;
            default:
                ExtremeScanKernel.Run(source.Data, a, r, b, to, largest);
                break;
        }

        GC.KeepAlive(source);
        return (Gathering.Collect(x, axis, places), places);
    }
}
