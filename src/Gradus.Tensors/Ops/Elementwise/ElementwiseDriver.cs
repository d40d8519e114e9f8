using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Elementwise;

/// <summary>Brings elementwise kernels to tensors: types, broadcasting and strides.</summary>
internal static unsafe class ElementwiseDriver
{
    /// <summary>A function of each element of a floating-point tensor.</summary>
    internal static Tensor Unary<TOp>(Tensor x, TOp op, string what)
        where TOp : unmanaged, IUnaryOp
    {
        Tensor source = x.IsContiguous ? x : x.Contiguous();
        Tensor y = Tensor.EmptyLike(source);
        switch (x.DType)
        {
            case DType.Float32:
                UnaryKernel.RunParallel(IsaTable.Current, op, source.Pointer<float>(), y.Pointer<float>(), y.ElementCount);
                break;
            case DType.Float64:
                UnaryKernel.Run(op, source.Pointer<double>(), y.Pointer<double>(), y.ElementCount);
                break;
            default:
                throw NotReal(what, x.DType);
        }

        GC.KeepAlive(source);
        return y;
    }

    /// <summary>A function of pairs of elements of two floating-point tensors of the same type, which broadcast.</summary>
    internal static Tensor Binary<TOp>(Tensor a, Tensor b, TOp op, string what)
        where TOp : unmanaged, IBinaryOp
    {
        if (a.DType != b.DType)
        {
            throw new InvalidOperationException($"{what} got {a.DType} and {b.DType}; bring them to one type with To().");
        }

        if (!a.DType.IsFloatingPoint())
        {
            throw NotReal(what, a.DType);
        }

        bool same = a.Sizes == b.Sizes || a.Sizes.AsSpan().SequenceEqual(b.Sizes);
        if (same && a.IsContiguous && b.IsContiguous)
        {
            Tensor y = Tensor.EmptyLike(a);
            if (a.DType == DType.Float32)
            {
                BinaryKernel.RunParallel(IsaTable.Current, op, a.Pointer<float>(), b.Pointer<float>(), y.Pointer<float>(), y.ElementCount);
            }
            else
            {
                BinaryKernel.Run(op, a.Pointer<double>(), 1, b.Pointer<double>(), 1, y.Pointer<double>(), y.ElementCount);
            }

            GC.KeepAlive(a);
            GC.KeepAlive(b);
            return y;
        }

        return Broadcast(a, b, op, what);
    }

    /// <summary>The type to which two operands are brought, as PyTorch promotes: the later of bool, int8, int32, int64, bfloat16, float32, float64.</summary>
    internal static DType Promote(DType a, DType b)
    {
        static int Place(DType dtype) => dtype switch { DType.Bool => 0, DType.Int8 => 1, DType.Int32 => 2, DType.Int64 => 3, DType.BFloat16 => 4, DType.Float32 => 5, _ => 6 };
        return Place(a) >= Place(b) ? a : b;
    }

    internal static NotSupportedException NotReal(string what, DType dtype) =>
        new($"{what} is defined for float32 and float64, not for {dtype}. Convert with To(DType.Float32) first.");

    private static Tensor Broadcast<TOp>(Tensor a, Tensor b, TOp op, string what)
        where TOp : unmanaged, IBinaryOp
    {
        int[] sizes = ShapeMath.Broadcast(a.Sizes, b.Sizes, what);
        Tensor y = Tensor.Empty(sizes, a.DType);
        if (y.ElementCount == 0)
        {
            return y;
        }

        Span<int> dims = stackalloc int[ShapeMath.MostDimensions];
        Span<int> stepsA = stackalloc int[ShapeMath.MostDimensions];
        Span<int> stepsB = stackalloc int[ShapeMath.MostDimensions];
        int rank = Plan(a, b, sizes, dims, stepsA, stepsB);
        if (rank > 0 && (stepsA[rank - 1] is not (0 or 1) || stepsB[rank - 1] is not (0 or 1)))
        {
            // A contiguous operand has a last step of 1, or of 0 where it is repeated.
            a = a.Contiguous();
            b = b.Contiguous();
            rank = Plan(a, b, sizes, dims, stepsA, stepsB);
        }

        int width = rank == 0 ? 1 : dims[rank - 1];
        int lastA = rank == 0 ? 0 : stepsA[rank - 1], lastB = rank == 0 ? 0 : stepsB[rank - 1];
        int rows = y.ElementCount / width;
        int size = a.DType.SizeInBytes();
        byte* pa = a.Data, pb = b.Data, py = y.Data;
        Span<int> index = stackalloc int[ShapeMath.MostDimensions];
        index.Clear();
        nint offsetA = 0, offsetB = 0;
        for (int row = 0; row < rows; row++)
        {
            Row(a.DType, op, pa + (offsetA * size), lastA, pb + (offsetB * size), lastB, py + ((nint)row * width * size), width);
            for (int i = rank - 2; i >= 0; i--)
            {
                offsetA += stepsA[i];
                offsetB += stepsB[i];
                if (++index[i] < dims[i])
                {
                    break;
                }

                offsetA -= (nint)stepsA[i] * dims[i];
                offsetB -= (nint)stepsB[i] * dims[i];
                index[i] = 0;
            }
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return y;
    }

    /// <summary>Merges dimensions that both operands walk through evenly, so that rows are as long as can be; gives the count of dimensions left.</summary>
    private static int Plan(Tensor a, Tensor b, int[] sizes, Span<int> dims, Span<int> stepsA, Span<int> stepsB)
    {
        Span<int> wideA = stackalloc int[ShapeMath.MostDimensions];
        Span<int> wideB = stackalloc int[ShapeMath.MostDimensions];
        ShapeMath.ExpandStrides(a.Sizes, a.Steps, sizes, wideA);
        ShapeMath.ExpandStrides(b.Sizes, b.Steps, sizes, wideB);
        int rank = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] == 1)
            {
                continue;
            }

            if (rank > 0 && stepsA[rank - 1] == wideA[i] * sizes[i] && stepsB[rank - 1] == wideB[i] * sizes[i])
            {
                dims[rank - 1] *= sizes[i];
                stepsA[rank - 1] = wideA[i];
                stepsB[rank - 1] = wideB[i];
                continue;
            }

            dims[rank] = sizes[i];
            stepsA[rank] = wideA[i];
            stepsB[rank] = wideB[i];
            rank++;
        }

        return rank;
    }

    private static void Row<TOp>(DType dtype, TOp op, byte* a, int stepA, byte* b, int stepB, byte* y, nint length)
        where TOp : unmanaged, IBinaryOp
    {
        if (dtype == DType.Float32)
        {
            BinaryKernel.Run(IsaTable.Current, op, (float*)a, stepA, (float*)b, stepB, (float*)y, length);
        }
        else
        {
            BinaryKernel.Run(op, (double*)a, stepA, (double*)b, stepB, (double*)y, length);
        }
    }
}
