using Gradus.Tensors;

namespace Gradus.Learning.Data.Sequences;

/// <summary>Stretches of one long text of tokens, each with the tokens that follow: what a language model learns from.</summary>
/// <remarks>Row r holds the T tokens from r · stride on as inputs, and the T tokens from one place later on as targets.</remarks>
public sealed class TokenWindows : Dataset
{
    private readonly int[] _tokens;
    private readonly int _stride;

    /// <summary>Makes a set of stretches.</summary>
    /// <param name="tokens">The text as numbers.</param>
    /// <param name="length">T, the tokens of a stretch.</param>
    /// <param name="stride">How far apart stretches begin; 1 by default, so at every token. T gives each token once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A stretch has no token, or the stride is below 1.</exception>
    /// <exception cref="ArgumentException">The text is not longer than a stretch.</exception>
    public TokenWindows(ReadOnlySpan<int> tokens, int length, int stride = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        if (tokens.Length <= length)
        {
            throw new ArgumentException($"TokenWindows got {tokens.Length} tokens for stretches of {length}; it needs at least one token more than a stretch.", nameof(tokens));
        }

        _tokens = tokens.ToArray();
        _stride = stride;
        Length = length;
        Count = 1 + ((tokens.Length - length - 1) / stride);
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <summary>T, the tokens of a stretch.</summary>
    public int Length { get; }

    /// <summary>Copies stretches.</summary>
    /// <param name="rows">Rows, from 0, in any order; a row may stand twice.</param>
    /// <returns>Inputs and targets, int64 [B, T].</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public override Batch Take(ReadOnlySpan<int> rows)
    {
        Tensor inputs = Tensor.Empty(DType.Int64, rows.Length, Length);
        Tensor targets = Tensor.Empty(DType.Int64, rows.Length, Length);
        Span<long> toInputs = inputs.AsWritableSpan<long>();
        Span<long> toTargets = targets.AsWritableSpan<long>();
        for (int place = 0; place < rows.Length; place++)
        {
            Demand(rows[place]);
            ReadOnlySpan<int> tokens = _tokens.AsSpan(rows[place] * _stride, Length + 1);
            for (int token = 0; token < Length; token++)
            {
                toInputs[(place * Length) + token] = tokens[token];
                toTargets[(place * Length) + token] = tokens[token + 1];
            }
        }

        return new Batch(inputs, targets);
    }
}
