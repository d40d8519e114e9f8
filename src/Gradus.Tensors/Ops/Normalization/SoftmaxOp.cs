using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Normalization;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Scores to probabilities.</summary>
public static unsafe class SoftmaxOp
{
    extension(Tensor x)
    {
        /// <summary>e^xᵢ / Σⱼ e^xⱼ along a dimension.</summary>
        /// <param name="dim">The dimension whose elements sum to 1 afterwards.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Softmax(int dim) => Run(Arithmetic.Real(x), dim, false);

        /// <summary>ln Softmax(x), computed as x − max − ln Σ e^(x − max).</summary>
        /// <param name="dim">The dimension.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor LogSoftmax(int dim) => Run(Arithmetic.Real(x), dim, true);
    }

    private static Tensor Run(Tensor x, int dim, bool logarithm)
    {
        int axis = ShapeMath.Axis(dim, x.Rank, logarithm ? "LogSoftmax" : "Softmax");
        bool moved = axis != Math.Max(0, x.Rank - 1);
        Tensor source = (moved ? x.Detach().Transpose(axis, -1) : x).Contiguous();
        Tensor y = Tensor.EmptyLike(source);
        int length = x.Rank == 0 ? 1 : x.Sizes[axis];
        int rows = length == 0 ? 0 : x.ElementCount / length;
        if (x.DType == DType.Float32)
        {
            SoftmaxKernel.Run(source.Pointer<float>(), y.Pointer<float>(), rows, length, logarithm);
        }
        else
        {
            SoftmaxKernel.Run(source.Pointer<double>(), y.Pointer<double>(), rows, length, logarithm);
        }

        GC.KeepAlive(source);
        y = moved ? y.Transpose(axis, -1).Contiguous() : y;
        if (Recording.Of(x))
        {
            y.Node = logarithm ? new LogSoftmaxNode(x, y, axis) : new SoftmaxNode(x, y, axis);
        }

        return y;
    }

    private sealed class SoftmaxNode : Node
    {
        private readonly int _axis;

        internal SoftmaxNode(Tensor x, Tensor y, int axis)
            : base(x)
        {
            _axis = axis;
            Save(y);
        }

        internal override string Name => "Softmax";

        // y ∘ (g − Σ g ∘ y)
        internal override void Backward(Tensor gradient)
        {
            Tensor y = Saved0;
            Send(0, y * (gradient - (gradient * y).Sum(_axis, true)));
        }
    }

    private sealed class LogSoftmaxNode : Node
    {
        private readonly int _axis;

        internal LogSoftmaxNode(Tensor x, Tensor y, int axis)
            : base(x)
        {
            _axis = axis;
            Save(y);
        }

        internal override string Name => "LogSoftmax";

        // g − softmax(x) Σ g
        internal override void Backward(Tensor gradient) => Send(0, gradient - (Saved0.Exp() * gradient.Sum(_axis, true)));
    }
}
