using System.Diagnostics.CodeAnalysis;

namespace Gradus.Tensors;

/// <summary>How many zeros a convolution lays around its input; none by default.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "The method Of says the same.")]
public readonly record struct Padding
{
    private readonly bool _same;

    private Padding(Pair size, bool same)
    {
        Size = size;
        _same = same;
    }

    /// <summary>As many as keep the size at stride 1; an odd one comes after the end, as in PyTorch.</summary>
    public static Padding Same { get; } = new(0, true);

    /// <summary>None.</summary>
    public static Padding Valid => default;

    /// <summary>Zeros on either side of rows and columns; 0 where they follow from the kernel.</summary>
    public Pair Size { get; }

    /// <summary>Whether the zeros follow from the kernel.</summary>
    public bool IsSame => _same;

    /// <summary>So many on each side.</summary>
    /// <param name="size">For rows and columns.</param>
    /// <returns>The padding.</returns>
    public static Padding Of(Pair size) => new(size, false);

    /// <summary>So many on every side.</summary>
    /// <param name="size">How many.</param>
    public static implicit operator Padding(int size) => Of(size);

    /// <summary>So many on either side of rows and of columns.</summary>
    /// <param name="size">How many.</param>
    public static implicit operator Padding((int Height, int Width) size) => Of(size);

    /// <summary>Prints as (height, width), or as same.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _same ? "same" : Size.ToString();
}
