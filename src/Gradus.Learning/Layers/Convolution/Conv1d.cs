using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>A convolution of sequences, PyTorch's <c>nn.Conv1d</c>: y[n, f, l] = bias[f] + Σ weight[f, c, i] · x[n, c, l · stride + i · dilation − padding].</summary>
/// <remarks>
/// <para>Input [N, inChannels, L] or [inChannels, L], output [N, outChannels, L'] with L' = ⌊(L + 2 · padding − dilation · (kernel − 1) − 1) / stride⌋ + 1.</para>
/// <para><c>weight</c> [outChannels, inChannels / groups, kernel], <c>bias</c> [outChannels]; both begin uniform in ±1/√(inChannels / groups · taps), as PyTorch's do (He uniform with a = √5).</para>
/// </remarks>
public sealed class Conv1d : Convolution
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
    public Conv1d(
        int inChannels, int outChannels, int kernelSize, int stride = 1, Padding padding = default, int dilation = 1, int groups = 1, bool bias = true,
        PaddingMode paddingMode = PaddingMode.Zeros, DType dtype = DType.Float32)
        : this(new ConvolutionOptions(inChannels, outChannels, (1, kernelSize), (1, stride), Width(padding), (1, dilation), groups, bias, paddingMode, dtype: dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public Conv1d(ConvolutionOptions options)
        : base(options, 1, transposed: false)
    {
    }

    internal override bool Takes(in Tail tail) => tail == new Tail(Activation.Relu);

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => Compute(input, default(Tail));

    private protected override Tensor Compute(Tensor input, in Tail tail)
    {
        if (!Fits(input))
        {
            throw WrongShape(input);
        }

        (input, Padding rest) = Surround(input);
        return input.Conv1d(Weight, Bias, Options.Stride.Width, rest, Options.Dilation.Width, Options.Groups, tail.Activation == Activation.Relu);
    }

    private static Padding Width(Padding padding) => padding.IsSame ? padding : Padding.Of((0, padding.Size.Width));
}
