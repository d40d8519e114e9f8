using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Pooling;
using Gradus.Tensors.Ops.Pooling;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>The mean of each window.</summary>
public static unsafe class AveragePooling
{
    extension(Tensor x)
    {
        /// <summary>The mean of each window of rows and columns, PyTorch's <c>F.avg_pool2d</c>.</summary>
        /// <param name="kernelSize">The size of a window.</param>
        /// <param name="stride">The step between windows; their size by default.</param>
        /// <param name="padding">Zeros around the input, at most half a window; 0 by default.</param>
        /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
        /// <param name="countIncludePad">Whether the zeros count in the mean; true by default.</param>
        /// <param name="divisorOverride">By what sums are divided instead of the count.</param>
        /// <returns>For x of shape [N, C, H, W] a tensor of shape [N, C, H', W'] with H' = ⌊(H + 2 · padding − kernelSize) / stride⌋ + 1, or rounded up; without N likewise.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        public Tensor AvgPool2d(Pair kernelSize, Pair? stride = null, Pair? padding = null, bool ceilMode = false, bool countIncludePad = true, int? divisorOverride = null)
        {
            if (divisorOverride is < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(divisorOverride), divisorOverride, $"AvgPool2d needs a divisor of at least 1; got {divisorOverride}.");
            }

            (PoolAxis rows, PoolAxis columns) = new PoolRequest("AvgPool2d", kernelSize, stride ?? kernelSize, padding ?? 0, 1, ceilMode).Windows(x);
            return Forward(x, new Means(rows, columns, countIncludePad, divisorOverride ?? 0));
        }

        /// <summary>The mean of each window of one dimension, PyTorch's <c>F.avg_pool1d</c>.</summary>
        /// <param name="kernelSize">The size of a window.</param>
        /// <param name="stride">The step between windows; their size when 0, the default.</param>
        /// <param name="padding">Zeros at both ends, at most half a window; 0 by default.</param>
        /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
        /// <param name="countIncludePad">Whether the zeros count in the mean; true by default.</param>
        /// <returns>For x of shape [N, C, L] or [C, L] a tensor with L' in place of L.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        public Tensor AvgPool1d(int kernelSize, int stride = 0, int padding = 0, bool ceilMode = false, bool countIncludePad = true)
        {
            Tensor lifted = Lift(x, "AvgPool1d");
            (PoolAxis rows, PoolAxis columns) = new PoolRequest("AvgPool1d", (1, kernelSize), (1, stride == 0 ? kernelSize : stride), (0, padding), 1, ceilMode).Windows(lifted);
            return Forward(lifted, new Means(rows, columns, countIncludePad, 0)).Squeeze(-2);
        }

        /// <summary>The mean of each of so many windows that share rows and columns out, PyTorch's <c>F.adaptive_avg_pool2d</c>: window i goes from ⌊i · H / H'⌋ up to ⌈(i + 1) · H / H'⌉.</summary>
        /// <param name="outputSize">How many windows; 1 for the mean of all places.</param>
        /// <returns>For x of shape [N, C, H, W] or [C, H, W] a tensor with the output size in place of H and W.</returns>
        /// <exception cref="ArgumentException">The shape or size does not fit.</exception>
        public Tensor AdaptiveAvgPool2d(Pair outputSize)
        {
            (PoolAxis rows, PoolAxis columns) = PoolRequest.Adaptive(x, outputSize, "AdaptiveAvgPool2d");
            return Forward(x, new Means(rows, columns, false, 0));
        }

        /// <summary>The mean of each of so many windows that share one dimension out, PyTorch's <c>F.adaptive_avg_pool1d</c>.</summary>
        /// <param name="outputSize">How many windows.</param>
        /// <returns>For x of shape [N, C, L] or [C, L] a tensor with the output size in place of L.</returns>
        /// <exception cref="ArgumentException">The shape or size does not fit.</exception>
        public Tensor AdaptiveAvgPool1d(int outputSize)
        {
            Tensor lifted = Lift(x, "AdaptiveAvgPool1d");
            (PoolAxis rows, PoolAxis columns) = PoolRequest.Adaptive(lifted, (1, outputSize), "AdaptiveAvgPool1d");
            return Forward(lifted, new Means(rows, columns, false, 0)).Squeeze(-2);
        }
    }

    /// <summary>One dimension as two, of which the rows are 1.</summary>
    internal static Tensor Lift(Tensor x, string what) => x.Rank is 2 or 3
        ? x.Unsqueeze(-2)
        : throw new ArgumentException($"{what} got an input of shape {ShapeMath.Format(x.Sizes)}; it must be [batch, channels, length] or [channels, length].");

    private static Tensor Forward(Tensor x, Means means)
    {
        Tensor source = x.Contiguous(), y = Tensor.Empty(PoolRequest.Result(x, means.Rows, means.Columns), x.DType);
        if (x.DType == DType.Float32)
        {
            AveragePoolKernel.Forward(source.Pointer<float>(), y.Pointer<float>(), PoolRequest.Planes(x), means.Rows, means.Columns, means.CountPadding, means.Divisor);
        }
        else
        {
            AveragePoolKernel.Forward(source.Pointer<double>(), y.Pointer<double>(), PoolRequest.Planes(x), means.Rows, means.Columns, means.CountPadding, means.Divisor);
        }

        GC.KeepAlive(source);
        if (Recording.Of(x))
        {
            y.Node = new MeanNode(x, means);
        }

        return y;
    }

    /// <summary>Each number shared out over its window: the gradient of the means, whose gradient are the means.</summary>
    private static Tensor Share(Tensor y, int[] sizes, Means means)
    {
        Tensor source = y.Contiguous(), x = Tensor.Empty(sizes, y.DType);
        if (y.DType == DType.Float32)
        {
            AveragePoolKernel.Backward(x.Pointer<float>(), source.Pointer<float>(), PoolRequest.Planes(x), means.Rows, means.Columns, means.CountPadding, means.Divisor);
        }
        else
        {
            AveragePoolKernel.Backward(x.Pointer<double>(), source.Pointer<double>(), PoolRequest.Planes(x), means.Rows, means.Columns, means.CountPadding, means.Divisor);
        }

        GC.KeepAlive(source);
        if (Recording.Of(y))
        {
            x.Node = new ShareNode(y, means);
        }

        return x;
    }

    private readonly record struct Means(PoolAxis Rows, PoolAxis Columns, bool CountPadding, int Divisor);

    private sealed class MeanNode(Tensor x, Means means) : Node(x)
    {
        private readonly int[] _sizes = x.Sizes;

        internal override string Name => "AvgPool";

        internal override void Backward(Tensor gradient) => Send(0, Share(gradient, _sizes, means));
    }

    private sealed class ShareNode(Tensor y, Means means) : Node(y)
    {
        internal override string Name => "AvgPool gradient";

        internal override void Backward(Tensor gradient) => Send(0, Forward(gradient, means));
    }
}
