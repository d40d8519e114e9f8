namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>The rows of a grid at which a row of taps meets the source and not its padding.</summary>
/// <param name="Begin">The first of them.</param>
/// <param name="End">The one behind the last.</param>
internal readonly record struct TapReach(int Begin, int End)
{
    /// <summary>That of a row of a convolution's taps among its output's rows.</summary>
    internal static TapReach Of(in ConvolutionShape shape, int tapRow)
    {
        int before = shape.PadTop - (tapRow * shape.DilationHeight), end = Steps(shape.Height + before, shape.StrideHeight);
        return new TapReach(Math.Min(Steps(before, shape.StrideHeight), shape.OutHeight), Math.Min(end, shape.OutHeight));
    }

    internal bool Holds(int row) => row >= Begin && row < End;

    /// <summary>The first row whose distance, in steps of a stride, is at least so large.</summary>
    private static int Steps(int distance, int stride) => distance <= 0 ? 0 : (distance + stride - 1) / stride;
}
