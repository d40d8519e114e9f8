using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Products;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Products of matrices.</summary>
public static unsafe class MatrixProduct
{
    extension(Tensor x)
    {
        /// <summary>
        /// The matrix product as PyTorch's <c>matmul</c>: [.., M, K] by [.., K, N] gives [.., M, N], leading dimensions broadcast; a vector counts as a row on the left and as a column on the right,
        /// and its dimension goes away. Transposed views are multiplied without a copy.
        /// </summary>
        /// <param name="other">The right factor.</param>
        /// <returns>The product.</returns>
        /// <exception cref="ArgumentException">Inner sizes differ, leading sizes do not broadcast, or a factor is a single number.</exception>
        public Tensor MatMul(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            Tensor a = x, b = other;
            Arithmetic.Unify(ref a, ref b);
            (a, b) = (Arithmetic.Real(a), Arithmetic.Real(b));
            int inner = a.Rank == 0 || b.Rank == 0 ? -1 : b.Sizes[Math.Max(0, b.Rank - 2)];
            if (inner < 0 || a.Sizes[^1] != inner)
            {
                throw new ArgumentException(
                    $"MatMul got shapes {ShapeMath.Format(x.Sizes)} and {ShapeMath.Format(other.Sizes)}; the last size of the left must equal the last but one of the right. Is a transpose missing?", nameof(other));
            }

            if (a.Rank == 1)
            {
                return a.Unsqueeze(0).MatMul(b).Squeeze(b.Rank == 1 ? 0 : -2);
            }

            if (b.Rank == 1)
            {
                return a.MatMul(b.Unsqueeze(1)).Squeeze(-1);
            }

            Tensor y = a.Rank == 2 && b.Rank == 2 ? Single(a, b) : Batched(a, b);
            if (Recording.Of(a, b))
            {
                y.Node = new MatMulNode(a, b);
            }

            return y;
        }
    }

    private static Tensor Single(Tensor a, Tensor b)
    {
        Tensor y = Tensor.Empty([a.Sizes[0], b.Sizes[1]], a.DType);
        Multiply(a, 0, b, 0, y, 0);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return y;
    }

    private static Tensor Batched(Tensor a, Tensor b)
    {
        int[] lead = ShapeMath.Broadcast(a.Sizes[..^2], b.Sizes[..^2], "MatMul");
        int m = a.Sizes[^2], k = a.Sizes[^1], n = b.Sizes[^1];
        Tensor left = Expanding.ExpandTo(a.Detach(), [.. lead, m, k]), right = Expanding.ExpandTo(b.Detach(), [.. lead, k, n]);
        Tensor y = Tensor.Empty([.. lead, m, n], a.DType);
        Span<int> index = stackalloc int[ShapeMath.MostDimensions];
        index.Clear();
        int count = ShapeMath.Count(lead);
        for (int i = 0; i < count; i++)
        {
            nint offsetA = 0, offsetB = 0;
            for (int d = 0; d < lead.Length; d++)
            {
                offsetA += (nint)index[d] * left.Steps[d];
                offsetB += (nint)index[d] * right.Steps[d];
            }

            Multiply(left, offsetA, right, offsetB, y, (nint)i * m * n);
            for (int d = lead.Length - 1; d >= 0 && ++index[d] == lead[d]; d--)
            {
                index[d] = 0;
            }
        }

        GC.KeepAlive(left);
        GC.KeepAlive(right);
        return y;
    }

    private static void Multiply(Tensor a, nint offsetA, Tensor b, nint offsetB, Tensor y, nint offsetY)
    {
        nint m = a.Sizes[^2], k = a.Sizes[^1], n = b.Sizes[^1];
        if (a.DType == DType.Float32)
        {
            GemmCall call = new()
            {
                A = a.Pointer<float>() + offsetA,
                RowA = a.Steps[^2],
                ColumnA = a.Steps[^1],
                B = b.Pointer<float>() + offsetB,
                RowB = b.Steps[^2],
                ColumnB = b.Steps[^1],
                C = y.Pointer<float>() + offsetY,
                RowC = n,
                M = m,
                N = n,
                K = k,
            };
            GemmParallel.Run(IsaTable.Current, call);
        }
        else
        {
            GemmDouble.Run(a.Pointer<double>() + offsetA, a.Steps[^2], a.Steps[^1], b.Pointer<double>() + offsetB, b.Steps[^2], b.Steps[^1], y.Pointer<double>() + offsetY, n, m, n, k, false);
        }
    }

    private sealed class MatMulNode : Node
    {
        internal MatMulNode(Tensor a, Tensor b)
            : base(a, b) => Save(a, b);

        internal override string Name => "MatMul";

        internal override void Backward(Tensor gradient)
        {
            if (Needs(0))
            {
                Send(0, gradient.MatMul(Saved1.Transpose(-2, -1)).SumTo(Saved0.Sizes));
            }

            if (Needs(1))
            {
                Send(1, Saved0.Transpose(-2, -1).MatMul(gradient).SumTo(Saved1.Sizes));
            }
        }
    }
}
