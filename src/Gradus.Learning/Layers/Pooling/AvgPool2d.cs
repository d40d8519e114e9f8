using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The mean of each window, PyTorch's <c>nn.AvgPool2d</c>.</summary>
/// <remarks>Input [N, C, H, W] or [C, H, W], output [N, C, H', W'] with H' = ⌊(H + 2 · padding − kernel) / stride⌋ + 1, rounded up in ceil mode.</remarks>
public sealed class AvgPool2d : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; their size by default.</param>
    /// <param name="padding">Places around the input, as zeros, at most half a window; 0 by default.</param>
    /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
    /// <param name="countIncludePad">Whether the zeros of the padding count in the mean.</param>
    /// <param name="divisorOverride">By what sums are divided instead of the count.</param>
    /// <exception cref="ArgumentException">A number is too small, or the padding more than half of a window.</exception>
    public AvgPool2d(Pair kernelSize, Pair? stride = null, Pair? padding = null, bool ceilMode = false, bool countIncludePad = true, int? divisorOverride = null)
        : this(new PoolOptions(kernelSize, stride, padding, ceilMode: ceilMode), countIncludePad, divisorOverride)
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The windows.</param>
    /// <param name="countIncludePad">Whether the zeros of the padding count in the mean.</param>
    /// <param name="divisorOverride">By what sums are divided instead of the count.</param>
    public AvgPool2d(PoolOptions options, bool countIncludePad = true, int? divisorOverride = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        CountIncludePad = countIncludePad;
        DivisorOverride = divisorOverride is null or > 0
            ? divisorOverride
            : throw new ArgumentOutOfRangeException(nameof(divisorOverride), divisorOverride, "AvgPool2d needs a divisor of at least 1.");
    }

    /// <summary>The windows.</summary>
    public PoolOptions Options { get; }

    /// <summary>Whether the zeros of the padding count in the mean.</summary>
    public bool CountIncludePad { get; }

    /// <summary>By what sums are divided instead of the count, or null.</summary>
    public int? DivisorOverride { get; }

    internal override bool TakesExamplesApart => !Training && !IsWatched;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.AvgPool2d(Options.KernelSize, Options.Stride, Options.Padding, Options.CeilMode, CountIncludePad, DivisorOverride);

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => (field ?? ReceptiveField.One(2)).Through(Options.KernelSize, Options.Stride, Options.Dilation);

    /// <inheritdoc/>
    protected override string Describe() => $"kernel_size={PythonText.Pair(Options.KernelSize)}, stride={PythonText.Pair(Options.Stride)}, padding={PythonText.Pair(Options.Padding)}";
}
