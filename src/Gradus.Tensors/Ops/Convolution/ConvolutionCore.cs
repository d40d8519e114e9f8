using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Convolution;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors.Ops.Convolution;

/// <summary>
/// The three products of which convolution and its gradients consist: of input and weights, of output and weights (the transposed convolution), and of input and output (the weights' gradient).
/// Each is linear in both factors, and its gradients are the two others, so gradients of any order exist.
/// </summary>
internal static unsafe class ConvolutionCore
{
    /// <summary>y = bias + w ∗ x, with max(0, y) where wanted.</summary>
    internal static Tensor Convolve(Tensor x, Tensor weight, Tensor? bias, in ConvolutionShape shape, bool relu)
    {
        Tensor source = x.Contiguous(), taps = weight.Contiguous();
        Tensor? terms = bias?.Contiguous();
        Tensor y = Tensor.Empty([shape.Batch, shape.Filters, shape.OutHeight, shape.OutWidth], x.DType);
        if (y.ElementCount > 0 && x.DType == DType.Float32)
        {
            ConvolutionForward.Run(IsaTable.Current, shape, source.Pointer<float>(), taps.Pointer<float>(), terms is null ? null : terms.Pointer<float>(), y.Pointer<float>(), relu);
        }
        else if (y.ElementCount > 0)
        {
            ConvolutionDouble.Forward(shape, source.Pointer<double>(), taps.Pointer<double>(), terms is null ? null : terms.Pointer<double>(), y.Pointer<double>(), relu);
        }

        GC.KeepAlive(source);
        GC.KeepAlive(taps);
        GC.KeepAlive(terms);
        if (Recording.Of(x, weight, bias))
        {
            y.Node = new ConvolutionNode(x, weight, bias, relu ? y : null, shape);
        }

        return y;
    }

    /// <summary>x = bias + the transposed convolution of y with w.</summary>
    internal static Tensor Transposed(Tensor y, Tensor weight, Tensor? bias, in ConvolutionShape shape, Tensor? into = null)
    {
        Tensor source = y.Contiguous(), taps = weight.Contiguous();
        Tensor? terms = bias?.Contiguous();
        Tensor x = into ?? Tensor.Empty([shape.Batch, shape.Channels, shape.Height, shape.Width], y.DType);
        if (x.ElementCount > 0 && y.DType == DType.Float32)
        {
            ConvolutionInputGradient.Run(IsaTable.Current, shape, source.Pointer<float>(), taps.Pointer<float>(), terms is null ? null : terms.Pointer<float>(), x.Pointer<float>());
        }
        else if (x.ElementCount > 0)
        {
            ConvolutionDouble.InputGradient(shape, source.Pointer<double>(), taps.Pointer<double>(), terms is null ? null : terms.Pointer<double>(), x.Pointer<double>());
        }

        GC.KeepAlive(source);
        GC.KeepAlive(taps);
        GC.KeepAlive(terms);
        if (Recording.Of(y, weight, bias))
        {
            x.Node = new TransposedNode(y, weight, bias, shape);
        }

        return x;
    }

    /// <summary>The sums over images and places of x and y where a tap makes them meet.</summary>
    internal static Tensor Weights(Tensor x, Tensor y, in ConvolutionShape shape)
    {
        Tensor weight = Tensor.Empty([shape.Filters, shape.GroupChannels, shape.KernelHeight, shape.KernelWidth], x.DType);
        Tensor source = x.Contiguous(), other = y.Contiguous();
        if (x.DType == DType.Float32)
        {
            ConvolutionWeightGradient.Run(IsaTable.Current, shape, source.Pointer<float>(), other.Pointer<float>(), weight.Pointer<float>(), false, null, false);
        }
        else
        {
            ConvolutionDouble.WeightGradient(shape, source.Pointer<double>(), other.Pointer<double>(), weight.Pointer<double>());
        }

        GC.KeepAlive(source);
        GC.KeepAlive(other);
        if (Recording.Of(x, y))
        {
            weight.Node = new WeightsNode(x, y, shape);
        }

        return weight;
    }

    private static Tensor BiasGradient(Tensor gradient) => gradient.Sum([0, 2, 3]);

    private sealed class ConvolutionNode : Node
    {
        private readonly ConvolutionShape _shape;
        private readonly bool _relu;

        internal ConvolutionNode(Tensor x, Tensor weight, Tensor? bias, Tensor? y, in ConvolutionShape shape)
            : base(x, weight, bias)
        {
            (_shape, _relu) = (shape, y is not null);
            Save(x, weight, y);
        }

        internal override string Name => "Convolution";

        internal override void Backward(Tensor gradient)
        {
            Tensor gy = _relu ? Masked(gradient, Saved2) : gradient;
            if (Needs(0))
            {
                Input(gy);
            }

            if (Needs(1) && (NoGrad.IsRecording || gy.DType != DType.Float32))
            {
                Send(1, Weights(Saved0, gy, _shape));
            }
            else if (Needs(1))
            {
                Fused(Saved0, gy);
                return;
            }

            if (Needs(2))
            {
                Send(2, BiasGradient(gy));
            }
        }

        private void Input(Tensor gy)
        {
            Tensor? leaf = LeafTarget(0, out bool accumulate);
            Tensor gx = Transposed(gy, Saved1, null, _shape, accumulate ? null : leaf);
            if (leaf is null)
            {
                Send(0, gx);
            }
            else if (accumulate)
            {
                leaf.AddInPlace(gx);
            }
        }

        private static Tensor Masked(Tensor gradient, Tensor y) => NoGrad.IsRecording
            ? gradient * y.Detach().Greater(0).To(y.DType)
            : ElementwiseDriver.Binary(gradient, y, new LeakyReluGradientOp(0), "Convolution");

        /// <summary>Weights and bias in one pass, straight into the gradients of leaves.</summary>
        private void Fused(Tensor x, Tensor gy)
        {
            bool accumulateWeight, accumulateBias = false;
            Tensor? leafWeight = LeafTarget(1, out accumulateWeight), leafBias = Needs(2) ? LeafTarget(2, out accumulateBias) : null;
            Tensor weight = leafWeight ?? Tensor.Empty([_shape.Filters, _shape.GroupChannels, _shape.KernelHeight, _shape.KernelWidth], DType.Float32);
            Tensor? bias = Needs(2) ? leafBias ?? Tensor.Empty([_shape.Filters], DType.Float32) : null;
            Tensor source = x.Contiguous(), other = gy.Contiguous();
            ConvolutionWeightGradient.Run(
                IsaTable.Current, _shape, source.Pointer<float>(), other.Pointer<float>(), weight.Pointer<float>(), accumulateWeight, bias is null ? null : bias.Pointer<float>(), accumulateBias);
            GC.KeepAlive(source);
            GC.KeepAlive(other);
            if (leafWeight is null)
            {
                Send(1, weight);
            }

            if (bias is not null && leafBias is null)
            {
                Send(2, bias);
            }
        }
    }

    private sealed class TransposedNode : Node
    {
        private readonly ConvolutionShape _shape;

        internal TransposedNode(Tensor y, Tensor weight, Tensor? bias, in ConvolutionShape shape)
            : base(y, weight, bias)
        {
            _shape = shape;
            Save(y, weight);
        }

        internal override string Name => "TransposedConvolution";

        internal override void Backward(Tensor gradient)
        {
            if (Needs(0))
            {
                Send(0, Convolve(gradient, Saved1, null, _shape, false));
            }

            if (Needs(1))
            {
                Send(1, Weights(gradient, Saved0, _shape));
            }

            if (Needs(2))
            {
                Send(2, BiasGradient(gradient));
            }
        }
    }

    private sealed class WeightsNode : Node
    {
        private readonly ConvolutionShape _shape;

        internal WeightsNode(Tensor x, Tensor y, in ConvolutionShape shape)
            : base(x, y)
        {
            _shape = shape;
            Save(x, y);
        }

        internal override string Name => "ConvolutionWeights";

        internal override void Backward(Tensor gradient)
        {
            if (Needs(0))
            {
                Send(0, Transposed(Saved1, gradient, null, _shape));
            }

            if (Needs(1))
            {
                Send(1, Convolve(Saved0, gradient, null, _shape, false));
            }
        }
    }
}
