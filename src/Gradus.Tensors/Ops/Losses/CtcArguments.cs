using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Losses;

/// <summary>The checked arguments of connectionist temporal classification.</summary>
/// <param name="Labels">All labels, contiguous int64 in one dimension.</param>
/// <param name="FirstLabels">Where each sample's labels begin.</param>
/// <param name="TargetLengths">How many labels each sample has.</param>
/// <param name="InputLengths">How many steps of each sample count.</param>
/// <param name="Blank">The class that stands for no label.</param>
/// <param name="ZeroInfinity">Whether an infinite loss counts as 0.</param>
internal sealed record CtcArguments(Tensor Labels, int[] FirstLabels, int[] TargetLengths, int[] InputLengths, long Blank, bool ZeroInfinity)
{
    /// <summary>The states of the longest sample: its labels with blanks around them.</summary>
    internal int MostStates => (2 * TargetLengths.DefaultIfEmpty(0).Max()) + 1;

    internal static CtcArguments Check(Tensor x, Tensor targets, IReadOnlyList<int> inputLengths, IReadOnlyList<int> targetLengths, long blank, bool zeroInfinity)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(inputLengths);
        ArgumentNullException.ThrowIfNull(targetLengths);
        if (x.Rank != 3 || inputLengths.Count != x.Sizes[1] || targetLengths.Count != x.Sizes[1])
        {
            throw new ArgumentException(
                $"CtcLoss got log-probabilities {ShapeMath.Format(x.Sizes)}, {inputLengths.Count} input lengths and {targetLengths.Count} target lengths; it needs [T, N, C] and N lengths of both kinds.", nameof(x));
        }

        (int steps, int samples, int classes) = (x.Sizes[0], x.Sizes[1], x.Sizes[2]);
        if (blank < 0 || blank >= classes)
        {
            throw new ArgumentOutOfRangeException(nameof(blank), blank, $"CtcLoss needs a blank from 0 to {classes - 1} for {classes} classes.");
        }

        if (inputLengths.Any(length => length < 0 || length > steps))
        {
            throw new ArgumentException($"CtcLoss got input lengths [{string.Join(", ", inputLengths)}]; each must lie from 0 to T, {steps}.", nameof(inputLengths));
        }

        bool padded = targets.Rank == 2;
        int room = padded ? targets.Sizes[1] : targets.ElementCount;
        if (targets.DType.IsFloatingPoint()
            || targets.Rank is not (1 or 2)
            || (padded && targets.Sizes[0] != samples)
            || targetLengths.Any(length => length < 0 || length > room)
            || (!padded && targetLengths.Sum() != room))
        {
            throw new ArgumentException(
                $"CtcLoss got a {targets.DType} target {ShapeMath.Format(targets.Sizes)} and target lengths [{string.Join(", ", targetLengths)}]; it needs int64 labels [N, S] with lengths up to S, or all labels in one dimension, with lengths that sum to it.",
                nameof(targets));
        }

        int[] first = new int[samples];
        for (int n = 1; n < samples; n++)
        {
            first[n] = padded ? n * room : first[n - 1] + targetLengths[n - 1];
        }

        CtcArguments arguments = new(targets.To(DType.Int64).Contiguous().Detach(), first, [.. targetLengths], [.. inputLengths], blank, zeroInfinity);
        for (int n = 0; n < samples; n++)
        {
            foreach (long label in arguments.LabelsOf(n))
            {
                if (label < 0 || label >= classes || label == blank)
                {
                    throw new ArgumentOutOfRangeException(nameof(targets), label, $"CtcLoss got label {label} in sample {n}; it must lie from 0 to {classes - 1} and not be the blank, {blank}.");
                }
            }
        }

        return arguments;
    }

    /// <summary>The labels of a sample.</summary>
    internal ReadOnlySpan<long> LabelsOf(int sample) => Labels.AsSpan<long>().Slice(FirstLabels[sample], TargetLengths[sample]);
}
