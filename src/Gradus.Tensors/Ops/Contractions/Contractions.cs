using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Products of vectors and matrices under the names of PyTorch; all of them are matrix products, with their speed and gradients.</summary>
public static class Contractions
{
    extension(Tensor x)
    {
        /// <summary>Σᵢ xᵢ otherᵢ of two vectors.</summary>
        /// <param name="other">A vector of the same length.</param>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">They are no vectors of one length.</exception>
        public Tensor Dot(Tensor other) => Ranks(x, other, 1, 1, "Dot", "two vectors").MatMul(other);

        /// <summary>yᵢⱼ = xᵢ otherⱼ of two vectors.</summary>
        /// <param name="other">The other vector.</param>
        /// <returns>A matrix.</returns>
        /// <exception cref="ArgumentException">They are no vectors.</exception>
        public Tensor Outer(Tensor other) => Ranks(x, other, 1, 1, "Outer", "two vectors").Unsqueeze(1) * other;

        /// <summary>The product of two matrices, [M, K] by [K, N]; <see cref="MatrixProduct.MatMul"/> for more dimensions.</summary>
        /// <param name="other">The right factor.</param>
        /// <returns>[M, N].</returns>
        /// <exception cref="ArgumentException">They are no matrices, or inner sizes differ.</exception>
        public Tensor Mm(Tensor other) => Ranks(x, other, 2, 2, "Mm", "two matrices").MatMul(other);

        /// <summary>The product of a matrix and a vector, [M, K] by [K].</summary>
        /// <param name="vector">The vector.</param>
        /// <returns>[M].</returns>
        /// <exception cref="ArgumentException">They are no matrix and vector, or inner sizes differ.</exception>
        public Tensor Mv(Tensor vector) => Ranks(x, vector, 2, 1, "Mv", "a matrix and a vector", nameof(vector)).MatMul(vector);

        /// <summary>The products of matrices in pairs, [B, M, K] by [B, K, N].</summary>
        /// <param name="other">The right factors.</param>
        /// <returns>[B, M, N].</returns>
        /// <exception cref="ArgumentException">They are no equally long series of matrices, or inner sizes differ.</exception>
        public Tensor Bmm(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return x.Rank == 3 && other.Rank == 3 && x.Sizes[0] != other.Sizes[0]
                ? throw new ArgumentException($"Bmm got {x.Sizes[0]} matrices and {other.Sizes[0]}; there must be as many on both sides. MatMul broadcasts.", nameof(other))
                : Ranks(x, other, 3, 3, "Bmm", "two series of matrices").MatMul(other);
        }

        /// <summary>The sum of products over the last dimensions of one tensor and the first of another: PyTorch's <c>tensordot</c> with a number.</summary>
        /// <param name="other">The other tensor.</param>
        /// <param name="dims">Over how many dimensions; 2 by default.</param>
        /// <returns>The dimensions of the tensor that are left, then those of the other.</returns>
        /// <exception cref="ArgumentException">The sizes differ, or there are not so many dimensions.</exception>
        public Tensor TensorDot(Tensor other, int dims = 2)
        {
            ArgumentNullException.ThrowIfNull(other);
            if (dims < 0 || dims > x.Rank || dims > other.Rank)
            {
                throw new ArgumentException($"TensorDot over {dims} dimensions got shapes {ShapeMath.Format(x.Sizes)} and {ShapeMath.Format(other.Sizes)}; both must have as many.", nameof(dims));
            }

            return x.TensorDot(other, [.. Enumerable.Range(x.Rank - dims, dims)], [.. Enumerable.Range(0, dims)]);
        }

        /// <summary>The sum of products over pairs of dimensions: PyTorch's <c>tensordot</c> with lists.</summary>
        /// <param name="other">The other tensor.</param>
        /// <param name="dims">Dimensions of the tensor.</param>
        /// <param name="otherDims">The dimension of the other that each goes with.</param>
        /// <returns>The dimensions of the tensor that are left, then those of the other.</returns>
        /// <exception cref="ArgumentException">The counts or sizes differ, or a dimension comes twice.</exception>
        public Tensor TensorDot(Tensor other, ReadOnlySpan<int> dims, ReadOnlySpan<int> otherDims)
        {
            ArgumentNullException.ThrowIfNull(other);
            int[] left = Axes(x, dims, nameof(dims)), right = Axes(other, otherDims, nameof(otherDims));
            bool fits = left.Length == right.Length && left.Distinct().Count() == left.Length && right.Distinct().Count() == right.Length;
            for (int i = 0; i < left.Length && fits; i++)
            {
                fits = x.Sizes[left[i]] == other.Sizes[right[i]];
            }

            if (!fits)
            {
                throw new ArgumentException(
                    $"TensorDot got dimensions {ShapeMath.Format(dims)} of shape {ShapeMath.Format(x.Sizes)} and {ShapeMath.Format(otherDims)} of shape {ShapeMath.Format(other.Sizes)}; they must pair up with equal sizes, none twice.",
                    nameof(dims));
            }

            int[] freeLeft = [.. Enumerable.Range(0, x.Rank).Except(left)], freeRight = [.. Enumerable.Range(0, other.Rank).Except(right)];
            int inner = left.Aggregate(1, (product, dim) => product * x.Sizes[dim]);
            int rows = freeLeft.Aggregate(1, (product, dim) => product * x.Sizes[dim]), columns = freeRight.Aggregate(1, (product, dim) => product * other.Sizes[dim]);
            Tensor a = Reshaping.ReshapeTo(x.Permute([.. freeLeft, .. left]), [rows, inner]), b = Reshaping.ReshapeTo(other.Permute([.. right, .. freeRight]), [inner, columns]);
            return Reshaping.ReshapeTo(a.MatMul(b), [.. freeLeft.Select(dim => x.Sizes[dim]), .. freeRight.Select(dim => other.Sizes[dim])]);
        }
    }

    private static int[] Axes(Tensor x, ReadOnlySpan<int> dims, string parameter)
    {
        int[] axes = new int[dims.Length];
        for (int i = 0; i < axes.Length; i++)
        {
            axes[i] = Slicing.Dimension(x, dims[i], "TensorDot", parameter);
        }

        return axes;
    }

    private static Tensor Ranks(Tensor x, Tensor other, int left, int right, string what, string needed, string parameter = "other")
    {
        ArgumentNullException.ThrowIfNull(other, parameter);
        return x.Rank == left && other.Rank == right
            ? x
            : throw new ArgumentException($"{what} got shapes {ShapeMath.Format(x.Sizes)} and {ShapeMath.Format(other.Sizes)}; it needs {needed}. MatMul takes other shapes.", parameter);
    }
}
