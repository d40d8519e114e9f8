using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Dimensions in another order, as views.</summary>
public static class Permuting
{
    extension(Tensor x)
    {
        /// <summary>Exchanges two dimensions.</summary>
        /// <param name="dim0">One.</param>
        /// <param name="dim1">The other.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Transpose(int dim0, int dim1)
        {
            int first = ShapeMath.Axis(dim0, x.Rank, "Transpose", nameof(dim0)), second = ShapeMath.Axis(dim1, x.Rank, "Transpose", nameof(dim1));
            if (first == second)
            {
                return x;
            }

            int[] order = new int[x.Rank];
            for (int i = 0; i < order.Length; i++)
            {
                order[i] = i == first ? second : i == second ? first : i;
            }

            return PermuteTo(x, order);
        }

        /// <summary>The transpose of a matrix; a tensor of fewer dimensions as it is.</summary>
        /// <returns>A view.</returns>
        /// <exception cref="InvalidOperationException">The tensor has more than two dimensions.</exception>
        public Tensor T() => x.Rank <= 2
            ? x.Rank < 2 ? x : x.Transpose(0, 1)
            : throw new InvalidOperationException($"T() transposes a matrix; this tensor has shape {ShapeMath.Format(x.Sizes)}. Use Transpose(-2, -1).");

        /// <summary>The dimensions in a given order.</summary>
        /// <param name="dims">Each dimension once.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentException">A dimension is missing or comes twice.</exception>
        public Tensor Permute(params ReadOnlySpan<int> dims)
        {
            int[] order = new int[x.Rank];
            int seen = 0;
            for (int i = 0; i < dims.Length && i < order.Length; i++)
            {
                order[i] = ShapeMath.Axis(dims[i], x.Rank, "Permute", nameof(dims));
                seen |= 1 << order[i];
            }

            return dims.Length == x.Rank && seen == (1 << x.Rank) - 1
                ? PermuteTo(x, order)
                : throw new ArgumentException($"Permute got {ShapeMath.Format(dims)} for a tensor of shape {ShapeMath.Format(x.Sizes)}; each of its {x.Rank} dimensions must be named once.", nameof(dims));
        }

        /// <summary>Moves a dimension to another place; the others keep their order.</summary>
        /// <param name="source">The dimension.</param>
        /// <param name="destination">Where it stands afterwards.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Movedim(int source, int destination) => x.Movedim([source], [destination]);

        /// <summary>Moves dimensions to other places; the others keep their order.</summary>
        /// <param name="source">The dimensions.</param>
        /// <param name="destination">Where each stands afterwards.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentException">The counts differ, or a dimension comes twice.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Movedim(ReadOnlySpan<int> source, ReadOnlySpan<int> destination)
        {
            int[] order = new int[x.Rank];
            Array.Fill(order, -1);
            int taken = 0;
            bool fits = source.Length == destination.Length;
            for (int i = 0; i < source.Length && fits; i++)
            {
                int from = ShapeMath.Axis(source[i], x.Rank, "Movedim", nameof(source)), to = ShapeMath.Axis(destination[i], x.Rank, "Movedim", nameof(destination));
                if (x.Rank == 0)
                {
                    return x;
                }

                fits = order[to] < 0 && (taken >> from & 1) == 0;
                order[to] = from;
                taken |= 1 << from;
            }

            if (!fits)
            {
                throw new ArgumentException($"Movedim got {ShapeMath.Format(source)} to {ShapeMath.Format(destination)}; there must be one place for each dimension, and none twice.", nameof(destination));
            }

            int next = 0;
            for (int i = 0; i < order.Length; i++)
            {
                if (order[i] < 0)
                {
                    while ((taken >> next & 1) != 0)
                    {
                        next++;
                    }

                    order[i] = next++;
                }
            }

            return PermuteTo(x, order);
        }
    }

    private static Tensor PermuteTo(Tensor x, int[] order)
    {
        int[] sizes = new int[order.Length], steps = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            sizes[i] = x.Sizes[order[i]];
            steps[i] = x.Steps[order[i]];
        }

        x.CheckAlive();
        Tensor y = new(x.Block, x.Offset, sizes, steps, x.DType);
        if (Recording.Of(x))
        {
            y.Node = new PermuteNode(x, order);
        }

        return y;
    }

    private sealed class PermuteNode(Tensor x, int[] order) : Node(x)
    {
        internal override string Name => "Permute";

        internal override void Backward(Tensor gradient)
        {
            int[] inverse = new int[order.Length];
            for (int i = 0; i < order.Length; i++)
            {
                inverse[order[i]] = i;
            }

            Send(0, PermuteTo(gradient, inverse));
        }
    }
}
