using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The mean of each window, PyTorch's <c>nn.AvgPool1d</c>.</summary>
/// <remarks>Input [N, C, L] or [C, L], output [N, C, L'] with L' = ⌊(L + 2 · padding − kernel) / stride⌋ + 1, rounded up in ceil mode.</remarks>
public sealed class AvgPool1d : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; their size by default.</param>
    /// <param name="padding">Places around the input, as zeros, at most half a window; 0 by default.</param>
    /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
    /// <param name="countIncludePad">Whether the zeros of the padding count in the mean.</param>
    /// <exception cref="ArgumentException">A number is too small, or the padding more than half of a window.</exception>
    public AvgPool1d(int kernelSize, int? stride = null, int padding = 0, bool ceilMode = false, bool countIncludePad = true)
        : this(new PoolOptions((1, kernelSize), (1, stride ?? kernelSize), (0, padding), ceilMode: ceilMode), countIncludePad)
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The windows.</param>
    /// <param name="countIncludePad">Whether the zeros of the padding count in the mean.</param>
    public AvgPool1d(PoolOptions options, bool countIncludePad = true)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        CountIncludePad = countIncludePad;
    }

    /// <summary>The windows.</summary>
    public PoolOptions Options { get; }

    /// <summary>Whether the zeros of the padding count in the mean.</summary>
    public bool CountIncludePad { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.AvgPool1d(Options.KernelSize.Width, Options.Stride.Width, Options.Padding.Width, Options.CeilMode, CountIncludePad);

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => (field ?? ReceptiveField.One(1)).Through(Options.KernelSize, Options.Stride, Options.Dilation);

    /// <inheritdoc/>
    protected override string Describe() => $"kernel_size={PythonText.Tuple(Options.KernelSize.Width)}, stride={PythonText.Tuple(Options.Stride.Width)}, padding={PythonText.Tuple(Options.Padding.Width)}";
}
