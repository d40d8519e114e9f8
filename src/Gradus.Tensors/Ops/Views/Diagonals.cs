using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Diagonals, as views and as matrices.</summary>
public static class Diagonals
{
    extension(Tensor x)
    {
        /// <summary>The elements x[.., i, .., i + offset, ..] of two dimensions, which go away; the diagonal is the new last one.</summary>
        /// <param name="offset">Which diagonal: 0 the main one, above it where positive.</param>
        /// <param name="dim1">The dimension of rows.</param>
        /// <param name="dim2">The dimension of columns.</param>
        /// <returns>A view of one dimension less; empty where the offset leads out.</returns>
        /// <exception cref="ArgumentException">Both dimensions are the same.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Diagonal(int offset = 0, int dim1 = 0, int dim2 = 1)
        {
            int row = Slicing.Dimension(x, dim1, "Diagonal", nameof(dim1)), column = Slicing.Dimension(x, dim2, "Diagonal", nameof(dim2));
            return row != column
                ? View(x, offset, row, column)
                : throw new ArgumentException($"Diagonal got dimensions {dim1} and {dim2} of shape {ShapeMath.Format(x.Sizes)}; they must be two.", nameof(dim2));
        }

        /// <summary>Matrices of zeros with the last dimension on a diagonal.</summary>
        /// <param name="offset">Which diagonal: 0 the main one, above it where positive.</param>
        /// <param name="dim1">Where the dimension of rows stands in the result.</param>
        /// <param name="dim2">Where the dimension of columns stands in the result.</param>
        /// <returns>A new tensor of one dimension more.</returns>
        /// <exception cref="ArgumentException">Both dimensions are the same.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor DiagEmbed(int offset = 0, int dim1 = -2, int dim2 = -1)
        {
            int last = Slicing.Dimension(x, -1, "DiagEmbed", nameof(x));
            int row = ShapeMath.Axis(dim1, x.Rank + 1, "DiagEmbed", nameof(dim1)), column = ShapeMath.Axis(dim2, x.Rank + 1, "DiagEmbed", nameof(dim2));
            if (row == column)
            {
                throw new ArgumentException($"DiagEmbed got dimensions {dim1} and {dim2}; they must be two.", nameof(dim2));
            }

            List<int> sizes = [.. x.Sizes[..last]];
            int edge = x.Sizes[last] + Math.Abs(offset);
            sizes.Insert(Math.Min(row, column), edge);
            sizes.Insert(Math.Max(row, column), edge);
            return Embed(x, ShapeMath.Own([.. sizes]), offset, row, column);
        }

        /// <summary>The sum of the diagonal of a matrix.</summary>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The tensor is no matrix.</exception>
        public Tensor Trace() => x.Rank == 2
            ? x.Diagonal().Sum()
            : throw new ArgumentException($"Trace needs a matrix; got shape {ShapeMath.Format(x.Sizes)}.");
    }

    private static Tensor View(Tensor x, int offset, int row, int column)
    {
        x.CheckAlive();
        long length = Math.Min(x.Sizes[row] + (long)Math.Min(0, offset), x.Sizes[column] - (long)Math.Max(0, offset));
        int count = (int)Math.Max(0, length);
        int start = count == 0 ? 0 : offset >= 0 ? offset * x.Steps[column] : -offset * x.Steps[row];
        List<int> sizes = [], steps = [];
        for (int i = 0; i < x.Rank; i++)
        {
            if (i != row && i != column)
            {
                sizes.Add(x.Sizes[i]);
                steps.Add(x.Steps[i]);
            }
        }

        Tensor y = new(x.Block, x.Offset + start, [.. sizes, count], [.. steps, x.Steps[row] + x.Steps[column]], x.DType);
        if (Recording.Of(x))
        {
            y.Node = new DiagonalNode(x, offset, row, column);
        }

        return y;
    }

    /// <summary>Zeros of a shape with a diagonal laid in: the gradient of Diagonal, whose gradient is Diagonal.</summary>
    private static Tensor Embed(Tensor diagonal, int[] sizes, int offset, int row, int column)
    {
        Tensor y = Tensor.Zeros(diagonal.DType, sizes);
        using (NoGrad.Enter())
        {
            View(y, offset, row, column).CopyFrom(diagonal);
        }

        if (Recording.Of(diagonal))
        {
            y.Node = new DiagEmbedNode(diagonal, offset, row, column);
        }

        return y;
    }

    private sealed class DiagonalNode(Tensor x, int offset, int row, int column) : Node(x)
    {
        private readonly int[] _sizes = x.Sizes;

        internal override string Name => "Diagonal";

        internal override void Backward(Tensor gradient) => Send(0, Embed(gradient, _sizes, offset, row, column));
    }

    private sealed class DiagEmbedNode(Tensor diagonal, int offset, int row, int column) : Node(diagonal)
    {
        internal override string Name => "DiagEmbed";

        internal override void Backward(Tensor gradient) => Send(0, View(gradient, offset, row, column));
    }
}
