using Gradus.Tensors;

namespace Gradus.Learning.Data.Sequences;

/// <summary>Sequences of unequal lengths with targets; a batch is padded to its own longest, and says how long each was.</summary>
/// <remarks><see cref="Sampling.BucketSampler"/> puts like lengths together, so that little is padded.</remarks>
public sealed class SequenceDataset : Dataset
{
    private readonly Tensor[] _inputs;
    private readonly Tensor[]? _targetSequences;
    private readonly Tensor? _targets;
    private readonly double _paddingValue;
    private readonly double _targetPaddingValue;

    /// <summary>Pairs sequences with one target each, as classes of sentences.</summary>
    /// <param name="inputs">Sequences [T_i, ...] of one type, equal but for the first axis.</param>
    /// <param name="targets">Targets [N, ...].</param>
    /// <param name="paddingValue">What ends of inputs are filled with; 0 by default.</param>
    /// <exception cref="ArgumentException">There are not as many targets as sequences.</exception>
    public SequenceDataset(IReadOnlyList<Tensor> inputs, Tensor targets, double paddingValue = 0)
        : this(inputs, paddingValue)
    {
        ArgumentNullException.ThrowIfNull(targets);
        _targets = targets.Rank > 0 && targets.Shape[0] == _inputs.Length
            ? targets.Contiguous()
            : throw new ArgumentException($"SequenceDataset got {_inputs.Length} sequences and targets [{string.Join(", ", targets.Shape.ToArray())}]; the first axis is the rows and must agree.", nameof(targets));
    }

    /// <summary>Pairs sequences with sequences, as sentences with translations.</summary>
    /// <param name="inputs">Sequences [T_i, ...] of one type, equal but for the first axis.</param>
    /// <param name="targets">Sequences of the targets, one for each input.</param>
    /// <param name="paddingValue">What ends of inputs are filled with; 0 by default.</param>
    /// <param name="targetPaddingValue">What ends of targets are filled with; −100 by default, which cross-entropy ignores.</param>
    /// <exception cref="ArgumentException">There are not as many targets as sequences.</exception>
    public SequenceDataset(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> targets, double paddingValue = 0, double targetPaddingValue = -100)
        : this(inputs, paddingValue)
    {
        ArgumentNullException.ThrowIfNull(targets);
        _targetSequences = targets.Count == _inputs.Length
            ? [.. targets]
            : throw new ArgumentException($"SequenceDataset got {_inputs.Length} sequences and {targets.Count} targets; give one target for each.", nameof(targets));
        _targetPaddingValue = targetPaddingValue;
    }

    private SequenceDataset(IReadOnlyList<Tensor> inputs, double paddingValue)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _inputs = [.. inputs];
        _paddingValue = paddingValue;
        Lengths = [.. inputs.Select(sequence => sequence.Size(0))];
    }

    /// <inheritdoc/>
    public override int Count => _inputs.Length;

    /// <summary>The length of each input, as <see cref="Sampling.BucketSampler"/> takes them.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>Copies sequences into one padded tensor.</summary>
    /// <param name="rows">Rows, from 0, in any order; a row may stand twice.</param>
    /// <returns>Inputs [B, T, ...] with <see cref="Batch.Lengths"/>, and targets: [B, ...], or [B, U, ...] with <see cref="Batch.TargetLengths"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">Sequences differ in type or in another axis than the first.</exception>
    public override Batch Take(ReadOnlySpan<int> rows)
    {
        (Tensor inputs, Tensor lengths) = Gather(_inputs, rows, _paddingValue);
        if (_targets is not null)
        {
            return new Batch(inputs, RowGather.Take(_targets, rows)) { Lengths = lengths };
        }

        (Tensor targets, Tensor targetLengths) = Gather(_targetSequences!, rows, _targetPaddingValue);
        return new Batch(inputs, targets) { Lengths = lengths, TargetLengths = targetLengths };
    }

    private (Tensor Padded, Tensor Lengths) Gather(Tensor[] sequences, ReadOnlySpan<int> rows, double paddingValue)
    {
        Tensor[] taken = new Tensor[rows.Length];
        long[] lengths = new long[rows.Length];
        for (int place = 0; place < rows.Length; place++)
        {
            Demand(rows[place]);
            taken[place] = sequences[rows[place]];
            lengths[place] = taken[place].Size(0);
        }

        return (SequencePadding.Pad(taken, paddingValue), Tensor.From(lengths));
    }
}
