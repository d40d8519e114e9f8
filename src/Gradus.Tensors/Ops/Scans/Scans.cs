using Gradus.Tensors.Kernels.Scans;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Scans;

/// <summary>Brings scans to tensors.</summary>
internal static unsafe class Scans
{
    /// <summary>The dimension to run along; 0 for a single number.</summary>
    internal static int Axis(Tensor x, int dim, string what) => ShapeMath.Axis(dim, x.Rank, what);

    /// <summary>The lengths before, along and after a dimension.</summary>
    internal static (int Before, int Along, int After) Split(Tensor x, int axis) =>
        x.Rank == 0 ? (1, 1, 1) : (ShapeMath.Product(x.Sizes.AsSpan(0, axis)), x.Sizes[axis], ShapeMath.Product(x.Sizes.AsSpan(axis + 1)));

    internal static Tensor Run<TOp>(Tensor x, int axis, bool reverse, string what)
        where TOp : struct, IScanOp
    {
        x.DType.RequireArithmetic(what);
        Tensor source = (x.DType.IsFloatingPoint() ? x : x.To(DType.Int64)).Contiguous();
        Tensor y = Tensor.EmptyLike(source);
        (int a, int r, int b) = Split(x, axis);
        if (y.ElementCount > 0)
        {
            switch (source.DType)
            {
                case DType.Float32:
                    ScanKernel.Run<float, double, TOp>(source.Pointer<float>(), a, r, b, y.Pointer<float>(), reverse);
                    break;
                case DType.Float64:
                    ScanKernel.Run<double, double, TOp>(source.Pointer<double>(), a, r, b, y.Pointer<double>(), reverse);
                    break;
                default:
                    ScanKernel.Run<long, long, TOp>(source.Pointer<long>(), a, r, b, y.Pointer<long>(), reverse);
                    break;
            }
        }

        GC.KeepAlive(source);
        return y;
    }
}
