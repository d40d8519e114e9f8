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
        if (x.DType is not (DType.Float32 or DType.Float64))
        {
            throw NotReal(what, x.DType);
        }

        Tensor y = Tensor.EmptyLike(x);
        byte* from = x.Data;
        if (!x.IsContiguous)
        {
            // Brought into order where the result will lie.
            StridedCopy.Run(from, x.Steps, y.Data, y.Steps, x.Sizes, x.DType.SizeInBytes());
            from = y.Data;
        }

        Row(x.DType, op, from, y.Data, y.ElementCount);
        GC.KeepAlive(x);
        return y;
    }

    /// <summary>Writes a function of each element of a contiguous floating-point tensor to another of its shape, or to itself.</summary>
    internal static void UnaryInto<TOp>(Tensor x, TOp op, Tensor y)
        where TOp : unmanaged, IUnaryOp
    {
        Row(x.DType, op, x.Data, y.Data, y.ElementCount);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
    }

    /// <summary>A function of pairs of elements of two floating-point tensors of the same type, which broadcast.</summary>
    internal static Tensor Binary<TOp>(Tensor a, Tensor b, TOp op, string what)
        where TOp : unmanaged, IBinaryOp
    {
        if (a.DType != b.DType)
        {
            throw new InvalidOperationException($"{what} got {a.DType} and {b.DType}; bring them to one type with To().");
        }

        if (a.DType is not (DType.Float32 or DType.Float64))
        {
            throw NotReal(what, a.DType);
        }

        if (a.IsContiguous && b.IsContiguous && (a.Sizes == b.Sizes || a.Sizes.AsSpan().SequenceEqual(b.Sizes)))
        {
            Tensor y = Tensor.EmptyLike(a);
            Rows(a.DType, op, a.Data, 1, b.Data, 1, y.Data, y.ElementCount);
            GC.KeepAlive(a);
            GC.KeepAlive(b);
            return y;
        }

        Tensor broadcast = Tensor.Empty(ShapeMath.Broadcast(a.Sizes, b.Sizes, what), a.DType);
        Broadcast(a, b, op, broadcast);
        return broadcast;
    }

    /// <summary>Writes a function of pairs of elements to a contiguous tensor of the shape to which the operands broadcast. It may be one of the operands, but not overlap one otherwise.</summary>
    internal static void Broadcast<TOp>(Tensor a, Tensor b, TOp op, Tensor y)
        where TOp : unmanaged, IBinaryOp
    {
        if (y.ElementCount == 0)
        {
            return;
        }

        BroadcastPlan plan = new(a, b, y.Sizes);
        if (plan.LastA is not (0 or 1) || plan.LastB is not (0 or 1))
        {
            // A contiguous operand has a last step of 1, or of 0 where it is repeated.
            (a, b) = (a.Contiguous(), b.Contiguous());
            plan = new(a, b, y.Sizes);
        }

        plan.DType = y.DType;
        plan.Op = &op;
        plan.A = a.Data;
        plan.B = b.Data;
        plan.Y = y.Data;
        if (plan.Width >= ParallelRows.Least || y.ElementCount < ParallelRows.Least || GradusThreads.Count == 1)
        {
            RowsFrom<TOp>(&plan, 0, plan.Rows);
        }
        else
        {
            plan.RowsInPart = Math.Max(1, ParallelRows.PartLength / plan.Width);
            Threading.WorkerPool.Run(&Part<TOp>, &plan, (plan.Rows + plan.RowsInPart - 1) / plan.RowsInPart);
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(y);
    }

    /// <summary>The type to which two tensors are brought, as PyTorch promotes: a single number takes the type of a tensor with dimensions, unless it is of a higher kind (bool, integer, floating-point).</summary>
    internal static DType Promote(Tensor a, Tensor b)
    {
        static int Kind(DType dtype) => dtype switch { DType.Bool => 0, DType.Int8 or DType.Int32 or DType.Int64 => 1, _ => 2 };
        if (a.DType == b.DType || (a.Rank == 0) == (b.Rank == 0))
        {
            return Promote(a.DType, b.DType);
        }

        (DType array, DType number) = a.Rank == 0 ? (b.DType, a.DType) : (a.DType, b.DType);
        return Kind(number) > Kind(array) ? Promote(array, number) : array;
    }

    /// <summary>The type to which two types are brought: the later of bool, int8, int32, int64, bfloat16, float32, float64.</summary>
    internal static DType Promote(DType a, DType b)
    {
        static int Place(DType dtype) => dtype switch { DType.Bool => 0, DType.Int8 => 1, DType.Int32 => 2, DType.Int64 => 3, DType.BFloat16 => 4, DType.Float32 => 5, _ => 6 };
        return Place(a) >= Place(b) ? a : b;
    }

    internal static NotSupportedException NotReal(string what, DType dtype) =>
        new($"{what} is defined for float32 and float64, not for {dtype}. Convert with To(DType.Float32) first.");

    private static void Part<TOp>(void* state, int index)
        where TOp : unmanaged, IBinaryOp
    {
        BroadcastPlan* plan = (BroadcastPlan*)state;
        int first = index * plan->RowsInPart;
        RowsFrom<TOp>(plan, first, Math.Min(plan->Rows, first + plan->RowsInPart));
    }

    private static void RowsFrom<TOp>(BroadcastPlan* plan, int first, int end)
        where TOp : unmanaged, IBinaryOp
    {
        BroadcastPlan.Place place = plan->At(first);
        nint size = plan->DType.SizeInBytes();
        for (int row = first; row < end; row++)
        {
            Rows(
                plan->DType,
                *(TOp*)plan->Op,
                plan->A + (place.A * size),
                plan->LastA,
                plan->B + (place.B * size),
                plan->LastB,
                plan->Y + ((nint)row * plan->Width * size),
                plan->Width);
            plan->Next(ref place);
        }
    }

    private static void Row<TOp>(DType dtype, TOp op, byte* x, byte* y, nint length)
        where TOp : unmanaged, IUnaryOp
    {
        if (dtype == DType.Float32)
        {
            UnaryKernel.RunParallel(IsaTable.Current, op, (float*)x, (float*)y, length);
        }
        else
        {
            UnaryKernel.RunParallel(op, (double*)x, (double*)y, length);
        }
    }

    private static void Rows<TOp>(DType dtype, TOp op, byte* a, int stepA, byte* b, int stepB, byte* y, nint length)
        where TOp : unmanaged, IBinaryOp
    {
        if (dtype == DType.Float32)
        {
            BinaryKernel.RunParallel(IsaTable.Current, op, (float*)a, stepA, (float*)b, stepB, (float*)y, length);
        }
        else
        {
            BinaryKernel.RunParallel(op, (double*)a, stepA, (double*)b, stepB, (double*)y, length);
        }
    }
}
