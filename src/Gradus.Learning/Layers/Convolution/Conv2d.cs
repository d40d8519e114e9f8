using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>A convolution of images, PyTorch's <c>nn.Conv2d</c>: y[n, f, h, w] = bias[f] + Σ weight[f, c, i, j] · x[n, c, h · stride + i · dilation − padding, ...].</summary>
/// <remarks>
/// <para>Input [N, inChannels, H, W] or [inChannels, H, W], output [N, outChannels, H', W'] with H' = ⌊(H + 2 · padding − dilation · (kernel − 1) − 1) / stride⌋ + 1, and W' likewise.</para>
/// <para><c>weight</c> [outChannels, inChannels / groups, kernel, kernel], <c>bias</c> [outChannels]; both begin uniform in ±1/√(inChannels / groups · taps), as PyTorch's do (He uniform with a = √5).</para>
/// </remarks>
public sealed class Conv2d : Convolution
{
    /// <summary>Makes the layer.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The channels of the output, one filter each.</param>
    /// <param name="kernelSize">The size of the kernel.</param>
    /// <param name="stride">The step between output places; 1 by default.</param>
    /// <param name="padding">What is laid around the input; nothing by default.</param>
    /// <param name="dilation">The step between taps; 1 by default.</param>
    /// <param name="groups">Parts of the channels that do not meet; as many as channels make the convolution depthwise.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="paddingMode">What stands in the padding; zeros by default.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    /// <exception cref="ArgumentException">The groups do not divide the channels, or padding is "same" with a stride.</exception>
    public Conv2d(
        int inChannels, int outChannels, Pair kernelSize, Pair? stride = null, Padding padding = default, Pair? dilation = null, int groups = 1, bool bias = true,
        PaddingMode paddingMode = PaddingMode.Zeros, DType dtype = DType.Float32)
        : this(new ConvolutionOptions(inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias, paddingMode, dtype: dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public Conv2d(ConvolutionOptions options)
        : base(options, 2, transposed: false)
    {
    }

    internal override bool TakesExamplesApart => !Training && !IsWatched;

    internal override bool Takes(in Tail tail) => tail.Activation is Activation.None or Activation.Relu && (tail.Norm is null ? tail.Residual is null : tail.Norm is BatchNorm2d { UsesRunning: true } && !NoGrad.IsRecording);

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => Compute(input, default(Tail));

    private protected override Tensor Compute(Tensor input, in Tail tail)
    {
        if (!Fits(input))
        {
            throw WrongShape(input);
        }

        (input, Padding rest) = Surround(input);
        bool relu = tail.Activation == Activation.Relu;
        if (tail.Norm is { } norm && input.Rank == 4)
        {
            return input.Conv2dBatchNorm(
                Weight, Bias, norm.RunningMean!, norm.RunningVariance!, norm.Weight, norm.Bias, Options.Stride, rest, Options.Dilation, Options.Groups, norm.Options.Epsilon, tail.Residual, relu);
        }

        Tensor output = input.Conv2d(Weight, Bias, Options.Stride, rest, Options.Dilation, Options.Groups, relu && tail.Norm is null);
        return tail.Norm is null ? output : tail.Apply(output);
    }
}
