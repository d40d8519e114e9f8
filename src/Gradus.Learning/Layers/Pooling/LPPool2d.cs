using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The p-norm of each window, (Σ xᵖ)^(1/p), PyTorch's <c>nn.LPPool2d</c>.</summary>
/// <remarks>Input [N, C, H, W] or [C, H, W], output [N, C, H', W'] with H' = ⌊(H − kernel) / stride⌋ + 1, rounded up in ceil mode. With p = 1 it is the sum of a window; the larger p, the nearer to its greatest. A negative sum of odd powers has no root for p above 1 and gives NaN.</remarks>
public sealed class LPPool2d : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="normType">p, above 0.</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; their size by default.</param>
    /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public LPPool2d(double normType, Pair kernelSize, Pair? stride = null, bool ceilMode = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(normType);
        PoolOptions windows = new(kernelSize, stride, ceilMode: ceilMode);
        NormType = normType;
        KernelSize = kernelSize;
        Stride = windows.Stride;
        CeilMode = ceilMode;
    }

    /// <summary>p.</summary>
    public double NormType { get; }

    /// <summary>The size of a window.</summary>
    public Pair KernelSize { get; }

    /// <summary>The step between windows.</summary>
    public Pair Stride { get; }

    /// <summary>Whether a last window may hang over the end of the input.</summary>
    public bool CeilMode { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => PowerSum.Root(input.Pow(NormType).AvgPool2d(KernelSize, Stride, 0, CeilMode), KernelSize.Height * KernelSize.Width, NormType);

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => (field ?? ReceptiveField.One(2)).Through(KernelSize, Stride, 1);

    /// <inheritdoc/>
    protected override string Describe() => $"norm_type={PythonText.Number(NormType)}, kernel_size={PythonText.Pair(KernelSize)}, stride={PythonText.Pair(Stride)}, ceil_mode={CeilMode}";
}
