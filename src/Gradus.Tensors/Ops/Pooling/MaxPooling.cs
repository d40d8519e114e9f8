using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Pooling;
using Gradus.Tensors.Ops.Pooling;

namespace Gradus.Tensors;

/// <summary>The greatest number of each window. A NaN in a window is its greatest, as in PyTorch.</summary>
public static unsafe class MaxPooling
{
    extension(Tensor x)
    {
        /// <summary>The greatest of each window of rows and columns, PyTorch's <c>F.max_pool2d</c>. The gradient goes to the first of equals.</summary>
        /// <param name="kernelSize">The size of a window.</param>
        /// <param name="stride">The step between windows; their size by default.</param>
        /// <param name="padding">Places around the input that no window takes its result from, at most half a window; 0 by default.</param>
        /// <param name="dilation">The step within a window; 1 by default.</param>
        /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
        /// <returns>For x of shape [N, C, H, W] a tensor of shape [N, C, H', W'] with H' = ⌊(H + 2 · padding − dilation · (kernelSize − 1) − 1) / stride⌋ + 1, or rounded up; without N likewise.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        public Tensor MaxPool2d(Pair kernelSize, Pair? stride = null, Pair? padding = null, Pair? dilation = null, bool ceilMode = false) =>
            Regular(x, new("MaxPool2d", kernelSize, stride ?? kernelSize, padding ?? 0, dilation ?? 1, ceilMode)).Values;

        /// <summary>As <c>MaxPool2d</c>, with the places: for each window the index of its greatest number in the H · W numbers of its plane.</summary>
        /// <param name="kernelSize">The size of a window.</param>
        /// <param name="stride">The step between windows; their size by default.</param>
        /// <param name="padding">Places around the input, at most half a window; 0 by default.</param>
        /// <param name="dilation">The step within a window; 1 by default.</param>
        /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
        /// <returns>The values, and the places as int64.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        public (Tensor Values, Tensor Indices) MaxPool2dWithIndices(Pair kernelSize, Pair? stride = null, Pair? padding = null, Pair? dilation = null, bool ceilMode = false)
        {
            (Tensor values, Tensor? places) = Regular(x, new("MaxPool2d", kernelSize, stride ?? kernelSize, padding ?? 0, dilation ?? 1, ceilMode), located: true);
            return (values, places!.To(DType.Int64));
        }

        /// <summary>The greatest of each window of one dimension, PyTorch's <c>F.max_pool1d</c>.</summary>
        /// <param name="kernelSize">The size of a window.</param>
        /// <param name="stride">The step between windows; their size when 0, the default.</param>
        /// <param name="padding">Places at both ends, at most half a window; 0 by default.</param>
        /// <param name="dilation">The step within a window; 1 by default.</param>
        /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
        /// <returns>For x of shape [N, C, L] or [C, L] a tensor with L' in place of L.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        public Tensor MaxPool1d(int kernelSize, int stride = 0, int padding = 0, int dilation = 1, bool ceilMode = false) => x.MaxPool1dPair(kernelSize, stride, padding, dilation, ceilMode, located: false).Values;

        /// <summary>As <c>MaxPool1d</c>, with the places of the greatest numbers.</summary>
        /// <param name="kernelSize">The size of a window.</param>
        /// <param name="stride">The step between windows; their size when 0, the default.</param>
        /// <param name="padding">Places at both ends, at most half a window; 0 by default.</param>
        /// <param name="dilation">The step within a window; 1 by default.</param>
        /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
        /// <returns>The values, and the places as int64.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        public (Tensor Values, Tensor Indices) MaxPool1dWithIndices(int kernelSize, int stride = 0, int padding = 0, int dilation = 1, bool ceilMode = false)
        {
            (Tensor values, Tensor? places) = x.MaxPool1dPair(kernelSize, stride, padding, dilation, ceilMode, located: true);
            return (values, places!.To(DType.Int64));
        }

        /// <summary>The greatest of each of so many windows that share rows and columns out, PyTorch's <c>F.adaptive_max_pool2d</c>.</summary>
        /// <param name="outputSize">How many windows; 1 for the greatest of all places.</param>
        /// <returns>For x of shape [N, C, H, W] or [C, H, W] a tensor with the output size in place of H and W.</returns>
        /// <exception cref="ArgumentException">The shape or size does not fit.</exception>
        public Tensor AdaptiveMaxPool2d(Pair outputSize)
        {
            (PoolAxis rows, PoolAxis columns) = PoolRequest.Adaptive(x, outputSize, "AdaptiveMaxPool2d");
            return Run(x, rows, columns).Values;
        }

        /// <summary>The greatest of each of so many windows that share one dimension out, PyTorch's <c>F.adaptive_max_pool1d</c>.</summary>
        /// <param name="outputSize">How many windows.</param>
        /// <returns>For x of shape [N, C, L] or [C, L] a tensor with the output size in place of L.</returns>
        /// <exception cref="ArgumentException">The shape or size does not fit.</exception>
        public Tensor AdaptiveMaxPool1d(int outputSize)
        {
            Tensor lifted = AveragePooling.Lift(x, "AdaptiveMaxPool1d");
            (PoolAxis rows, PoolAxis columns) = PoolRequest.Adaptive(lifted, (1, outputSize), "AdaptiveMaxPool1d");
            return Run(lifted, rows, columns).Values.Squeeze(-2);
        }

        private (Tensor Values, Tensor? Places) MaxPool1dPair(int kernelSize, int stride, int padding, int dilation, bool ceilMode, bool located)
        {
            PoolRequest request = new("MaxPool1d", (1, kernelSize), (1, stride == 0 ? kernelSize : stride), (0, padding), (1, dilation), ceilMode);
            (Tensor values, Tensor? places) = Regular(AveragePooling.Lift(x, "MaxPool1d"), request, located);
            return (values.Squeeze(-2), places?.Squeeze(-2));
        }
    }

    private static (Tensor Values, Tensor? Places) Regular(Tensor x, PoolRequest request, bool located = false)
    {
        (PoolAxis rows, PoolAxis columns) = request.Windows(x);
        return Run(x, rows, columns, located);
    }

    /// <summary>The values, and the places where they are asked for or a gradient needs them.</summary>
    private static (Tensor Values, Tensor? Places) Run(Tensor x, PoolAxis rows, PoolAxis columns, bool located = false)
    {
        int[] sizes = PoolRequest.Result(x, rows, columns);
        bool records = Recording.Of(x);
        Tensor source = x.Contiguous(), y = Tensor.Empty(sizes, x.DType);
        Tensor? places = located || records ? Tensor.Empty(sizes, DType.Int32) : null;
        int* to = places is null ? null : places.Pointer<int>();
        if (x.DType == DType.Float32)
        {
            MaxPoolKernel.Forward(source.Pointer<float>(), y.Pointer<float>(), to, PoolRequest.Planes(x), rows, columns);
        }
        else
        {
            MaxPoolKernel.Forward(source.Pointer<double>(), y.Pointer<double>(), to, PoolRequest.Planes(x), rows, columns);
        }

        GC.KeepAlive(source);
        GC.KeepAlive(places);
        if (records)
        {
            y.Node = new MaxNode(x, places!, rows, columns);
        }

        return (y, places);
    }

    /// <summary>Numbers at their places in planes of zeros: the gradient of Pick.</summary>
    private static Tensor Scatter(Tensor y, Tensor places, int[] sizes, PoolAxis rows, PoolAxis columns)
    {
        Tensor source = y.Contiguous(), x = Tensor.Empty(sizes, y.DType);
        if (y.DType == DType.Float32)
        {
            MaxPoolKernel.Scatter(source.Pointer<float>(), places.Pointer<int>(), x.Pointer<float>(), PoolRequest.Planes(x), rows, columns);
        }
        else
        {
            MaxPoolKernel.Scatter(source.Pointer<double>(), places.Pointer<int>(), x.Pointer<double>(), PoolRequest.Planes(x), rows, columns);
        }

        GC.KeepAlive(source);
        GC.KeepAlive(places);
        if (Recording.Of(y))
        {
            x.Node = new ScatterNode(y, places, rows, columns);
        }

        return x;
    }

    /// <summary>The numbers at places of planes: the gradient of Scatter.</summary>
    private static Tensor Pick(Tensor x, Tensor places, PoolAxis rows, PoolAxis columns)
    {
        Tensor source = x.Contiguous(), y = Tensor.Empty(places.Sizes, x.DType);
        if (x.DType == DType.Float32)
        {
            MaxPoolKernel.Pick(source.Pointer<float>(), places.Pointer<int>(), y.Pointer<float>(), PoolRequest.Planes(x), rows, columns);
        }
        else
        {
            MaxPoolKernel.Pick(source.Pointer<double>(), places.Pointer<int>(), y.Pointer<double>(), PoolRequest.Planes(x), rows, columns);
        }

        GC.KeepAlive(source);
        GC.KeepAlive(places);
        if (Recording.Of(x))
        {
            y.Node = new MaxNode(x, places, rows, columns);
        }

        return y;
    }

    /// <summary>The result holds numbers of x at places; where they were found is a constant.</summary>
    private sealed class MaxNode : Node
    {
        private readonly int[] _sizes;
        private readonly PoolAxis _rows, _columns;

        internal MaxNode(Tensor x, Tensor places, PoolAxis rows, PoolAxis columns)
            : base(x)
        {
            (_sizes, _rows, _columns) = (x.Sizes, rows, columns);
            Save(places);
        }

        internal override string Name => "MaxPool";

        internal override void Backward(Tensor gradient) => Send(0, Scatter(gradient, Saved0, _sizes, _rows, _columns));
    }

    private sealed class ScatterNode : Node
    {
        private readonly PoolAxis _rows, _columns;

        internal ScatterNode(Tensor y, Tensor places, PoolAxis rows, PoolAxis columns)
            : base(y)
        {
            (_rows, _columns) = (rows, columns);
            Save(places);
        }

        internal override string Name => "MaxPool gradient";

        internal override void Backward(Tensor gradient) => Send(0, Pick(gradient, Saved0, _rows, _columns));
    }
}
