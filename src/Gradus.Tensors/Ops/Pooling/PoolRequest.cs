using Gradus.Tensors.Kernels.Pooling;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Pooling;

/// <summary>The windows that a caller asked for, and the checks that they make sense.</summary>
/// <param name="What">The operator's name for messages.</param>
/// <param name="Kernel">The size of a window.</param>
/// <param name="Stride">The step between windows.</param>
/// <param name="Padding">Places around the input.</param>
/// <param name="Dilation">The step within a window.</param>
/// <param name="CeilMode">Whether a last window may hang over the end.</param>
internal readonly record struct PoolRequest(string What, Pair Kernel, Pair Stride, Pair Padding, Pair Dilation, bool CeilMode)
{
    /// <summary>The windows of an input [.., H, W].</summary>
    internal (PoolAxis Rows, PoolAxis Columns) Windows(Tensor x)
    {
        CheckInput(x, What);
        if (Kernel.Height < 1 || Kernel.Width < 1 || Stride.Height < 1 || Stride.Width < 1 || Dilation.Height < 1 || Dilation.Width < 1)
        {
            throw new ArgumentException($"{What} needs kernel, stride and dilation of at least 1; got kernel {Kernel}, stride {Stride}, dilation {Dilation}.");
        }

        if (Padding.Height < 0 || Padding.Width < 0 || Padding.Height > Kernel.Height / 2 || Padding.Width > Kernel.Width / 2)
        {
            throw new ArgumentException($"{What} got padding {Padding} for windows of {Kernel}; it must be from 0 to half of the window, or windows would lie in the padding alone.");
        }

        return (Axis(x, x.Sizes[^2], Kernel.Height, Stride.Height, Padding.Height, Dilation.Height), Axis(x, x.Sizes[^1], Kernel.Width, Stride.Width, Padding.Width, Dilation.Width));
    }

    /// <summary>The windows that share an input [.., H, W] out.</summary>
    internal static (PoolAxis Rows, PoolAxis Columns) Adaptive(Tensor x, Pair size, string what)
    {
        CheckInput(x, what);
        return size.Height > 0 && size.Width > 0
            ? (PoolAxis.Adaptive(x.Sizes[^2], size.Height), PoolAxis.Adaptive(x.Sizes[^1], size.Width))
            : throw new ArgumentOutOfRangeException("outputSize", size, $"{what} needs an output size of at least 1; got {size}.");
    }

    /// <summary>The shape of a result of so many windows.</summary>
    internal static int[] Result(Tensor x, PoolAxis rows, PoolAxis columns) => [.. x.Sizes[..^2], rows.Windows, columns.Windows];

    /// <summary>How many planes an input has.</summary>
    internal static nint Planes(Tensor x) => x.Sizes.AsSpan().Contains(0) ? 0 : x.ElementCount / (x.Sizes[^2] * x.Sizes[^1]);

    private static void CheckInput(Tensor x, string what)
    {
        if (!x.DType.IsFloatingPoint())
        {
            throw Elementwise.ElementwiseDriver.NotReal(what, x.DType);
        }

        if (x.Rank is not (3 or 4) || x.Sizes.AsSpan(1).Contains(0))
        {
            throw new ArgumentException($"{what} got an input of shape {ShapeMath.Format(x.Sizes)}; it must have a dimension for channels before those of the places, perhaps one for the batch before it, and only the batch may be empty. Is an Unsqueeze missing?");
        }
    }

    private PoolAxis Axis(Tensor x, int size, int kernel, int stride, int padding, int dilation)
    {
        long reach = ((long)dilation * (kernel - 1)) + 1, rest = size + (2L * padding) - reach;
        if (rest < 0 && !(CeilMode && rest + stride > 0))
        {
            throw new ArgumentException($"{What} got windows that reach over {reach} places for an input of shape {ShapeMath.Format(x.Sizes)} with padding {Padding}; no window fits. Make the windows smaller.");
        }

        long windows = ((rest + (CeilMode ? stride - 1 : 0)) / stride) + 1;
        if (CeilMode && (windows - 1) * stride >= size + padding)
        {
            // A last window that begins in the padding after the end would hold nothing.
            windows--;
        }

        return new PoolAxis(size, (int)windows, kernel, stride, padding, dilation);
    }
}
