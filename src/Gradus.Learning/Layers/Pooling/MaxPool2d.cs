using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The greatest of each window, PyTorch's <c>nn.MaxPool2d</c>.</summary>
/// <remarks>Input [N, C, H, W] or [C, H, W], output [N, C, H', W'] with H' = ⌊(H + 2 · padding − dilation · (kernel − 1) − 1) / stride⌋ + 1, rounded up in ceil mode. The gradient goes to the first of equals.</remarks>
public sealed class MaxPool2d : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; their size by default.</param>
    /// <param name="padding">Places around the input, which no window takes its result from, at most half a window; 0 by default.</param>
    /// <param name="dilation">The step within a window; 1 by default.</param>
    /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
    /// <exception cref="ArgumentException">A number is too small, or the padding more than half of a window.</exception>
    public MaxPool2d(Pair kernelSize, Pair? stride = null, Pair? padding = null, Pair? dilation = null, bool ceilMode = false)
        : this(new PoolOptions(kernelSize, stride, padding, dilation, ceilMode))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The windows.</param>
    public MaxPool2d(PoolOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
    }

    /// <summary>The windows.</summary>
    public PoolOptions Options { get; }

    internal override bool TakesExamplesApart => !Training && !IsWatched;

    /// <summary>As <c>Forward</c>, with the places: for each window the index of its greatest value in its plane, as an unpooling takes them. Hooks are not called.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The values, and the places as int64.</returns>
    public (Tensor Values, Tensor Indices) ForwardWithIndices(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.MaxPool2dWithIndices(Options.KernelSize, Options.Stride, Options.Padding, Options.Dilation, Options.CeilMode);
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.MaxPool2d(Options.KernelSize, Options.Stride, Options.Padding, Options.Dilation, Options.CeilMode);

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => (field ?? ReceptiveField.One(2)).Through(Options.KernelSize, Options.Stride, Options.Dilation);

    /// <inheritdoc/>
    protected override string Describe() => $"kernel_size={PythonText.Pair(Options.KernelSize)}, stride={PythonText.Pair(Options.Stride)}, padding={PythonText.Pair(Options.Padding)}, dilation={PythonText.Pair(Options.Dilation)}, ceil_mode={Options.CeilMode}";
}
