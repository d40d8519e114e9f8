using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>A tensor cut into several, all of them views.</summary>
public static class Splitting
{
    extension(Tensor x)
    {
        /// <summary>Pieces of one size along a dimension; the last is smaller where the size does not divide it.</summary>
        /// <param name="splitSize">The size of a piece, at least 1.</param>
        /// <param name="dim">The dimension; 0 by default.</param>
        /// <returns>The pieces, in order.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The size is below 1, or there is no such dimension.</exception>
        public Tensor[] Split(int splitSize, int dim = 0)
        {
            if (splitSize < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(splitSize), splitSize, "Split needs pieces of size 1 or more.");
            }

            int axis = Slicing.Dimension(x, dim, "Split"), size = x.Sizes[axis];
            int[] sizes = new int[Math.Max(1, (int)(((long)size + splitSize - 1) / splitSize))];
            for (int i = 0; i < sizes.Length; i++)
            {
                sizes[i] = Math.Min(splitSize, size - (i * splitSize));
            }

            return Cut(x, axis, sizes);
        }

        /// <summary>Pieces of given sizes along a dimension.</summary>
        /// <param name="sizes">The sizes, which sum to the dimension's.</param>
        /// <param name="dim">The dimension; 0 by default.</param>
        /// <returns>The pieces, in order.</returns>
        /// <exception cref="ArgumentException">The sizes do not sum to the dimension's.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor[] Split(ReadOnlySpan<int> sizes, int dim = 0)
        {
            int axis = Slicing.Dimension(x, dim, "Split");
            long total = 0;
            bool negative = false;
            foreach (int size in sizes)
            {
                negative |= size < 0;
                total += size;
            }

            if (negative || total != x.Sizes[axis])
            {
                throw new ArgumentException($"Split got sizes {ShapeMath.Format(sizes)} for dimension {dim} of shape {ShapeMath.Format(x.Sizes)}; they must sum to {x.Sizes[axis]}.", nameof(sizes));
            }

            return Cut(x, axis, sizes);
        }

        /// <summary>At most so many pieces of equal size along a dimension; the last is smaller where the size does not divide it.</summary>
        /// <param name="chunks">How many at most, at least 1.</param>
        /// <param name="dim">The dimension; 0 by default.</param>
        /// <returns>The pieces, in order; fewer where fewer suffice.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The count is below 1, or there is no such dimension.</exception>
        public Tensor[] Chunk(int chunks, int dim = 0)
        {
            if (chunks < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(chunks), chunks, "Chunk needs 1 piece or more.");
            }

            int size = x.Sizes[Slicing.Dimension(x, dim, "Chunk")];
            return x.Split(Math.Max(1, (int)(((long)size + chunks - 1) / chunks)), dim);
        }

        /// <summary>One view for each index of a dimension, which goes away.</summary>
        /// <param name="dim">The dimension; 0 by default.</param>
        /// <returns>The slices, in order.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor[] Unbind(int dim = 0)
        {
            int axis = Slicing.Dimension(x, dim, "Unbind");
            int[] ones = new int[x.Sizes[axis]];
            Array.Fill(ones, 1);
            Tensor[] slices = Cut(x, axis, ones);
            for (int i = 0; i < slices.Length; i++)
            {
                slices[i] = slices[i].Squeeze(axis);
            }

            return slices;
        }
    }

    // Views of all of x, in order. They share one node, so that the gradient is put together once instead of being a sum of mostly zeros for each.
    private static Tensor[] Cut(Tensor x, int axis, ReadOnlySpan<int> sizes)
    {
        Tensor[] pieces = new Tensor[sizes.Length];
        Tensor source = x.Detach();
        int start = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            pieces[i] = source.Narrow(axis, start, sizes[i]);
            start += sizes[i];
        }

        if (Recording.Of(x) && pieces.Length > 0)
        {
            new SplitNode(x, axis, pieces).Attach(pieces);
        }

        return pieces;
    }

    private sealed class SplitNode(Tensor x, int axis, Tensor[] pieces) : MultiOutputNode([x])
    {
        private readonly int[][] _sizes = [.. pieces.Select(piece => piece.Sizes)];
        private readonly DType _dtype = x.DType;

        internal override string Name => "Split";

        protected override void Backward(Tensor?[] gradients)
        {
            Tensor[] parts = new Tensor[gradients.Length];
            for (int i = 0; i < parts.Length; i++)
            {
                parts[i] = gradients[i] ?? Tensor.Zeros(_dtype, _sizes[i]);
            }

            Send(0, Tensor.Cat(parts, axis));
        }
    }
}
