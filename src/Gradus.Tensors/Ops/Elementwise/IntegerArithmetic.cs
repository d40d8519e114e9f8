using System.Numerics;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Elementwise;

/// <summary>Sums, differences and products of integers, which wrap around as in PyTorch. Bools are counted as int64.</summary>
internal static unsafe class IntegerArithmetic
{
    internal static Tensor Run(Tensor a, Tensor b, char sign)
    {
        if (a.DType == DType.Bool)
        {
            (a, b) = (a.To(DType.Int64), b.To(DType.Int64));
        }

        int[] sizes = ShapeMath.Broadcast(a.Sizes, b.Sizes, "Integer arithmetic");
        Tensor left = Expanding.ExpandTo(a, sizes).Contiguous(), right = Expanding.ExpandTo(b, sizes).Contiguous();
        Tensor y = Tensor.EmptyLike(left);
        if (a.DType == DType.Int64)
        {
            Rows(left.Pointer<long>(), right.Pointer<long>(), y.Pointer<long>(), y.ElementCount, sign);
        }
        else
        {
            Rows(left.Pointer<int>(), right.Pointer<int>(), y.Pointer<int>(), y.ElementCount, sign);
        }

        GC.KeepAlive(left);
        GC.KeepAlive(right);
        return y;
    }

    private static void Rows<T>(T* a, T* b, T* y, int length, char sign)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (int i = 0; i < length; i++)
        {
            y[i] = unchecked(sign switch { '+' => a[i] + b[i], '-' => a[i] - b[i], _ => a[i] * b[i] });
        }
    }
}
