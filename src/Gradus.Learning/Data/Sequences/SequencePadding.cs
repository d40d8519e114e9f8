using Gradus.Tensors;

namespace Gradus.Learning.Data.Sequences;

/// <summary>Makes one tensor of sequences of unequal lengths, and says which of its places are real.</summary>
public static class SequencePadding
{
    /// <summary>Puts sequences side by side and fills the shorter ones up at their ends; as PyTorch's pad_sequence with batch_first=True.</summary>
    /// <param name="sequences">Sequences [T_i, ...] of one type, equal but for the first axis.</param>
    /// <param name="paddingValue">What the ends are filled with; 0 by default.</param>
    /// <returns>A tensor [B, T, ...], T the longest length.</returns>
    /// <exception cref="ArgumentException">There is no sequence, or two differ in type or in another axis.</exception>
    public static Tensor Pad(IReadOnlyList<Tensor> sequences, double paddingValue = 0)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        if (sequences.Count == 0 || sequences.Any(sequence => sequence.Rank == 0))
        {
            throw new ArgumentException("Pad got no sequence, or a single number for one; it needs at least one tensor [T, ...].", nameof(sequences));
        }

        Tensor first = sequences[0];
        int longest = 0;
        for (int row = 0; row < sequences.Count; row++)
        {
            Tensor sequence = sequences[row];
            longest = Math.Max(longest, sequence.Shape[0]);
            if (sequence.DType != first.DType || !sequence.Shape[1..].SequenceEqual(first.Shape[1..]))
            {
                throw new ArgumentException(
                    $"Pad got {sequence.DType} [{string.Join(", ", sequence.Shape.ToArray())}] as sequence {row} after {first.DType} [{string.Join(", ", first.Shape.ToArray())}]; they may differ in the first axis alone.",
                    nameof(sequences));
            }
        }

        Tensor padded = Tensor.Full(paddingValue, first.DType, [sequences.Count, longest, .. first.Shape[1..]]);
        for (int row = 0; row < sequences.Count; row++)
        {
            RowGather.Copy(sequences[row], padded, row);
        }

        return padded;
    }

    /// <summary>Which places of padded sequences are real.</summary>
    /// <param name="lengths">The length of each sequence, whole numbers [B].</param>
    /// <param name="maxLength">T, the length of the padded sequences.</param>
    /// <returns>Bool [B, T]: true at t where t is less than the length. PyTorch's key_padding_mask is its opposite.</returns>
    /// <exception cref="ArgumentException">The lengths are no row of whole numbers, or one is not in 0 to T.</exception>
    public static Tensor Mask(Tensor lengths, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        if (lengths.Rank != 1 || lengths.DType is not (DType.Int64 or DType.Int32))
        {
            throw new ArgumentException($"Mask got the lengths {lengths.DType} [{string.Join(", ", lengths.Shape.ToArray())}]; it needs Int64 [B].", nameof(lengths));
        }

        long[] all = lengths.ToArray<long>();
        bool[] mask = new bool[all.Length * maxLength];
        for (int row = 0; row < all.Length; row++)
        {
            if (all[row] < 0 || all[row] > maxLength)
            {
                throw new ArgumentException($"Mask got the length {all[row]} in row {row} for sequences of {maxLength}.", nameof(lengths));
            }

            mask.AsSpan(row * maxLength, (int)all[row]).Fill(true);
        }

        return Tensor.From(mask, all.Length, maxLength);
    }
}
