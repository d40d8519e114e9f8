using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The way back from a max pooling, PyTorch's <c>nn.MaxUnpool1d</c>: each value at the place that it came from, zeros elsewhere.</summary>
/// <remarks>Input [N, C, L] or [C, L] with the places that <see cref="MaxPool1d.ForwardWithIndices"/> gave, output [N, C, L'] with L' = (L − 1) · stride − 2 · padding + kernel, or the size that is asked for.</remarks>
public sealed class MaxUnpool1d : Module
{
    /// <summary>Makes the layer.</summary>
    /// <param name="kernelSize">The size of a window of the pooling.</param>
    /// <param name="stride">Its step; the size of a window by default.</param>
    /// <param name="padding">Its padding; 0 by default.</param>
    /// <exception cref="ArgumentException">A number is too small, or the padding more than half of a window.</exception>
    public MaxUnpool1d(int kernelSize, int? stride = null, int padding = 0)
    {
        PoolOptions windows = new((1, kernelSize), (1, stride ?? kernelSize), (0, padding));
        KernelSize = kernelSize;
        Stride = windows.Stride.Width;
        Padding = windows.Padding.Width;
    }

    /// <summary>The size of a window.</summary>
    public int KernelSize { get; }

    /// <summary>The step between windows.</summary>
    public int Stride { get; }

    /// <summary>The padding of the pooling.</summary>
    public int Padding { get; }

    /// <summary>Puts values back.</summary>
    /// <param name="input">The values.</param>
    /// <param name="indices">Their places, int64 of the same shape.</param>
    /// <param name="outputSize">The size of the output, where a pooling's input had another than the smallest that fits.</param>
    /// <returns>The values at their places.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or a place lies outside; the message names both.</exception>
    public Tensor Forward(Tensor input, Tensor indices, int? outputSize = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(indices);
        Span<Tensor> inputs = [input, indices];
        Enter(inputs);
        if (inputs[0].Rank is not (2 or 3) || !inputs[0].Shape.SequenceEqual(inputs[1].Shape))
        {
            throw new ArgumentException(
                $"MaxUnpool1d got values of shape [{string.Join(", ", inputs[0].Shape.ToArray())}] and places of [{string.Join(", ", inputs[1].Shape.ToArray())}]; both must be [batch, channels, length] or [channels, length].",
                nameof(indices));
        }

        int size = outputSize ?? (((inputs[0].Shape[^1] - 1) * Stride) - (2 * Padding) + KernelSize);
        return Leave(inputs, Unpooling.Run(inputs[0], inputs[1], [size]));
    }

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => (field ?? ReceptiveField.One(1)).Back((1, KernelSize), (1, Stride), 1);

    /// <inheritdoc/>
    protected override string Describe() => $"kernel_size={PythonText.Tuple(KernelSize)}, stride={PythonText.Tuple(Stride)}, padding={PythonText.Tuple(Padding)}";
}
