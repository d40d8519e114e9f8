namespace Gradus.Tensors;

/// <summary>One part of an index between brackets: <c>x[1, 2..5, ^1, TensorIndex.NewAxis, mask]</c>.</summary>
/// <remarks>
/// A whole number or an <see cref="System.Index"/> takes one index and its dimension goes away; a <see cref="System.Range"/> takes a run, cut to the dimension as in Python; a tensor of whole numbers or
/// of bools takes what it names, as in PyTorch.
/// </remarks>
public readonly struct TensorIndex
{
    private TensorIndex(TensorIndexKind kind, int start = 0, int end = 0, int step = 1, Tensor? tensor = null)
    {
        Kind = kind;
        Start = start;
        End = end;
        Step = step;
        Tensor = tensor;
    }

    /// <summary>A new dimension of size 1: PyTorch's <c>None</c>.</summary>
    public static TensorIndex NewAxis { get; } = new(TensorIndexKind.NewAxis);

    /// <summary>As many whole dimensions as the other parts leave: PyTorch's <c>...</c>.</summary>
    public static TensorIndex Ellipsis { get; } = new(TensorIndexKind.Ellipsis);

    /// <summary>A whole dimension, as <c>..</c>.</summary>
    public static TensorIndex All { get; } = new(TensorIndexKind.Slice, 0, int.MaxValue);

    internal TensorIndexKind Kind { get; }

    internal int Start { get; }

    internal int End { get; }

    internal int Step { get; }

    internal Tensor? Tensor { get; }

    /// <summary>One index; a negative one counts from the end.</summary>
    /// <param name="index">The index.</param>
    public static implicit operator TensorIndex(int index) => new(TensorIndexKind.Select, index);

    /// <summary>One index, so <c>^1</c> for the last.</summary>
    /// <param name="index">The index.</param>
    public static implicit operator TensorIndex(Index index) => new(TensorIndexKind.Select, index.IsFromEnd && index.Value == 0 ? int.MaxValue : Signed(index));

    /// <summary>A run of indices, so <c>2..^1</c>.</summary>
    /// <param name="range">The run.</param>
    public static implicit operator TensorIndex(Range range) =>
        new(TensorIndexKind.Slice, IsEnd(range.Start) ? int.MaxValue : Signed(range.Start), IsEnd(range.End) ? int.MaxValue : Signed(range.End));

    /// <summary>Indices or a mask.</summary>
    /// <param name="tensor">A tensor of int64, int32 or bool.</param>
    public static implicit operator TensorIndex(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new(TensorIndexKind.Tensor, tensor: tensor);
    }

    /// <summary>Every <paramref name="step"/>-th index from a start up to but without an end: Python's <c>start:end:step</c>.</summary>
    /// <param name="start">The first; a negative one counts from the end.</param>
    /// <param name="end">Not reached; to the end by default.</param>
    /// <param name="step">The distance, at least 1.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is below 1.</exception>
    public static TensorIndex Slice(int start = 0, int end = int.MaxValue, int step = 1)
    {
        return step >= 1
            ? new(TensorIndexKind.Slice, start, end, step)
            : throw new ArgumentOutOfRangeException(nameof(step), step, $"A slice got the step {step}; it must be 1 or more. To go backwards, Flip() the dimension.");
    }

    private static bool IsEnd(Index index) => index.IsFromEnd && index.Value == 0;

    private static int Signed(Index index) => index.IsFromEnd ? -index.Value : index.Value;
}
