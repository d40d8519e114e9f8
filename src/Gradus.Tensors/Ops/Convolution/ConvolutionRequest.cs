using Gradus.Tensors.Kernels.Convolution;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Convolution;

/// <summary>What a caller asked of a convolution, and the checks that it makes sense.</summary>
/// <param name="What">The operator's name for messages.</param>
/// <param name="Dimensions">1 or 2; with one dimension rows are always 1.</param>
/// <param name="Stride">The step between output places.</param>
/// <param name="Dilation">The step between taps.</param>
/// <param name="Groups">Parts of the channels that do not meet.</param>
internal readonly record struct ConvolutionRequest(string What, int Dimensions, Pair Stride, Pair Dilation, int Groups)
{
    /// <summary>The sizes of a convolution of an input [N, C, H, W] by weights [filters, C / groups, h, w].</summary>
    internal ConvolutionShape Forward(Tensor x, Tensor weight, Tensor? bias, Padding padding)
    {
        CheckNumbers();
        CheckTypes(x, weight, bias);
        int filters = weight.Sizes[0], channels = x.Sizes[1];
        if (channels != weight.Sizes[1] * Groups || filters % Groups != 0)
        {
            throw Wrong(x, weight, $"with groups = {Groups} the weight must have a multiple of {Groups} filters, each of input channels / groups = {(double)channels / Groups:0.##} channels");
        }

        CheckBias(bias, filters);
        (int height, int top) = Output(x, weight, 2, Stride.Height, Dilation.Height, padding.Size.Height, padding.IsSame);
        (int width, int left) = Output(x, weight, 3, Stride.Width, Dilation.Width, padding.Size.Width, padding.IsSame);
        return Shape(x, weight, channels, filters) with { Height = x.Sizes[2], Width = x.Sizes[3], OutHeight = height, OutWidth = width, PadTop = top, PadLeft = left };
    }

    /// <summary>The sizes of the convolution whose transpose takes y [N, filters, H, W] by weights [filters, channels / groups, h, w].</summary>
    internal ConvolutionShape Transposed(Tensor y, Tensor weight, Tensor? bias, Pair padding, Pair outputPadding)
    {
        CheckNumbers();
        CheckTypes(y, weight, bias);
        int filters = weight.Sizes[0], channels = weight.Sizes[1] * Groups;
        if (y.Sizes[1] != filters || filters % Groups != 0)
        {
            throw Wrong(y, weight, $"the weight of a transposed convolution is [input channels, output channels / groups, ...], and groups = {Groups} must divide the input channels");
        }

        CheckBias(bias, channels);
        int height = Input(y, weight, 2, Stride.Height, Dilation.Height, padding.Height, outputPadding.Height);
        int width = Input(y, weight, 3, Stride.Width, Dilation.Width, padding.Width, outputPadding.Width);
        return Shape(y, weight, channels, filters) with { Height = height, Width = width, OutHeight = y.Sizes[2], OutWidth = y.Sizes[3], PadTop = padding.Height, PadLeft = padding.Width };
    }

    private ConvolutionShape Shape(Tensor x, Tensor weight, int channels, int filters) => new()
    {
        Batch = x.Sizes[0],
        Channels = channels,
        Filters = filters,
        Height = 0,
        Width = 0,
        OutHeight = 0,
        OutWidth = 0,
        PadTop = 0,
        PadLeft = 0,
        KernelHeight = weight.Sizes[2],
        KernelWidth = weight.Sizes[3],
        StrideHeight = Stride.Height,
        StrideWidth = Stride.Width,
        DilationHeight = Dilation.Height,
        DilationWidth = Dilation.Width,
        Groups = Groups,
    };

    private (int Size, int Pad) Output(Tensor x, Tensor weight, int axis, int stride, int dilation, int pad, bool same)
    {
        long reach = ((long)dilation * (weight.Sizes[axis] - 1)) + 1;
        if (same && stride != 1)
        {
            throw new ArgumentException($"{What} with padding \"same\" needs stride 1; got {Show(Stride)}. Give the padding as a number.");
        }

        if (pad < 0)
        {
            throw new ArgumentOutOfRangeException("padding", pad, $"{What} needs a padding of 0 or more; got {pad}.");
        }

        long before = same ? (reach - 1) / 2 : pad, padded = x.Sizes[axis] + (same ? reach - 1 : 2L * pad);
        return padded >= reach
            ? ((int)Math.Min(int.MaxValue, ((padded - reach) / stride) + 1), (int)before)
            : throw Wrong(x, weight, $"the kernel reaches over {reach} places of dimension {axis - 4}, more than the {padded} that the padded input has. Make the kernel or the dilation smaller, or the padding larger");
    }

    private int Input(Tensor y, Tensor weight, int axis, int stride, int dilation, int pad, int extra)
    {
        if (pad < 0 || extra < 0 || extra >= Math.Max(stride, dilation))
        {
            throw new ArgumentException($"{What} got padding {pad} and output padding {extra} with stride {stride} and dilation {dilation}; padding must be 0 or more, and output padding smaller than stride or dilation.");
        }

        long size = ((y.Sizes[axis] - 1L) * stride) - (2L * pad) + ((long)dilation * (weight.Sizes[axis] - 1)) + extra + 1;
        return size is > 0 and <= int.MaxValue
            ? (int)size
            : throw Wrong(y, weight, $"the result would have {size} places in dimension {axis - 4}. Make the padding smaller");
    }

    private void CheckNumbers()
    {
        if (Groups < 1 || Stride.Height < 1 || Stride.Width < 1 || Dilation.Height < 1 || Dilation.Width < 1)
        {
            throw new ArgumentException($"{What} needs stride, dilation and groups of at least 1; got stride {Show(Stride)}, dilation {Show(Dilation)}, groups {Groups}.");
        }
    }

    private void CheckTypes(Tensor x, Tensor weight, Tensor? bias)
    {
        if (!x.DType.IsFloatingPoint() || weight.DType != x.DType || (bias is not null && bias.DType != x.DType))
        {
            throw new NotSupportedException($"{What} needs input, weight and bias all in float32 or all in float64; got {x.DType}, {weight.DType} and {(bias is null ? "none" : bias.DType)}. Convert with To().");
        }

        if (weight.ElementCount == 0 || x.Sizes.AsSpan(1).Contains(0))
        {
            throw Wrong(x, weight, "only the batch may be empty");
        }
    }

    private void CheckBias(Tensor? bias, int channels)
    {
        if (bias is not null && (bias.Rank != 1 || bias.Sizes[0] != channels))
        {
            throw new ArgumentException($"{What} got a bias of shape {ShapeMath.Format(bias.Sizes)}; it must have one number for each of the {channels} output channels, [{channels}].", nameof(bias));
        }
    }

    private ArgumentException Wrong(Tensor x, Tensor weight, string need) =>
        new($"{What} got an input of shape {ShapeMath.Format(Own(x))} and a weight of shape {ShapeMath.Format(Own(weight))}; {need}.", nameof(weight));

    // With one dimension callers know nothing of the rows.
    private int[] Own(Tensor x) => Dimensions == 2 ? x.Sizes : [x.Sizes[0], x.Sizes[1], x.Sizes[3]];

    private string Show(Pair pair) => Dimensions == 2 ? pair.ToString() : $"{pair.Width}";
}
