using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The greatest of each of so many windows that begin at random places, PyTorch's <c>nn.FractionalMaxPool2d</c> (Graham, 2014).</summary>
/// <remarks>
/// Input [N, C, H, W] or [C, H, W], output with the output size in place of H and W. For a channel and a number u drawn from [0, 1), window i of n begins at ⌊(i + u) a⌋ − ⌊u a⌋ with
/// a = (H − kernel) / (n − 1), the last at H − kernel. Numbers are drawn in training and in evaluation, from a stream keyed by the seed of the model and the path of the layer.
/// </remarks>
public sealed class FractionalMaxPool2d : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="outputSize">How many windows; give this or the ratio.</param>
    /// <param name="outputRatio">The size of the output as a share of the input, between 0 and 1.</param>
    /// <exception cref="ArgumentException">Both are given or none, or a number is too small or too large.</exception>
    public FractionalMaxPool2d(Pair kernelSize, Pair? outputSize = null, (double Height, double Width)? outputRatio = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(kernelSize.Height, kernelSize.Width), 1, nameof(kernelSize));
        if (outputSize is null == outputRatio is null)
        {
            throw new ArgumentException("FractionalMaxPool2d needs an output size or an output ratio, and not both.", nameof(outputSize));
        }

        if (outputSize is { } size)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(size.Height, size.Width), 1, nameof(outputSize));
        }

        if (outputRatio is { } ratio && !(ratio is { Height: > 0 and < 1, Width: > 0 and < 1 }))
        {
            throw new ArgumentOutOfRangeException(nameof(outputRatio), outputRatio, "FractionalMaxPool2d needs ratios between 0 and 1.");
        }

        KernelSize = kernelSize;
        OutputSize = outputSize;
        OutputRatio = outputRatio;
    }

    /// <summary>The size of a window.</summary>
    public Pair KernelSize { get; }

    /// <summary>How many windows, or null.</summary>
    public Pair? OutputSize { get; }

    /// <summary>The size of the output as a share of the input, or null.</summary>
    public (double Height, double Width)? OutputRatio { get; }

    /// <summary>Pools with given numbers, [N, C, 2]: u of the columns, then of the rows, for each channel.</summary>
    internal Tensor Pool(Tensor input, Tensor samples)
    {
        (int height, int width) = (input.Shape[^2], input.Shape[^1]);
        Pair output = Output(input);
        if (output.Height + KernelSize.Height - 1 > height || output.Width + KernelSize.Width - 1 > width || output.Height < 1 || output.Width < 1)
        {
            throw new ArgumentException($"FractionalMaxPool2d got an input of shape [{string.Join(", ", input.Shape.ToArray())}]; it has no room for {output} windows of {KernelSize}. Make them smaller or fewer.", nameof(input));
        }

        int planes = input.ElementCount / (height * width), taps = KernelSize.Height * KernelSize.Width;
        double[] drawn = samples.ToArray<double>();
        long[] places = new long[planes * output.Height * output.Width * taps];
        int next = 0;
        for (int plane = 0; plane < planes; plane++)
        {
            int[] columns = Starts(drawn[2 * plane], width, KernelSize.Width, output.Width), rows = Starts(drawn[(2 * plane) + 1], height, KernelSize.Height, output.Height);
            foreach (int row in rows)
            {
                foreach (int column in columns)
                {
                    for (int tap = 0; tap < taps; tap++)
                    {
                        places[next++] = ((row + (tap / KernelSize.Width)) * width) + column + (tap % KernelSize.Width);
                    }
                }
            }
        }

        Tensor windows = input.Reshape(planes, height * width).Gather(1, Tensor.From(places, planes, places.Length / planes));
        return windows.Reshape([.. input.Shape[..^2], output.Height, output.Width, taps]).Max(-1).Values;
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Rank is 3 or 4
        ? Pool(input, Tensor.Rand(Stream("windows"), DType.Float64, [.. input.Shape[..^2], 2]))
        : throw new ArgumentException($"FractionalMaxPool2d got an input of shape [{string.Join(", ", input.Shape.ToArray())}]; it must be [batch, channels, height, width] or [channels, height, width].", nameof(input));

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs)
    {
        Pair output = Output(inputs[0]);
        double rows = (double)(inputs[0].Shape[^2] - KernelSize.Height) / Math.Max(1, output.Height - 1), columns = (double)(inputs[0].Shape[^1] - KernelSize.Width) / Math.Max(1, output.Width - 1);
        return (field ?? ReceptiveField.One(2)).Step(KernelSize.Height - 1, KernelSize.Width - 1, rows, columns);
    }

    /// <inheritdoc/>
    protected override string Describe() => $"kernel_size={PythonText.Pair(KernelSize)}, {(OutputSize is { } size ? $"output_size={PythonText.Pair(size)}" : $"output_ratio={OutputRatio}")}";

    private Pair Output(Tensor input) => OutputSize ?? ((int)(input.Shape[^2] * OutputRatio!.Value.Height), (int)(input.Shape[^1] * OutputRatio!.Value.Width));

    private static int[] Starts(double u, int size, int kernel, int count)
    {
        int[] starts = new int[count];
        double step = count > 1 ? (double)(size - kernel) / (count - 1) : 0;
        for (int i = 0; i + 1 < count; i++)
        {
            starts[i] = (int)((i + u) * step) - (int)(u * step);
        }

        starts[^1] = size - kernel;
        return starts;
    }
}
