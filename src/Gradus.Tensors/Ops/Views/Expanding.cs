using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Broadcasting by hand, and its gradient.</summary>
public static class Expanding
{
    extension(Tensor x)
    {
        /// <summary>Repeats dimensions of size 1 and adds leading ones, without copying.</summary>
        /// <param name="shape">The new sizes; −1 keeps a size.</param>
        /// <returns>A view with strides of 0.</returns>
        /// <exception cref="ArgumentException">The tensor does not broadcast to the shape.</exception>
        public Tensor Expand(params ReadOnlySpan<int> shape)
        {
            int[] sizes = ShapeMath.Own(shape);
            int lead = sizes.Length - x.Rank;
            bool fits = lead >= 0;
            for (int i = 0; i < sizes.Length && fits; i++)
            {
                int own = i < lead ? 1 : x.Sizes[i - lead];
                if (sizes[i] == -1 && i >= lead)
                {
                    sizes[i] = own;
                }

                fits = sizes[i] >= 0 && (own == sizes[i] || own == 1);
            }

            return fits
                ? ExpandTo(x, sizes)
                : throw new ArgumentException($"Expand got shape {ShapeMath.Format(shape)} for a tensor of shape {ShapeMath.Format(x.Sizes)}; aligned at the end, each size must be equal or 1.", nameof(shape));
        }
    }

    internal static Tensor ExpandTo(Tensor x, int[] sizes)
    {
        if (x.Sizes.AsSpan().SequenceEqual(sizes))
        {
            return x;
        }

        int[] steps = new int[sizes.Length];
        ShapeMath.ExpandStrides(x.Sizes, x.Steps, sizes, steps);
        x.CheckAlive();
        ShapeMath.Count(sizes);
        Tensor y = new(x.Block, x.Offset, sizes, steps, x.DType);
        if (Recording.Of(x))
        {
            y.Node = new ExpandNode(x);
        }

        return y;
    }

    /// <summary>Sums what broadcasting repeated: the gradient of broadcasting.</summary>
    internal static Tensor SumTo(this Tensor x, int[] sizes)
    {
        if (x.Sizes == sizes || x.Sizes.AsSpan().SequenceEqual(sizes))
        {
            return x;
        }

        int lead = x.Rank - sizes.Length;
        Span<int> dims = stackalloc int[ShapeMath.MostDimensions];
        int count = 0;
        for (int i = 0; i < x.Rank; i++)
        {
            if (i < lead || (sizes[i - lead] == 1 && x.Sizes[i] != 1))
            {
                dims[count++] = i;
            }
        }

        return Reshaping.ReshapeTo(count == 0 ? x : x.Sum(dims[..count]), sizes);
    }

    private sealed class ExpandNode(Tensor x) : Node(x)
    {
        private readonly int[] _sizes = x.Sizes;

        internal override string Name => "Expand";

        internal override void Backward(Tensor gradient) => Send(0, gradient.SumTo(_sizes));
    }
}
