using Gradus.Learning.Initializers;
using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>What all convolutional layers share: weight, bias, their first values and how they are printed.</summary>
public abstract class Convolution : Layer
{
    private readonly int _dimensions;
    private readonly bool _transposed;
    private readonly ModuleTensor _weight;
    private readonly ModuleTensor? _bias;

    private protected Convolution(ConvolutionOptions options, int dimensions, bool transposed)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (transposed)
        {
            DemandTransposable(options);
        }

        (Options, _dimensions, _transposed) = (options, dimensions, transposed);
        (int first, int second) = transposed ? (options.InChannels, options.OutChannels) : (options.OutChannels, options.InChannels);
        Pair kernel = options.KernelSize;
        int[] shape = dimensions == 2 ? [first, second / options.Groups, kernel.Height, kernel.Width] : [first, second / options.Groups, kernel.Width];
        _weight = RegisterParameter("weight", Tensor.Zeros(options.DType, shape));
        _bias = options.Bias ? RegisterParameter("bias", Tensor.Zeros(options.DType, options.OutChannels)) : null;
    }

    /// <summary>How the layer was made.</summary>
    public ConvolutionOptions Options { get; }

    /// <summary>The filters.</summary>
    public Tensor Weight => _weight.Value;

    /// <summary>One number for each output channel, or null.</summary>
    public Tensor? Bias => _bias?.Value;

    /// <inheritdoc/>
    protected internal override long MultiplyAdds(IReadOnlyList<Tensor> inputs, Tensor output)
    {
        // Each value of the smaller side meets the taps of its group's channels on the other.
        long taps = (long)Options.KernelSize.Height * Options.KernelSize.Width;
        return _transposed
            ? inputs[0].ElementCount * taps * (Options.OutChannels / Options.Groups)
            : output.ElementCount * taps * (Options.InChannels / Options.Groups);
    }

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs)
    {
        field ??= ReceptiveField.One(_dimensions);
        return _transposed ? field.Back(Options.KernelSize, Options.Stride, Options.Dilation) : field.Through(Options.KernelSize, Options.Stride, Options.Dilation);
    }

    /// <inheritdoc/>
    protected override string Describe()
    {
        ConvolutionOptions options = Options;
        string text = $"{options.InChannels}, {options.OutChannels}, kernel_size={Show(options.KernelSize)}, stride={Show(options.Stride)}";
        text += options.Padding.IsSame ? ", padding=same" : options.Padding.Size == 0 ? "" : $", padding={Show(options.Padding.Size)}";
        text += options.Dilation == 1 ? "" : $", dilation={Show(options.Dilation)}";
        text += options.OutputPadding == 0 ? "" : $", output_padding={Show(options.OutputPadding)}";
        text += options.Groups == 1 ? "" : $", groups={options.Groups}";
        text += options.Bias ? "" : ", bias=False";
        return options.PaddingMode == PaddingMode.Zeros ? text : $"{text}, padding_mode={options.PaddingMode.ToString().ToLowerInvariant()}";
    }

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        HeUniform rule = new(Math.Sqrt(5));
        rule.Fill(_weight.Stored, rng);
        if (_bias is not null)
        {
            int taps = _weight.Stored.ElementCount / _weight.Stored.Shape[0];
            new Uniform(-1 / Math.Sqrt(taps), 1 / Math.Sqrt(taps)).Fill(_bias.Stored, rng);
        }
    }

    /// <summary>The input with its edges filled in, and the padding that is left to the operator.</summary>
    private protected (Tensor Input, Padding Remaining) Surround(Tensor input)
    {
        if (Options.PaddingMode == PaddingMode.Zeros)
        {
            return (input, Options.Padding);
        }

        (int top, int bottom) = Edges(Options.KernelSize.Height, Options.Dilation.Height, Options.Padding.Size.Height);
        (int left, int right) = Edges(Options.KernelSize.Width, Options.Dilation.Width, Options.Padding.Size.Width);
        ReadOnlySpan<int> sides = _dimensions == 2 ? [left, right, top, bottom] : [left, right];
        return (input.Pad(sides, Options.PaddingMode.ToString().ToLowerInvariant()), default);
    }

    private protected ArgumentException WrongShape(Tensor input)
    {
        string channels = Options.InChannels.ToString(System.Globalization.CultureInfo.InvariantCulture), places = _dimensions == 2 ? "height, width" : "length";
        return new ArgumentException(
            $"{GetType().Name}({Options.InChannels}, {Options.OutChannels}) got an input of shape [{string.Join(", ", input.Shape.ToArray())}]; it must be [batch, {channels}, {places}] or [{channels}, {places}]. Is an Unsqueeze or a Permute missing?",
            nameof(input));
    }

    internal bool Fits(Tensor input) => (input.Rank == _dimensions + 2 || input.Rank == _dimensions + 1) && input.Shape[^(_dimensions + 1)] == Options.InChannels;

    private static void DemandTransposable(ConvolutionOptions options)
    {
        if (options.Padding.IsSame || options.PaddingMode != PaddingMode.Zeros)
        {
            throw new ArgumentException($"A transposed convolution got padding {options.Padding} of mode {options.PaddingMode}; it knows numbers of zeros only.", nameof(options));
        }

        (Pair more, Pair stride, Pair dilation) = (options.OutputPadding, options.Stride, options.Dilation);
        if (more.Height >= Math.Max(stride.Height, dilation.Height) || more.Width >= Math.Max(stride.Width, dilation.Width))
        {
            throw new ArgumentException($"A transposed convolution got output padding {more} with stride {stride} and dilation {dilation}; it must be smaller than one of them.", nameof(options));
        }
    }

    private (int Before, int After) Edges(int kernel, int dilation, int padding)
    {
        int all = dilation * (kernel - 1);
        return Options.Padding.IsSame ? (all / 2, all - (all / 2)) : (padding, padding);
    }

    private string Show(Pair pair) => _dimensions == 2 ? pair.ToString() : PythonText.Tuple(pair.Width);
}
