using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Scans;
using Gradus.Tensors.Ops.Scans;

namespace Gradus.Tensors;

/// <summary>Running products along a dimension.</summary>
public static class CumulativeProducts
{
    extension(Tensor x)
    {
        /// <summary>yᵢ = x₀ · ... · xᵢ along a dimension; integers and bools are multiplied as int64. The gradient is right where elements are 0, too.</summary>
        /// <param name="dim">The dimension.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public Tensor CumProd(int dim)
        {
            int axis = Scans.Axis(x, dim, "CumProd");
            Tensor y = Scans.Run<ScanProduct>(x, axis, false, "CumProd");
            if (Recording.Of(x))
            {
                y.Node = new CumProdNode(x, y, axis);
            }

            return y;
        }
    }

    private sealed class CumProdNode : Node
    {
        private readonly int _axis;

        internal CumProdNode(Tensor x, Tensor y, int axis)
            : base(x)
        {
            _axis = axis;
            Save(x, y);
        }

        internal override string Name => "CumProd";

        // Σ over k ≥ i of g_k y_k / x_i.
        internal override void Backward(Tensor gradient)
        {
            Tensor x = Saved0;
            if (x.Rank == 0)
            {
                Send(0, gradient);
                return;
            }

            Send(0, x.Detach().Equal(0).Any().Item() == 0 ? CumulativeSums.Reverse(gradient * Saved1, _axis) / x : WithZeros(x, gradient, _axis));
        }

        // Where a division is not possible: for each i the product before it, times Σ over k ≥ i of g_k times the product between, which starts at 1.
        private static Tensor WithZeros(Tensor x, Tensor gradient, int axis)
        {
            int length = x.Sizes[axis];
            Tensor one = Expanding.ExpandTo(Tensor.Scalar(1, x.DType), Shapes.ShapeMath.With(x.Sizes, axis, 1));
            Tensor before = Tensor.Cat([one, x.Narrow(axis, 0, length - 1)], axis).CumProd(axis);
            Tensor[] parts = new Tensor[length];
            for (int i = 0; i < length; i++)
            {
                Tensor between = Tensor.Cat([one, x.Narrow(axis, i + 1, length - i - 1)], axis).CumProd(axis);
                parts[i] = before.Narrow(axis, i, 1) * (gradient.Narrow(axis, i, length - i) * between).Sum(axis, true);
            }

            return Tensor.Cat(parts, axis);
        }
    }
}
