using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Products;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>The affine map of a dense layer.</summary>
public static unsafe class LinearOp
{
    extension(Tensor x)
    {
        /// <summary>y = x Wᵀ + b, PyTorch's <c>F.linear</c>, with max(0, y) in the same pass where wanted.</summary>
        /// <param name="weight">W, of shape [out, in].</param>
        /// <param name="bias">b, of shape [out]; none by default.</param>
        /// <param name="relu">Whether max(0, ·) is applied to the result.</param>
        /// <returns>For x of shape [.., in] a tensor of shape [.., out].</returns>
        /// <exception cref="ArgumentException">Shapes do not fit.</exception>
        public Tensor Linear(Tensor weight, Tensor? bias = null, bool relu = false)
        {
            ArgumentNullException.ThrowIfNull(weight);
            if (weight.Rank != 2 || x.Rank == 0 || x.Sizes[^1] != weight.Sizes[1] || (bias is not null && (bias.Rank != 1 || bias.Sizes[0] != weight.Sizes[0])))
            {
                string shape = bias is null ? "none" : ShapeMath.Format(bias.Sizes);
                throw new ArgumentException(
                    $"Linear got an input of shape {ShapeMath.Format(x.Sizes)}, a weight of shape {ShapeMath.Format(weight.Sizes)} and a bias of shape {shape}; they must be [.., in], [out, in] and [out].", nameof(weight));
            }

            bool fused = x.Rank == 2 && x.DType == DType.Float32 && weight.DType == DType.Float32 && (bias is null || (bias.DType == DType.Float32 && bias.IsContiguous));
            if (fused)
            {
                Tensor y = Forward(x, weight, bias, relu);
                if (Recording.Of(x, weight, bias))
                {
                    y.Node = new LinearNode(x, weight, bias, relu ? y : null);
                }

                return y;
            }

            Tensor product = x.MatMul(weight.T());
            Tensor shifted = bias is null ? product : product + bias;
            return relu ? shifted.Relu() : shifted;
        }
    }

    private static Tensor Forward(Tensor x, Tensor weight, Tensor? bias, bool relu)
    {
        int m = x.Sizes[0], n = weight.Sizes[0];
        Tensor y = Tensor.Empty([m, n], DType.Float32);
        GemmCall<float> call = new()
        {
            A = x.Pointer<float>(),
            RowA = x.Steps[0],
            ColumnA = x.Steps[1],
            B = weight.Pointer<float>(),
            RowB = weight.Steps[1],
            ColumnB = weight.Steps[0],
            C = y.Pointer<float>(),
            RowC = n,
            M = m,
            N = n,
            K = weight.Sizes[1],
            Bias = bias is null ? null : bias.Pointer<float>(),
            Relu = relu,
        };
        GemmParallel.Run(IsaTable.Current, call);
        GC.KeepAlive(x);
        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
        return y;
    }

    /// <summary>gx = gy W, gW = gyᵀ x, gb = Σ rows of gy; the last two are written straight into the gradients of leaves.</summary>
    private sealed class LinearNode : Node
    {
        private readonly bool _relu;

        internal LinearNode(Tensor x, Tensor weight, Tensor? bias, Tensor? y)
            : base(x, weight, bias)
        {
            _relu = y is not null;
            Save(x, weight, y);
        }

        internal override string Name => "Linear";

        internal override void Backward(Tensor gradient)
        {
            Tensor gy = _relu ? Masked(gradient, Saved2) : gradient;
            if (NoGrad.IsRecording)
            {
                Compose(gy);
                return;
            }

            if (Needs(0))
            {
                Send(0, gy.MatMul(Saved1));
            }

            if (Needs(1))
            {
                Weight(gy, Saved0);
            }

            if (Needs(2))
            {
                Bias(gy.Contiguous());
            }
        }

        private static Tensor Masked(Tensor gradient, Tensor y) => NoGrad.IsRecording
            ? gradient * y.Detach().Greater(0).To(DType.Float32)
            : ElementwiseDriver.Binary(gradient, y, new LeakyReluGradientOp(0), "Linear");

        private void Compose(Tensor gy)
        {
            if (Needs(0))
            {
                Send(0, gy.MatMul(Saved1));
            }

            if (Needs(1))
            {
                Send(1, gy.T().MatMul(Saved0));
            }

            if (Needs(2))
            {
                Send(2, gy.Sum(0));
            }
        }

        private void Weight(Tensor gy, Tensor x)
        {
            Tensor? leaf = LeafTarget(1, out bool accumulate);
            Tensor to = leaf ?? Tensor.Empty([gy.Sizes[1], x.Sizes[1]], DType.Float32);
            GemmCall<float> call = new()
            {
                A = gy.Pointer<float>(),
                RowA = gy.Steps[1],
                ColumnA = gy.Steps[0],
                B = x.Pointer<float>(),
                RowB = x.Steps[0],
                ColumnB = x.Steps[1],
                C = to.Pointer<float>(),
                RowC = x.Sizes[1],
                M = gy.Sizes[1],
                N = x.Sizes[1],
                K = x.Sizes[0],
                Accumulate = accumulate,
            };
            GemmParallel.Run(IsaTable.Current, call);
            GC.KeepAlive(gy);
            GC.KeepAlive(x);
            if (leaf is null)
            {
                Send(1, to);
            }
        }

        private void Bias(Tensor gy)
        {
            Tensor? leaf = LeafTarget(2, out bool accumulate);
            Tensor to = leaf ?? Tensor.Empty([gy.Sizes[1]], DType.Float32);
            ColumnSumKernel.Run(IsaTable.Current, gy.Pointer<float>(), to.Pointer<float>(), gy.Sizes[0], gy.Sizes[1], accumulate);
            GC.KeepAlive(gy);
            if (leaf is null)
            {
                Send(2, to);
            }
        }
    }
}
