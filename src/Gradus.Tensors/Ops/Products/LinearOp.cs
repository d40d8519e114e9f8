using System.Numerics;
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
        public Tensor Linear(Tensor weight, Tensor? bias = null, bool relu = false) => x.Linear(weight, bias, relu ? Activation.Relu : Activation.None);

        /// <summary>activation(x Wᵀ + b) in one pass; the same bits as the two operators one after the other.</summary>
        /// <param name="weight">W, of shape [out, in].</param>
        /// <param name="bias">b, of shape [out], or null for none.</param>
        /// <param name="activation">What is applied to the result.</param>
        /// <returns>For x of shape [.., in] a tensor of shape [.., out].</returns>
        /// <exception cref="ArgumentException">Shapes do not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such activation.</exception>
        public Tensor Linear(Tensor weight, Tensor? bias, Activation activation)
        {
            ArgumentNullException.ThrowIfNull(weight);
            if (activation is < Activation.None or > Activation.Gelu)
            {
                throw new ArgumentOutOfRangeException(nameof(activation), activation, "Linear knows None, Relu, Tanh, Sigmoid and Gelu; apply any other function to its result.");
            }

            if (weight.Rank != 2 || x.Rank == 0 || x.Sizes[^1] != weight.Sizes[1] || (bias is not null && (bias.Rank != 1 || bias.Sizes[0] != weight.Sizes[0])))
            {
                string shape = bias is null ? "none" : ShapeMath.Format(bias.Sizes);
                throw new ArgumentException(
                    $"Linear got an input of shape {ShapeMath.Format(x.Sizes)}, a weight of shape {ShapeMath.Format(weight.Sizes)} and a bias of shape {shape}; they must be [.., in], [out, in] and [out].", nameof(weight));
            }

            bool fits = x.DType is DType.Float32 or DType.Float64 && weight.DType == x.DType && (bias is null || bias.DType == x.DType);
            bool records = Recording.Of(x, weight, bias);
            if (!fits)
            {
                Tensor product = x.MatMul(weight.T());
                return Activate(bias is null ? product : product + bias, activation);
            }

            if (records && activation == Activation.Gelu)
            {
                // Its gradient needs what came before it.
                return x.Linear(weight, bias, Activation.None).Gelu();
            }

            Tensor y = x.DType == DType.Float32 ? Forward<float>(x, weight, bias, activation) : Forward<double>(x, weight, bias, activation);
            if (records)
            {
                y.Node = new LinearNode(x, weight, bias, y, activation);
            }

            return y;
        }
    }

    private static Tensor Activate(Tensor x, Activation activation) => activation switch
    {
        Activation.Relu => x.Relu(),
        Activation.Tanh => x.Tanh(),
        Activation.Sigmoid => x.Sigmoid(),
        Activation.Gelu => x.Gelu(),
        _ => x,
    };

    /// <summary>The tensor as a matrix whose rows are its last dimension; a view where its strides allow it.</summary>
    private static Tensor Rows(Tensor x) => x.Rank == 2 ? x : x.Reshape(ShapeMath.Count(x.Sizes[..^1]), x.Sizes[^1]);

    private static Tensor Forward<T>(Tensor x, Tensor weight, Tensor? bias, Activation activation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = weight.Sizes[0];
        Tensor y = Tensor.Empty([.. x.Sizes[..^1], n], x.DType), rows = Rows(x.Detach());
        bias = bias?.Detach().Contiguous();
        GemmCall<T> call = new()
        {
            A = rows.Pointer<T>(),
            RowA = rows.Steps[0],
            ColumnA = rows.Steps[1],
            B = weight.Pointer<T>(),
            RowB = weight.Steps[1],
            ColumnB = weight.Steps[0],
            C = y.Pointer<T>(),
            RowC = n,
            M = rows.Sizes[0],
            N = n,
            K = weight.Sizes[1],
            Bias = bias is null ? null : bias.Pointer<T>(),
            Activation = activation,
        };
        GemmParallel.Run(IsaTable.Current, call);
        GC.KeepAlive(rows);
        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
        return y;
    }

    /// <summary>gz = gy · activation'(z), then gx = gz W, gW = gzᵀ x, gb = Σ rows of gz; the last two are written straight into the gradients of leaves.</summary>
    private sealed class LinearNode : Node
    {
        private readonly Activation _activation;

        internal LinearNode(Tensor x, Tensor weight, Tensor? bias, Tensor y, Activation activation)
            : base(x, weight, bias)
        {
            _activation = activation;
            Save(x, weight, activation == Activation.None ? null : y);
        }

        internal override string Name => "Linear";

        internal override void Backward(Tensor gradient)
        {
            Tensor gy = BeforeActivation(gradient);
            if (Needs(0))
            {
                Send(0, gy.MatMul(Saved1));
            }

            Tensor rows = Rows(gy);
            bool fused = !NoGrad.IsRecording;
            if (Needs(1))
            {
                Tensor x = Rows(Saved0);
                if (!fused)
                {
                    Send(1, rows.T().MatMul(x));
                }
                else if (gy.DType == DType.Float32)
                {
                    Weight<float>(rows, x);
                }
                else
                {
                    Weight<double>(rows, x);
                }
            }

            if (Needs(2))
            {
                if (fused && gy.DType == DType.Float32)
                {
                    Bias(rows.Contiguous());
                }
                else
                {
                    Send(2, rows.Sum(0));
                }
            }
        }

        // All of these derivatives are said by the result.
        private Tensor BeforeActivation(Tensor gradient) => _activation switch
        {
            Activation.Relu when NoGrad.IsRecording => gradient * Saved2.Detach().Greater(0).To(gradient.DType),
            Activation.Relu => ElementwiseDriver.Binary(gradient, Saved2, new LeakyReluGradientOp(0), "Linear"),
            Activation.Tanh => gradient * (1 - Saved2.Square()),
            Activation.Sigmoid => gradient * (Saved2 * (1 - Saved2)),
            _ => gradient,
        };

        private void Weight<T>(Tensor gy, Tensor x)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tensor? leaf = LeafTarget(1, out bool accumulate);
            Tensor to = leaf ?? Tensor.Empty([gy.Sizes[1], x.Sizes[1]], gy.DType);
            GemmCall<T> call = new()
            {
                A = gy.Pointer<T>(),
                RowA = gy.Steps[1],
                ColumnA = gy.Steps[0],
                B = x.Pointer<T>(),
                RowB = x.Steps[0],
                ColumnB = x.Steps[1],
                C = to.Pointer<T>(),
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
