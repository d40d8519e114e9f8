using System.Numerics;
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
        /// and its dimension goes away. Transposed views are multiplied without a copy. Integers are multiplied as integers, exactly unless a sum overflows, in plain loops.
        /// </summary>
        /// <param name="other">The right factor.</param>
        /// <returns>The product.</returns>
        /// <exception cref="ArgumentException">Inner sizes differ, leading sizes do not broadcast, or a factor is a single number.</exception>
        public Tensor MatMul(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            Tensor a = x, b = other;
            Arithmetic.Unify(ref a, ref b);
            bool whole = a.DType is DType.Int64 or DType.Int32;
            (a, b) = whole ? (a, b) : (Arithmetic.Real(a), Arithmetic.Real(b));
            if (a.Rank == 0 || b.Rank == 0)
            {
                throw new ArgumentException($"MatMul got shapes {ShapeMath.Format(x.Sizes)} and {ShapeMath.Format(other.Sizes)}; a single number is no matrix. Multiply by it with *.", nameof(other));
            }

            int inner = b.Sizes[Math.Max(0, b.Rank - 2)];
            if (a.Sizes[^1] != inner)
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

            if (whole)
            {
                return WholeNumbers(a, b);
            }

            Tensor y = Product(a, b);
            if (Recording.Of(a, b))
            {
                y.Node = new MatMulNode(a, b);
            }

            return y;
        }
    }

    /// <summary>The product of int64 or int32 matrices, in int64.</summary>
    private static Tensor WholeNumbers(Tensor a, Tensor b)
    {
        int[] lead = ShapeMath.Broadcast(a.Sizes[..^2], b.Sizes[..^2], "MatMul");
        int rows = a.Sizes[^2], inner = a.Sizes[^1], columns = b.Sizes[^1];
        Tensor left = a.To(DType.Int64).Expand([.. lead, rows, inner]).Contiguous(), right = b.To(DType.Int64).Expand([.. lead, inner, columns]).Contiguous();
        Tensor y = Tensor.Zeros(DType.Int64, [.. lead, rows, columns]);
        long* from = left.Pointer<long>(), times = right.Pointer<long>(), to = y.Pointer<long>();
        for (nint row = 0; row < (nint)ShapeMath.Product(lead) * rows; row++)
        {
            for (nint k = 0; k < inner; k++)
            {
                long factor = from[(row * inner) + k];
                long* line = times + (((row / rows * inner) + k) * columns);
                for (nint column = 0; column < columns; column++)
                {
                    to[(row * columns) + column] += factor * line[column];
                }
            }
        }

        GC.KeepAlive(left);
        GC.KeepAlive(right);
        GC.KeepAlive(y);
        return y.To(a.DType);
    }

    private static Tensor Product(Tensor a, Tensor b)
    {
        int[] lead = a.Rank == 2 && b.Rank == 2 ? [] : ShapeMath.Broadcast(a.Sizes[..^2], b.Sizes[..^2], "MatMul");
        Tensor y = lead.Length == 0 ? Tensor.Empty([a.Sizes[^2], b.Sizes[^1]], a.DType) : Tensor.Empty([.. lead, a.Sizes[^2], b.Sizes[^1]], a.DType);
        if (y.DType == DType.Float32)
        {
            Multiply<float>(a, b, y, lead.Length);
        }
        else
        {
            Multiply<double>(a, b, y, lead.Length);
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return y;
    }

    private static void Multiply<T>(Tensor a, Tensor b, Tensor y, int lead)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GemmCall<T> call = new()
        {
            A = a.Pointer<T>(),
            RowA = a.Steps[^2],
            ColumnA = a.Steps[^1],
            B = b.Pointer<T>(),
            RowB = b.Steps[^2],
            ColumnB = b.Steps[^1],
            C = y.Pointer<T>(),
            RowC = b.Sizes[^1],
            M = a.Sizes[^2],
            N = b.Sizes[^1],
            K = a.Sizes[^1],
        };
        if (lead == 0)
        {
            GemmParallel.Run(IsaTable.Current, call);
            return;
        }

        GemmBatch<T> batch = new(call);
        for (int d = 0; d < lead; d++)
        {
            batch.Add(y.Sizes[d], Step(a, d - lead - 2), Step(b, d - lead - 2), y.Steps[d]);
        }

        batch.Merge();
        GemmParallel.Run(IsaTable.Current, batch);
    }

    /// <summary>The step of a leading dimension that is counted from the end; 0 where it is broadcast.</summary>
    private static nint Step(Tensor x, int dim) => x.Rank + dim < 0 || x.Sizes[x.Rank + dim] == 1 ? 0 : x.Steps[x.Rank + dim];

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
