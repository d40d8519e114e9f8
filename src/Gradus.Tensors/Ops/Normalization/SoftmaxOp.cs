using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Normalization;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Scores to probabilities.</summary>
public static unsafe class SoftmaxOp
{
    /// <summary>About how many simple operations an exponential takes.</summary>
    private const long Cost = 4;

    extension(Tensor x)
    {
        /// <summary>e^xᵢ / Σⱼ e^xⱼ along a dimension.</summary>
        /// <remarks>The largest score is taken off first, so nothing overflows. Where all scores are −∞, one is +∞ or one is NaN, the result is NaN.</remarks>
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
        Tensor source = x.Contiguous();
        Tensor y = Tensor.EmptyLike(source);
        (int outer, int length, int inner) = Split(y.Sizes, axis);
        if (x.DType == DType.Float64)
        {
            SoftmaxKernel.Run(source.Pointer<double>(), y.Pointer<double>(), outer, length, inner, logarithm);
        }
        else if (inner == 1)
        {
            SoftmaxRows rows = new() { X = source.Pointer<float>(), Y = y.Pointer<float>(), Length = length, Logarithm = logarithm };
            WideLanes.RunParallel(IsaTable.Current, rows, outer, Cost * length);
        }
        else
        {
            SoftmaxColumns columns = new() { X = source.Pointer<float>(), Y = y.Pointer<float>(), Length = length, Inner = inner, Logarithm = logarithm };
            WideLanes.RunParallel(IsaTable.Current, columns, outer * columns.Strips, Cost * length * WideLanes.Count);
        }

        GC.KeepAlive(source);
        if (Recording.Of(x))
        {
            y.Node = logarithm ? new LogSoftmaxNode(x, y, axis) : new SoftmaxNode(x, y, axis);
        }

        return y;
    }

    private static (int Outer, int Length, int Inner) Split(int[] sizes, int axis)
    {
        int outer = 1, inner = 1;
        for (int i = 0; i < sizes.Length; i++)
        {
            if (i < axis)
            {
                outer *= sizes[i];
            }
            else if (i > axis)
            {
                inner *= sizes[i];
            }
        }

        return (outer, sizes.Length == 0 ? 1 : sizes[axis], inner);
    }

    private static Tensor Gradient(Tensor y, Tensor gradient, int axis, bool logarithm)
    {
        Tensor gy = gradient.Contiguous(), gx = Tensor.EmptyLike(y);
        (int outer, int length, int inner) = Split(y.Sizes, axis);
        if (inner == 1)
        {
            SoftmaxRowsGradient rows = new() { Factor = 1, Y = y.Pointer<float>(), GradientY = gy.Pointer<float>(), GradientX = gx.Pointer<float>(), Length = length, Logarithm = logarithm };
            WideLanes.RunParallel(IsaTable.Current, rows, outer, (logarithm ? Cost : 1) * length);
        }
        else
        {
            SoftmaxColumns columns = new() { Y = y.Pointer<float>(), GradientY = gy.Pointer<float>(), GradientX = gx.Pointer<float>(), Length = length, Inner = inner, Logarithm = logarithm };
            WideLanes.RunParallel(IsaTable.Current, columns, outer * columns.Strips, (logarithm ? Cost : 1) * length * WideLanes.Count);
        }

        GC.KeepAlive(y);
        GC.KeepAlive(gy);
        return gx;
    }

    private static bool IsFused(Tensor y) => y.DType == DType.Float32 && !NoGrad.IsRecording;

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
            Send(0, IsFused(y) ? Gradient(y, gradient, _axis, false) : y * (gradient - (gradient * y).Sum(_axis, true)));
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
        internal override void Backward(Tensor gradient) =>
            Send(0, IsFused(Saved0) ? Gradient(Saved0, gradient, _axis, true) : gradient - (Saved0.Exp() * gradient.Sum(_axis, true)));
    }
}
