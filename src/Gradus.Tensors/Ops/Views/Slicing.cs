using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Parts of a tensor, as views.</summary>
public static class Slicing
{
    extension(Tensor x)
    {
        /// <summary>A run of indices of one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">The first index; a negative one counts from the end.</param>
        /// <param name="length">How many.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The run does not lie in the dimension.</exception>
        public Tensor Narrow(int dim, int start, int length)
        {
            int axis = Dimension(x, dim, "Narrow");
            int size = x.Sizes[axis];
            int first = start < 0 ? start + size : start;
            return first >= 0 && length >= 0 && first + (long)length <= size
                ? Cut(x, axis, first, length, 1)
                : throw new ArgumentOutOfRangeException(nameof(start), start, $"Narrow got start {start} and length {length} for dimension {dim} of shape {ShapeMath.Format(x.Sizes)}; the run must lie in 0 to {size}.");
        }

        /// <summary>Every <paramref name="step"/>-th index of one dimension from <paramref name="start"/> up to but without <paramref name="end"/>, cut to the dimension as in Python.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">The first index; a negative one counts from the end.</param>
        /// <param name="end">Not reached; to the end by default.</param>
        /// <param name="step">The distance, at least 1.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The step is below 1 or there is no such dimension.</exception>
        public Tensor Slice(int dim, int start, int end = int.MaxValue, int step = 1)
        {
            if (step < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(step), step, $"Slice needs a step of 1 or more for shape {ShapeMath.Format(x.Sizes)}; to go backwards, Flip() the dimension.");
            }

            int axis = Dimension(x, dim, "Slice");
            int size = x.Sizes[axis];
            int first = Math.Clamp(start < 0 ? start + size : start, 0, size);
            int last = Math.Clamp(end < 0 ? end + size : end, first, size);
            return Cut(x, axis, first, last == first ? 0 : ((last - first - 1) / step) + 1, step);
        }

        /// <summary>One index of a dimension, which goes away: <c>x.Select(0, i)</c> is PyTorch's <c>x[i]</c>.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">The index; a negative one counts from the end.</param>
        /// <returns>A view of one dimension less.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
        public Tensor Select(int dim, int index) => At(x, dim, index, nameof(index));
    }

    /// <summary>A dimension counted from the front, of a tensor that has one.</summary>
    internal static int Dimension(Tensor x, int dim, string what, string parameter = "dim") => x.Rank > 0
        ? ShapeMath.Axis(dim, x.Rank, what, parameter)
        : throw new ArgumentOutOfRangeException(parameter, dim, $"{what} needs a dimension, but the tensor is a single number.");

    /// <summary>One index of a dimension, which goes away.</summary>
    internal static Tensor At(Tensor x, int dim, int index, string parameter)
    {
        int axis = Dimension(x, dim, "Select");
        int size = x.Sizes[axis];
        int first = index < 0 ? index + size : index;
        return first >= 0 && first < size
            ? Cut(x, axis, first, 1, 1).Squeeze(axis)
            : throw new ArgumentOutOfRangeException(parameter, index, $"Select got index {index} for dimension {dim} of shape {ShapeMath.Format(x.Sizes)}; it must lie from {-size} to {size - 1}.");
    }

    private static Tensor Cut(Tensor x, int axis, int start, int length, int step)
    {
        int[] sizes = (int[])x.Sizes.Clone(), steps = (int[])x.Steps.Clone();
        sizes[axis] = length;
        steps[axis] *= step;
        x.CheckAlive();
        Tensor y = new(x.Block, x.Offset + (length == 0 ? 0 : start * x.Steps[axis]), sizes, steps, x.DType);
        if (Recording.Of(x))
        {
            y.Node = new SliceNode(x, axis, start, length, step);
        }

        return y;
    }

    /// <summary>Zeros of a shape with a tensor laid into a slice: the gradient of a slice, whose gradient is the slice again.</summary>
    private static Tensor Embed(Tensor part, int[] sizes, int axis, int start, int step)
    {
        Tensor y = Tensor.Zeros(part.DType, sizes);
        using (NoGrad.Enter())
        {
            Cut(y, axis, start, part.Sizes[axis], step).CopyFrom(part);
        }

        if (Recording.Of(part))
        {
            y.Node = new EmbedNode(part, axis, start, step);
        }

        return y;
    }

    private sealed class SliceNode(Tensor x, int axis, int start, int length, int step) : Node(x)
    {
        private readonly int[] _sizes = x.Sizes;

        internal override string Name => "Slice";

        internal override void Backward(Tensor gradient) => Send(0, length == _sizes[axis] ? gradient : Embed(gradient, _sizes, axis, start, step));
    }

    private sealed class EmbedNode(Tensor part, int axis, int start, int step) : Node(part)
    {
        private readonly int _length = part.Sizes[axis];

        internal override string Name => "Embed";

        internal override void Backward(Tensor gradient) => Send(0, Cut(gradient, axis, start, _length, step));
    }
}
