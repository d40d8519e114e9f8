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

            int axis = Slicing.Dimension(x, dim, "Split");
            int[] sizes = new int[Math.Max(1, (int)(((long)x.Sizes[axis] + splitSize - 1) / splitSize))];
            Array.Fill(sizes, splitSize);
            sizes[^1] = x.Sizes[axis] - ((sizes.Length - 1) * splitSize);
            return Pieces(x, sizes, axis);
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

            return Pieces(x, sizes, axis);
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
            Tensor[] slices = new Tensor[x.Sizes[axis]];
            for (int i = 0; i < slices.Length; i++)
            {
                slices[i] = x.Select(axis, i);
            }

            return slices;
        }
    }

    private static Tensor[] Pieces(Tensor x, ReadOnlySpan<int> sizes, int axis)
    {
        Tensor[] pieces = new Tensor[sizes.Length];
        using (NoGrad.Enter())
        {
            for (int i = 0, start = 0; i < pieces.Length; start += sizes[i++])
            {
                pieces[i] = x.Narrow(axis, start, sizes[i]);
            }
        }

        if (Recording.Of(x))
        {
            new SplitNode(x, axis, pieces).Attach(pieces);
        }

        return pieces;
    }

    /// <summary>The gradients of all pieces side by side, in one pass instead of one for each piece; zeros for a piece that is not used.</summary>
    private sealed class SplitNode(Tensor x, int axis, Tensor[] pieces) : MultiOutputNode([x])
    {
        private readonly int[][] _sizes = [.. pieces.Select(piece => piece.Sizes)];
        private readonly DType _type = x.DType;

        internal override string Name => "Split";

        protected override void Backward(Tensor?[] gradients)
        {
            for (int i = 0; i < gradients.Length; i++)
            {
                gradients[i] ??= Tensor.Zeros(_type, _sizes[i]);
            }

            Send(0, gradients.Length == 1 ? gradients[0]! : Tensor.Cat(gradients!, axis));
        }
    }
}
