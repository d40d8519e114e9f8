using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The way back from a max pooling, PyTorch's <c>nn.MaxUnpool2d</c>: each value at the place that it came from, zeros elsewhere.</summary>
/// <remarks>Input [N, C, H, W] or [C, H, W] with the places that <see cref="MaxPool2d.ForwardWithIndices"/> gave, output [N, C, H', W'] with H' = (H − 1) · stride − 2 · padding + kernel, or the size that is asked for.</remarks>
public sealed class MaxUnpool2d : Module
{
    /// <summary>Makes the layer.</summary>
    /// <param name="kernelSize">The size of a window of the pooling.</param>
    /// <param name="stride">Its step; the size of a window by default.</param>
    /// <param name="padding">Its padding; 0 by default.</param>
    /// <exception cref="ArgumentException">A number is too small, or the padding more than half of a window.</exception>
    public MaxUnpool2d(Pair kernelSize, Pair? stride = null, Pair? padding = null)
    {
        PoolOptions windows = new(kernelSize, stride, padding);
        KernelSize = kernelSize;
        Stride = windows.Stride;
        Padding = windows.Padding;
    }

    /// <summary>The size of a window.</summary>
    public Pair KernelSize { get; }

    /// <summary>The step between windows.</summary>
    public Pair Stride { get; }

    /// <summary>The padding of the pooling.</summary>
    public Pair Padding { get; }

    /// <summary>Puts values back.</summary>
    /// <param name="input">The values.</param>
    /// <param name="indices">Their places, int64 of the same shape.</param>
    /// <param name="outputSize">The size of the output, where a pooling's input had another than the smallest that fits.</param>
    /// <returns>The values at their places.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or a place lies outside; the message names both.</exception>
    public Tensor Forward(Tensor input, Tensor indices, Pair? outputSize = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(indices);
        Span<Tensor> inputs = [input, indices];
        Enter(inputs);
        if (inputs[0].Rank is not (3 or 4) || !inputs[0].Shape.SequenceEqual(inputs[1].Shape))
        {
            throw new ArgumentException(
                $"MaxUnpool2d got values of shape [{string.Join(", ", inputs[0].Shape.ToArray())}] and places of [{string.Join(", ", inputs[1].Shape.ToArray())}]; both must be [batch, channels, height, width] or [channels, height, width].",
                nameof(indices));
        }

        Pair size = outputSize ?? (Grown(inputs[0].Shape[^2], KernelSize.Height, Stride.Height, Padding.Height), Grown(inputs[0].Shape[^1], KernelSize.Width, Stride.Width, Padding.Width));
        return Leave(inputs, Unpooling.Run(inputs[0], inputs[1], [size.Height, size.Width]));
    }

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => (field ?? ReceptiveField.One(2)).Back(KernelSize, Stride, 1);

    /// <inheritdoc/>
    protected override string Describe() => $"kernel_size={KernelSize}, stride={Stride}, padding={Padding}";

    private static int Grown(int size, int kernel, int stride, int padding) => ((size - 1) * stride) - (2 * padding) + kernel;
}
