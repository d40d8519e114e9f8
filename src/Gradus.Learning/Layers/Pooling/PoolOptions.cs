using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The windows of a pooling layer. With one dimension it is the width that counts.</summary>
public sealed record PoolOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">The step between windows; their size when null.</param>
    /// <param name="padding">Places around the input, at most half a window; 0 when null.</param>
    /// <param name="dilation">The step within a window; 1 when null.</param>
    /// <param name="ceilMode">Whether a last window may hang over the end of the input.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    /// <exception cref="ArgumentException">The padding is more than half of a window.</exception>
    public PoolOptions(Pair kernelSize, Pair? stride = null, Pair? padding = null, Pair? dilation = null, bool ceilMode = false)
    {
        AtLeast(kernelSize, 1, nameof(kernelSize));
        AtLeast(stride ?? 1, 1, nameof(stride));
        AtLeast(padding ?? 0, 0, nameof(padding));
        AtLeast(dilation ?? 1, 1, nameof(dilation));
        KernelSize = kernelSize;
        Stride = stride ?? kernelSize;
        Padding = padding ?? 0;
        Dilation = dilation ?? 1;
        CeilMode = ceilMode;
        if (Padding.Height > kernelSize.Height / 2 || Padding.Width > kernelSize.Width / 2)
        {
            throw new ArgumentException($"Pooling got padding {Padding} for windows of {kernelSize}; it must be at most half of the window, or windows would lie in the padding alone.", nameof(padding));
        }
    }

    /// <summary>The size of a window.</summary>
    public Pair KernelSize { get; }

    /// <summary>The step between windows.</summary>
    public Pair Stride { get; }

    /// <summary>Places around the input.</summary>
    public Pair Padding { get; }

    /// <summary>The step within a window.</summary>
    public Pair Dilation { get; }

    /// <summary>Whether a last window may hang over the end of the input.</summary>
    public bool CeilMode { get; }

    private static void AtLeast(Pair pair, int least, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pair.Height, least, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(pair.Width, least, name);
    }
}
