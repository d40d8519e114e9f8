using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Sliding windows, as views that read the same elements several times.</summary>
public static class Windows
{
    extension(Tensor x)
    {
        /// <summary>All windows of a size along a dimension: y[.., i, .., k] = x[.., i · step + k, ..], PyTorch's <c>Tensor.unfold</c>.</summary>
        /// <param name="dimension">The dimension; it counts the windows afterwards.</param>
        /// <param name="size">The size of a window, the new last dimension.</param>
        /// <param name="step">The distance between windows.</param>
        /// <returns>A view of one dimension more.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension, the size does not fit into it, or the step is below 1.</exception>
        public Tensor Unfold(int dimension, int size, int step)
        {
            int axis = Slicing.Dimension(x, dimension, "Unfold", nameof(dimension));
            if (step < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(step), step, "Unfold needs a step of 1 or more.");
            }

            return size >= 0 && size <= x.Sizes[axis]
                ? View(x, axis, size, step)
                : throw new ArgumentOutOfRangeException(nameof(size), size, $"Unfold got windows of {size} for dimension {dimension} of shape {ShapeMath.Format(x.Sizes)}; a window must lie in 0 to {x.Sizes[axis]}.");
        }
    }

    private static Tensor View(Tensor x, int axis, int size, int step)
    {
        x.CheckAlive();
        int[] sizes = ShapeMath.Own([.. x.Sizes, size]), steps = [.. x.Steps, x.Steps[axis]];
        sizes[axis] = ((x.Sizes[axis] - size) / step) + 1;
        steps[axis] *= step;
        Tensor y = new(x.Block, x.Offset, sizes, steps, x.DType);
        if (Recording.Of(x))
        {
            y.Node = new UnfoldNode(x, axis, size, step);
        }

        return y;
    }

    /// <summary>Each element's sum over the windows that hold it: the gradient of Unfold, whose gradient is Unfold.</summary>
    private static Tensor Fold(Tensor windows, int[] sizes, int axis, int size, int step)
    {
        Tensor y = Tensor.Zeros(windows.DType, sizes);
        using (NoGrad.Enter())
        {
            for (int k = 0; k < size; k++)
            {
                y.Slice(axis, k, k + ((windows.Sizes[axis] - 1) * step) + 1, step).AddInPlace(windows.Select(-1, k));
            }
        }

        if (Recording.Of(windows))
        {
            y.Node = new FoldNode(windows, axis, size, step);
        }

        return y;
    }

    private sealed class UnfoldNode(Tensor x, int axis, int size, int step) : Node(x)
    {
        private readonly int[] _sizes = x.Sizes;

        internal override string Name => "Unfold";

        internal override void Backward(Tensor gradient) => Send(0, Fold(gradient, _sizes, axis, size, step));
    }

    private sealed class FoldNode(Tensor windows, int axis, int size, int step) : Node(windows)
    {
        internal override string Name => "Unfold gradient";

        internal override void Backward(Tensor gradient) => Send(0, View(gradient, axis, size, step));
    }
}
