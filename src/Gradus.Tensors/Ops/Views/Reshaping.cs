using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Other shapes of the same elements. Views share memory; Reshape copies only where strides leave no other way.</summary>
public static class Reshaping
{
    extension(Tensor x)
    {
        /// <summary>The same elements in the order of their indices under another shape; a view where the memory allows, else a copy.</summary>
        /// <param name="shape">The new sizes; one may be −1 and follows from the rest.</param>
        /// <returns>A tensor of that shape.</returns>
        /// <exception cref="ArgumentException">The counts of elements differ.</exception>
        public Tensor Reshape(params ReadOnlySpan<int> shape) => ReshapeTo(x, Infer(x, shape, "Reshape"));

        /// <summary>As Reshape, but never copies.</summary>
        /// <param name="shape">The new sizes; one may be −1 and follows from the rest.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentException">The counts of elements differ, or the strides leave no such view.</exception>
        public Tensor View(params ReadOnlySpan<int> shape)
        {
            int[] sizes = Infer(x, shape, "View");
            int[]? steps = Steps(x, sizes);
            return steps is not null
                ? Make(x, sizes, steps)
                : throw new ArgumentException($"View got shape {ShapeMath.Format(sizes)} for a tensor of shape {ShapeMath.Format(x.Sizes)} and strides {ShapeMath.Format(x.Steps)}, whose memory does not lie so. Use Reshape, which may copy.");
        }

        /// <summary>Joins the dimensions from one to another into one.</summary>
        /// <param name="startDim">The first; 0 by default.</param>
        /// <param name="endDim">The last; −1 by default.</param>
        /// <returns>A tensor of fewer dimensions, a view where the memory allows.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension, or the first comes after the last.</exception>
        public Tensor Flatten(int startDim = 0, int endDim = -1)
        {
            int first = ShapeMath.Axis(startDim, x.Rank, "Flatten", nameof(startDim)), last = ShapeMath.Axis(endDim, x.Rank, "Flatten", nameof(endDim));
            if (first > last)
            {
                throw new ArgumentOutOfRangeException(nameof(startDim), startDim, $"Flatten got dimensions {startDim} to {endDim} of a tensor of shape {ShapeMath.Format(x.Sizes)}; the first must not come after the last.");
            }

            if (x.Rank == 0)
            {
                return ReshapeTo(x, [1]);
            }

            int product = ShapeMath.Count(x.Sizes.AsSpan(first, last - first + 1));
            return ReshapeTo(x, [.. x.Sizes[..first], product, .. x.Sizes[(last + 1)..]]);
        }

        /// <summary>Removes a dimension of size 1; one of another size is left as it is.</summary>
        /// <param name="dim">The dimension.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Squeeze(int dim)
        {
            int axis = ShapeMath.Axis(dim, x.Rank, "Squeeze");
            return x.Rank == 0 || x.Sizes[axis] != 1
                ? x
                : Make(x, [.. x.Sizes[..axis], .. x.Sizes[(axis + 1)..]], [.. x.Steps[..axis], .. x.Steps[(axis + 1)..]]);
        }

        /// <summary>Removes all dimensions of size 1.</summary>
        /// <returns>A view.</returns>
        public Tensor Squeeze()
        {
            if (!x.Sizes.Contains(1))
            {
                return x;
            }

            List<int> sizes = [], steps = [];
            for (int i = 0; i < x.Rank; i++)
            {
                if (x.Sizes[i] != 1)
                {
                    sizes.Add(x.Sizes[i]);
                    steps.Add(x.Steps[i]);
                }
            }

            return Make(x, [.. sizes], [.. steps]);
        }

        /// <summary>Cuts a dimension into several: the inverse of <see cref="Flatten"/>.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="sizes">What it becomes; one may be −1 and follows from the rest.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentException">The product of the sizes is not the dimension's.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Unflatten(int dim, params ReadOnlySpan<int> sizes)
        {
            int axis = ShapeMath.Axis(dim, x.Rank, "Unflatten");
            if (x.Rank == 0)
            {
                throw new ArgumentException("Unflatten needs a dimension, but the tensor is a single number.", nameof(dim));
            }

            RequireOneOpen(sizes, "Unflatten", nameof(sizes));
            int[] cut = Fill(sizes, x.Sizes[axis]) ?? throw new ArgumentException(
                $"Unflatten got sizes {ShapeMath.Format(sizes)} for dimension {dim} of shape {ShapeMath.Format(x.Sizes)}, which has size {x.Sizes[axis]}; the product must be that.", nameof(sizes));
            return ReshapeTo(x, ShapeMath.Own([.. x.Sizes[..axis], .. cut, .. x.Sizes[(axis + 1)..]]));
        }

        /// <summary>Inserts a dimension of size 1.</summary>
        /// <param name="dim">Before which dimension; −1 for the end.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
        public Tensor Unsqueeze(int dim)
        {
            int axis = ShapeMath.Axis(dim, x.Rank + 1, "Unsqueeze");
            int step = axis < x.Rank ? x.Sizes[axis] * x.Steps[axis] : 1;
            return Make(x, ShapeMath.Own([.. x.Sizes[..axis], 1, .. x.Sizes[axis..]]), [.. x.Steps[..axis], step, .. x.Steps[axis..]]);
        }
    }

    internal static Tensor ReshapeTo(Tensor x, int[] sizes)
    {
        if (Steps(x, sizes) is { } steps)
        {
            return Make(x, sizes, steps);
        }

        return Make(x.Contiguous(), sizes, ShapeMath.Strides(sizes));
    }

    private static Tensor Make(Tensor x, int[] sizes, int[] steps)
    {
        Tensor y = new(x.Block, x.Offset, sizes, steps, x.DType);
        x.CheckAlive();
        if (Recording.Of(x))
        {
            y.Node = new ReshapeNode(x);
        }

        return y;
    }

    private static int[]? Steps(Tensor x, int[] sizes) => x.IsContiguous ? ShapeMath.Strides(sizes) : ShapeMath.ReshapeStrides(x.Sizes, x.Steps, sizes);

    /// <summary>A shape of a count of elements, an open size filled in; null where there is none.</summary>
    private static int[]? Fill(ReadOnlySpan<int> shape, int count)
    {
        int[] sizes = ShapeMath.Own(shape);
        int open = Array.IndexOf(sizes, -1);
        if (open >= 0)
        {
            sizes[open] = 1;
            int known = ShapeMath.Count(sizes);
            sizes[open] = known == 0 || count % known != 0 ? -1 : count / known;
        }

        return Array.TrueForAll(sizes, size => size >= 0) && ShapeMath.Count(sizes) == count ? sizes : null;
    }

    private static void RequireOneOpen(ReadOnlySpan<int> shape, string what, string parameter)
    {
        if (shape.Count(-1) > 1)
        {
            throw new ArgumentException($"{what} got shape {ShapeMath.Format(shape)} with {shape.Count(-1)} sizes of -1; only one size can follow from the rest. Write out the others.", parameter);
        }

        if (shape.ContainsAnyInRange(int.MinValue, -2))
        {
            throw new ArgumentException($"{what} got shape {ShapeMath.Format(shape)}; sizes are 0 or more, and one may be -1, which follows from the rest.", parameter);
        }
    }

    private static int[] Infer(Tensor x, ReadOnlySpan<int> shape, string what)
    {
        RequireOneOpen(shape, what, nameof(shape));
        return Fill(shape, x.ElementCount)
            ?? throw new ArgumentException($"{what} got shape {ShapeMath.Format(shape)} for a tensor of shape {ShapeMath.Format(x.Sizes)}, which has {x.ElementCount} elements; the products must agree.", nameof(shape));
    }

    private sealed class ReshapeNode(Tensor x) : Node(x)
    {
        private readonly int[] _sizes = x.Sizes;

        internal override string Name => "Reshape";

        internal override void Backward(Tensor gradient) => Send(0, ReshapeTo(gradient, _sizes));
    }
}
