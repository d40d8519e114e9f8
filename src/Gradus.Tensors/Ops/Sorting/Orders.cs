using Gradus.Tensors.Kernels.Sorting;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Sorting;

/// <summary>Places along a dimension by the size of the numbers there.</summary>
internal static unsafe class Orders
{
    /// <summary>The places of the first <paramref name="count"/> numbers in order, or of the count-th; int64, the dimension with as many.</summary>
    internal static Tensor Find(Tensor x, int axis, int count, OrderKind kind, bool descending, string what)
    {
        x.DType.RequireArithmetic(what);
        int length = x.Sizes[axis];
        int kept = kind == OrderKind.Kth ? 1 : count;
        Tensor rows = (x.DType == DType.Bool ? x.To(DType.Int32) : x.Detach()).Transpose(axis, -1).Contiguous();
        Tensor y = Tensor.Empty(ShapeMath.With(rows.Sizes, x.Rank - 1, kept), DType.Int64);
        if (y.ElementCount > 0)
        {
            nint rowCount = rows.ElementCount / length;
            nint bytes = OrderKernel.SpareBytes(rowCount, length);
            Storage.Block spare = Storage.BlockPool.Rent(bytes);
            switch (rows.DType)
            {
                case DType.Float32:
                    OrderKernel.Run(rows.Pointer<float>(), rowCount, length, count, kind, descending, spare.Pointer, y.Pointer<long>());
                    break;
                case DType.Float64:
                    OrderKernel.Run(rows.Pointer<double>(), rowCount, length, count, kind, descending, spare.Pointer, y.Pointer<long>());
                    break;
                case DType.Int64:
                    OrderKernel.Run(rows.Pointer<long>(), rowCount, length, count, kind, descending, spare.Pointer, y.Pointer<long>());
                    break;
                default:
                    OrderKernel.Run(rows.Pointer<int>(), rowCount, length, count, kind, descending, spare.Pointer, y.Pointer<long>());
                    break;
            }

            GC.KeepAlive(spare);
        }

        GC.KeepAlive(rows);
        return y.Transpose(axis, -1).Contiguous();
    }
}
