using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The greatest of each window, PyTorch's <c>nn.MaxPool1d</c>.</summary>
/// <remarks>Input [N, C, L] or [C, L], output [N, C, L'] with L' = ⌊(L + 2 · padding − dilation · (kernel − 1) − 1) / stride⌋ + 1, rounded up in ceil mode. The gradient goes to the first of equals.</remarks>
public sealed class MaxPool1d : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; their size by default.</param>
    /// <param name="padding">Places around the input, which no window takes its result from, at most half a window; 0 by default.</param>
    /// <param name="dilation">The step within a window; 1 by default.</param>
    /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
    /// <exception cref="ArgumentException">A number is too small, or the padding more than half of a window.</exception>
    public MaxPool1d(int kernelSize, int? stride = null, int padding = 0, int dilation = 1, bool ceilMode = false)
        : this(new PoolOptions((1, kernelSize), (1, stride ?? kernelSize), (0, padding), (1, dilation), ceilMode))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The windows.</param>
    public MaxPool1d(PoolOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
    }

    /// <summary>The windows.</summary>
    public PoolOptions Options { get; }

    /// <summary>As <c>Forward</c>, with the places: for each window the index of its greatest value in its plane, as an unpooling takes them. Hooks are not called.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The values, and the places as int64.</returns>
    public (Tensor Values, Tensor Indices) ForwardWithIndices(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.MaxPool1dWithIndices(Options.KernelSize.Width, Options.Stride.Width, Options.Padding.Width, Options.Dilation.Width, Options.CeilMode);
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.MaxPool1d(Options.KernelSize.Width, Options.Stride.Width, Options.Padding.Width, Options.Dilation.Width, Options.CeilMode);

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => (field ?? ReceptiveField.One(1)).Through(Options.KernelSize, Options.Stride, Options.Dilation);

    /// <inheritdoc/>
    protected override string Describe() => $"kernel_size={Options.KernelSize.Width}, stride={Options.Stride.Width}, padding={Options.Padding.Width}, dilation={Options.Dilation.Width}, ceil_mode={Options.CeilMode}";
}
