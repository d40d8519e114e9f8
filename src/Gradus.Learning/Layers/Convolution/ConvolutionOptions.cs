using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of convolutions, plain and transposed. With one dimension it is the width that counts; the height is that of a row.</summary>
public sealed record ConvolutionOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="inChannels">The channels of the input.</param>
    /// <param name="outChannels">The channels of the output.</param>
    /// <param name="kernelSize">The size of the kernel.</param>
    /// <param name="stride">The step between output places; 1 when null.</param>
    /// <param name="padding">What is laid around the input; of a transposed convolution, what is cut off the output.</param>
    /// <param name="dilation">The step between taps; 1 when null.</param>
    /// <param name="groups">Parts of the channels that do not meet.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="paddingMode">What stands in the padding.</param>
    /// <param name="outputPadding">How many more places the output of a transposed convolution has at its end; 0 when null.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    /// <exception cref="ArgumentException">The groups do not divide the channels.</exception>
    public ConvolutionOptions(
        int inChannels, int outChannels, Pair kernelSize, Pair? stride = null, Padding padding = default, Pair? dilation = null, int groups = 1, bool bias = true,
        PaddingMode paddingMode = PaddingMode.Zeros, Pair? outputPadding = null, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inChannels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outChannels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        AtLeast(kernelSize, 1, nameof(kernelSize));
        AtLeast(stride ?? 1, 1, nameof(stride));
        AtLeast(dilation ?? 1, 1, nameof(dilation));
        AtLeast(padding.Size, 0, nameof(padding));
        AtLeast(outputPadding ?? 0, 0, nameof(outputPadding));
        if (inChannels % groups != 0 || outChannels % groups != 0)
        {
            throw new ArgumentException($"A convolution from {inChannels} to {outChannels} channels got {groups} groups; the groups must divide both.", nameof(groups));
        }

        if (padding.IsSame && (stride ?? 1) != 1)
        {
            throw new ArgumentException($"A convolution got padding \"same\" with stride {stride}; the sizes can only be the same with stride 1. Give the padding as a number.", nameof(padding));
        }

        InChannels = inChannels;
        OutChannels = outChannels;
        KernelSize = kernelSize;
        Stride = stride ?? 1;
        Padding = padding;
        Dilation = dilation ?? 1;
        Groups = groups;
        Bias = bias;
        PaddingMode = paddingMode;
        OutputPadding = outputPadding ?? 0;
        DType = dtype;
    }

    /// <summary>The channels of the input.</summary>
    public int InChannels { get; }

    /// <summary>The channels of the output.</summary>
    public int OutChannels { get; }

    /// <summary>The size of the kernel.</summary>
    public Pair KernelSize { get; }

    /// <summary>The step between output places.</summary>
    public Pair Stride { get; }

    /// <summary>What is laid around the input; of a transposed convolution, what is cut off the output.</summary>
    public Padding Padding { get; }

    /// <summary>The step between taps.</summary>
    public Pair Dilation { get; }

    /// <summary>Parts of the channels that do not meet.</summary>
    public int Groups { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; }

    /// <summary>What stands in the padding.</summary>
    public PaddingMode PaddingMode { get; }

    /// <summary>How many more places the output of a transposed convolution has at its end.</summary>
    public Pair OutputPadding { get; }

    /// <summary>The element type of the parameters.</summary>
    public DType DType { get; }

    private static void AtLeast(Pair pair, int least, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pair.Height, least, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(pair.Width, least, name);
    }
}
