using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>A transposed convolution, PyTorch's <c>nn.ConvTranspose1d</c>: each input place adds its multiple of the kernel to the output, so that sequences become larger.</summary>
/// <remarks>
/// <para>Input [N, inChannels, L] or [inChannels, L], output [N, outChannels, L'] with L' = (L − 1) · stride − 2 · padding + dilation · (kernel − 1) + outputPadding + 1.</para>
/// <para><c>weight</c> [inChannels, outChannels / groups, kernel], <c>bias</c> [outChannels]; both begin uniform in ±1/√(outChannels / groups · taps), as PyTorch's do.</para>
/// </remarks>
public sealed class ConvTranspose1d : Convolution
{
    /// <summary>Makes the layer.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The channels of the output.</param>
    /// <param name="kernelSize">The size of the kernel.</param>
    /// <param name="stride">The step between the places where kernels are laid; 1 by default.</param>
    /// <param name="padding">How many places are cut off at each end of the output; 0 by default.</param>
    /// <param name="outputPadding">How many more places the output has at its end, smaller than stride or dilation; 0 by default. It tells apart the sizes that a stride maps to one.</param>
    /// <param name="groups">Parts of the channels that do not meet.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="dilation">The step between taps; 1 by default.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentException">A number is too small, the groups do not divide the channels, or the output padding is too large.</exception>
    public ConvTranspose1d(
        int inChannels, int outChannels, int kernelSize, int stride = 1, int padding = 0, int outputPadding = 0, int groups = 1, bool bias = true, int dilation = 1, DType dtype = DType.Float32)
        : this(new ConvolutionOptions(inChannels, outChannels, (1, kernelSize), (1, stride), (0, padding), (1, dilation), groups, bias, outputPadding: (0, outputPadding), dtype: dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options; padding is a number and padded with zeros.</param>
    /// <exception cref="ArgumentException">The padding is "same" or of another mode, or the output padding is too large.</exception>
    public ConvTranspose1d(ConvolutionOptions options)
        : base(options, 1, transposed: true)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => Fits(input)
        ? input.ConvTranspose1d(Weight, Bias, Options.Stride.Width, Options.Padding.Size.Width, Options.OutputPadding.Width, Options.Groups, Options.Dilation.Width)
        : throw WrongShape(input);
}
