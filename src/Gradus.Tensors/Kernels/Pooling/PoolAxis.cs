namespace Gradus.Tensors.Kernels.Pooling;

/// <summary>The windows of one dimension: regular ones a stride apart, or adaptive ones that share the dimension out.</summary>
/// <param name="Size">Places of the input.</param>
/// <param name="Windows">How many windows.</param>
/// <param name="Kernel">Places of a window; 0 for adaptive ones.</param>
/// <param name="Stride">The step between windows.</param>
/// <param name="Padding">Places before the first.</param>
/// <param name="Dilation">The step within a window.</param>
internal readonly record struct PoolAxis(int Size, int Windows, int Kernel, int Stride, int Padding, int Dilation)
{
    internal bool IsAdaptive => Kernel == 0;

    /// <summary>Whether windows are two places next to each other and lie in the input without gaps.</summary>
    internal bool IsPairs => Kernel == 2 && Stride == 2 && Padding == 0 && Dilation == 1 && 2 * Windows <= Size;

    /// <summary>Windows that share a dimension out: from ⌊i · size / windows⌋ up to ⌈(i + 1) · size / windows⌉.</summary>
    internal static PoolAxis Adaptive(int size, int windows) => new(size, windows, 0, 0, 0, 1);

    /// <summary>The first place of a window that lies in the input.</summary>
    internal int Begin(int window)
    {
        if (IsAdaptive)
        {
            return (int)((long)window * Size / Windows);
        }

        int begin = (window * Stride) - Padding;
        return begin >= 0 ? begin : begin + ((-begin + Dilation - 1) / Dilation * Dilation);
    }

    /// <summary>The place behind a window, in the input.</summary>
    internal int End(int window) => IsAdaptive
        ? (int)((((long)window + 1) * Size + Windows - 1) / Windows)
        : (int)Math.Min(Size, ((long)window * Stride) - Padding + ((long)(Kernel - 1) * Dilation) + 1);

    /// <summary>The places of a window with those in the padding, but without those beyond it.</summary>
    internal int Padded(int window) => IsAdaptive
        ? End(window) - Begin(window)
        : Math.Min((window * Stride) - Padding + Kernel, Size + Padding) - ((window * Stride) - Padding);
}
