using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Reductions;

/// <summary>Brings the kernels of reductions to tensors: types, dimensions and strides. Nothing is recorded here.</summary>
internal static unsafe class ReductionDriver
{
    /// <summary>Reduces a floating-point tensor.</summary>
    internal static Tensor Run<TOp>(Tensor x, in ReductionPlan plan, TOp op)
        where TOp : unmanaged, IReduction
    {
        if (x.IsContiguous || !Sorted(x, out int[] order))
        {
            return plan.SideBySide || x.ElementCount == 0 ? Middle(x.Contiguous(), plan, op) : Apart(x, plan, op);
        }

        // A permuted view of memory without gaps is reduced in the order of the memory.
        int[] dims = plan.Dims();
        for (int i = 0; i < dims.Length; i++)
        {
            dims[i] = Array.IndexOf(order, dims[i]);
        }

        Tensor straight = x.Detach().Permute(order);
        Tensor y = Run(straight, new ReductionPlan(straight, dims, true, "Reduction"), op);
        int[] inverse = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            inverse[order[i]] = i;
        }

        return Reshaping.ReshapeTo(y.Permute(inverse).Contiguous(), plan.Kept);
    }

    /// <summary>Throws where there is nothing of which a result could be chosen.</summary>
    internal static void RequireElements(Tensor x, in ReductionPlan plan, string what)
    {
        if (plan.R == 0)
        {
            throw new ArgumentException($"{what} over an empty dimension of shape {ShapeMath.Format(x.Sizes)}: there is no element to choose. Give it a dimension that is not empty.", nameof(x));
        }
    }

    private static Tensor Middle<TOp>(Tensor source, in ReductionPlan plan, TOp op)
        where TOp : unmanaged, IReduction
    {
        Tensor y = Tensor.Empty(plan.Kept, source.DType);
        if (y.ElementCount == 0)
        {
            return y;
        }

        if (plan.R == 0)
        {
            y.Fill(op.Finish(TOp.Start));
        }
        else if (source.DType == DType.Float64)
        {
            DoubleKernel.Run(op, source.Pointer<double>(), plan.A, plan.R, plan.B, y.Pointer<double>());
        }
        else if (plan.B == 1)
        {
            RowKernel.Rows(IsaTable.Current, op, source.Pointer<float>(), plan.A, plan.R, y.Pointer<float>());
        }
        else
        {
            ColumnKernel.Run(IsaTable.Current, op, source.Pointer<float>(), plan.A, plan.R, plan.B, y.Pointer<float>(), false);
        }

        GC.KeepAlive(source);
        return y;
    }

    // Dimensions that lie apart: one run after the other where the reduction allows it, else a copy in which they lie together.
    private static Tensor Apart<TOp>(Tensor x, in ReductionPlan plan, TOp op)
        where TOp : unmanaged, IReduction
    {
        if (!TOp.InSteps)
        {
            Tensor rows = Reshaping.ReshapeTo(plan.Rows(x), [x.ElementCount / plan.R, plan.R]);
            return Reshaping.ReshapeTo(Middle(rows, new ReductionPlan(rows, [1], false, "Reduction"), op), plan.Kept);
        }

        Tensor source = x.Detach();
        ReductionPlan left = plan;
        while (!left.SideBySide)
        {
            int[] run = left.LastRun();
            source = Middle(source.Contiguous(), new ReductionPlan(source, run, true, "Reduction"), op);
            left = new ReductionPlan(source, left.Dims()[..^run.Length], true, "Reduction");
        }

        return Reshaping.ReshapeTo(Middle(source, left, op), plan.Kept);
    }

    /// <summary>Whether the dimensions by falling steps are contiguous, and their order.</summary>
    private static bool Sorted(Tensor x, out int[] order)
    {
        int[] steps = x.Steps;
        order = [.. Enumerable.Range(0, x.Rank).OrderByDescending(i => steps[i])];
        int[] sizes = new int[order.Length], sorted = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            (sizes[i], sorted[i]) = (x.Sizes[order[i]], steps[order[i]]);
        }

        return ShapeMath.IsContiguous(sizes, sorted);
    }
}
