using System.Globalization;
using System.Numerics;
using Gradus.Tensors;

namespace Gradus.Learning.Summaries;

/// <summary>The region of the input that can reach one place of an output (Araujo, Norris and Sim, 2019).</summary>
/// <remarks>
/// Through windows of size k with dilation d and stride s the size r grows by (k − 1) d j, where the jump j, the distance in the input of neighbours of the output, is then multiplied by s. Padding and the edge of
/// the input are not seen: a field may be larger than the input. What normalizations learn of other places by their statistics does not count.
/// </remarks>
public sealed record ReceptiveField
{
    private double _jumpHeight = 1;
    private double _jumpWidth = 1;

    private ReceptiveField(int dimensions) => Dimensions = dimensions;

    /// <summary>1 for sequences, 2 for images.</summary>
    public int Dimensions { get; }

    /// <summary>Height and width of the region; of a sequence the width counts.</summary>
    public Pair Size { get; private init; } = 1;

    /// <summary>Whether it is the whole input, however large.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>One place of the input itself.</summary>
    /// <param name="dimensions">1 for sequences, 2 for images.</param>
    /// <returns>A field of size 1.</returns>
    public static ReceptiveField One(int dimensions) => new(dimensions);

    /// <summary>The field behind windows.</summary>
    /// <param name="kernel">Their size.</param>
    /// <param name="stride">The step between them.</param>
    /// <param name="dilation">The step within them.</param>
    /// <returns>The larger field.</returns>
    public ReceptiveField Through(Pair kernel, Pair stride, Pair dilation) => Step(
        (kernel.Height - 1) * dilation.Height, (kernel.Width - 1) * dilation.Width, stride.Height, stride.Width);

    /// <summary>The field behind a transposed convolution: an output place sees the inputs whose kernels reach it.</summary>
    /// <param name="kernel">The size of the kernel.</param>
    /// <param name="stride">The step between the places where kernels are laid.</param>
    /// <param name="dilation">The step within them.</param>
    /// <returns>The field, whose jump is smaller.</returns>
    public ReceptiveField Back(Pair kernel, Pair stride, Pair dilation) => Step(
        Span(kernel.Height, stride.Height, dilation.Height), Span(kernel.Width, stride.Width, dilation.Width), 1.0 / stride.Height, 1.0 / stride.Width);

    /// <summary>The field behind windows that share places out.</summary>
    /// <param name="places">How many places.</param>
    /// <param name="windows">How many windows.</param>
    /// <returns>The field of the largest window.</returns>
    public ReceptiveField Shared(Pair places, Pair windows) => Step(
        Largest(places.Height, windows.Height) - 1, Largest(places.Width, windows.Width) - 1, (double)places.Height / windows.Height, (double)places.Width / windows.Width);

    /// <summary>The whole input.</summary>
    /// <returns>The field.</returns>
    public ReceptiveField Everything() => this with { IsWhole = true };

    /// <summary>The larger of two fields, as where ways come together.</summary>
    /// <param name="other">The other, or null.</param>
    /// <returns>The larger one.</returns>
    public ReceptiveField Or(ReceptiveField? other) =>
        other is null || IsWhole || (!other.IsWhole && (long)Size.Height * Size.Width >= (long)other.Size.Height * other.Size.Width) ? this : other;

    /// <summary>Prints as 5 × 7, as 5 for a sequence, or as all.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsWhole ? "all" : Dimensions == 2
        ? string.Create(CultureInfo.InvariantCulture, $"{Size.Height} × {Size.Width}")
        : Size.Width.ToString(CultureInfo.InvariantCulture);

    // How far apart the inputs are that one output of a transposed convolution meets: taps whose distance is a multiple of the stride.
    private static int Span(int kernel, int stride, int dilation)
    {
        int period = stride / (int)BigInteger.GreatestCommonDivisor(stride, dilation);
        return (kernel - 1) / period * period * dilation / stride;
    }

    private static int Largest(int places, int windows)
    {
        int largest = 0;
        for (int i = 0; i < windows; i++)
        {
            int start = (int)((long)i * places / windows), end = (int)((((i + 1L) * places) + windows - 1) / windows);
            largest = Math.Max(largest, end - start);
        }

        return largest;
    }

    /// <summary>The field behind steps that lie so far apart and reach over so many steps of the input.</summary>
    internal ReceptiveField Step(double height, double width, double strideHeight, double strideWidth) => this with
    {
        Size = (Size.Height + (int)Math.Round(height * _jumpHeight), Size.Width + (int)Math.Round(width * _jumpWidth)),
        _jumpHeight = _jumpHeight * strideHeight,
        _jumpWidth = _jumpWidth * strideWidth,
    };
}
