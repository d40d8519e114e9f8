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
        /// <exception cref="ArgumentException">The counts of elements differ, or the tensor is not contiguous.</exception>
        public Tensor View(params ReadOnlySpan<int> shape) => x.IsContiguous
            ? ReshapeTo(x, Infer(x, shape, "View"))
            : throw new ArgumentException($"View needs contiguous memory; this tensor has shape {ShapeMath.Format(x.Sizes)} and strides {ShapeMath.Format(x.Steps)}. Use Reshape, which may copy.");

        /// <summary>Joins the dimensions from one to another into one.</summary>
        /// <param name="startDim">The first; 0 by default.</param>
        /// <param name="endDim">The last; −1 by default.</param>
        /// <returns>A tensor of fewer dimensions, a view where the memory allows.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension, or the first comes after the last.</exception>
        public Tensor Flatten(int startDim = 0, int endDim = -1)
        {
            int first = ShapeMath.Axis(startDim, x.Rank, "Flatten"), last = ShapeMath.Axis(endDim, x.Rank, "Flatten");
            if (first > last)
            {
                throw new ArgumentOutOfRangeException(nameof(startDim), startDim, $"Flatten got dimensions {startDim} to {endDim} of a tensor of shape {ShapeMath.Format(x.Sizes)}; the first must not come after the last.");
            }

            if (x.Rank == 0)
            {
                return ReshapeTo(x, [1]);
            }

            int product = 1;
            for (int i = first; i <= last; i++)
            {
                product *= x.Sizes[i];
            }

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
        Tensor source = x.IsContiguous ? x : x.Contiguous();
        return Make(source, sizes, ShapeMath.Strides(sizes));
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

    private static int[] Infer(Tensor x, ReadOnlySpan<int> shape, string what)
    {
        int[] sizes = ShapeMath.Own(shape);
        int open = Array.IndexOf(sizes, -1);
        if (open >= 0)
        {
            sizes[open] = 1;
            int known = ShapeMath.Count(sizes);
            sizes[open] = known == 0 || x.ElementCount % known != 0 ? -1 : x.ElementCount / known;
        }

        return Array.TrueForAll(sizes, size => size >= 0) && ShapeMath.Count(sizes) == x.ElementCount
            ? sizes
            : throw new ArgumentException($"{what} got shape {ShapeMath.Format(shape)} for a tensor of shape {ShapeMath.Format(x.Sizes)}, which has {x.ElementCount} elements; the products must agree.", nameof(shape));
    }

    private sealed class ReshapeNode(Tensor x) : Node(x)
    {
        private readonly int[] _sizes = x.Sizes;

        internal override string Name => "Reshape";

        internal override void Backward(Tensor gradient) => Send(0, ReshapeTo(gradient, _sizes));
    }
}
