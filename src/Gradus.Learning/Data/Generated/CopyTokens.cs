using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Random token sequences with targets that only memory can give: a delayed copy, the reversal, or differences of past tokens. Each symbol is equally likely, so nothing can be guessed.</summary>
public sealed record CopyTokens
{
    /// <summary>The rows. Default 1,000.</summary>
    public int Rows { get; init; } = 1000;

    /// <summary>The symbols of a row. Default 10; a reversal has 2 · 10 + 1 steps.</summary>
    public int Length { get; init; } = 10;

    /// <summary>K, the symbols 0 to K − 1, at least 2. Default 8.</summary>
    public int Symbols { get; init; } = 8;

    /// <summary>What is asked. Default a delayed copy.</summary>
    public CopyTask Task { get; init; } = CopyTask.DelayedCopy;

    /// <summary>How many steps back the token lies, 1 to the length − 1; not used by the reversal. Default 3.</summary>
    public int Delay { get; init; } = 3;

    /// <summary>Makes the rows.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits.</param>
    /// <returns>The sequences. In a reversal the token K ends the symbols, and K + 1 stands where nothing is said.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public CopyTokensRows Generate(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Length, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Symbols, 2);
        GeneratedOptions.RequireWithin(Delay, 1, Task == CopyTask.Reversal ? int.MaxValue : Length - 1, nameof(Delay));
        Rng random = new Rng(seed).Split("copy-tokens");
        int steps = Task == CopyTask.Reversal ? (2 * Length) + 1 : Length;
        (int[] inputs, int[] targets) = (new int[Rows * steps], new int[Rows * steps]);
        Array.Fill(targets, CopyTokensRows.NothingAsked);
        for (int row = 0; row < Rows; row++)
        {
            Span<int> tokens = inputs.AsSpan(row * steps, steps);
            foreach (ref int token in tokens[..Length])
            {
                token = random.NextInt(Symbols);
            }

            Ask(tokens, targets.AsSpan(row * steps, steps));
        }

        return new CopyTokensRows { Inputs = inputs, Targets = targets, Length = steps, Symbols = Symbols, Vocabulary = Task == CopyTask.Reversal ? Symbols + 2 : Symbols };
    }

    private void Ask(Span<int> tokens, Span<int> targets)
    {
        switch (Task)
        {
            case CopyTask.DelayedCopy:
                tokens[..^Delay].CopyTo(targets[Delay..]);
                break;
            case CopyTask.Difference:
                for (int step = Delay; step < tokens.Length; step++)
                {
                    targets[step] = (tokens[step] - tokens[step - Delay] + Symbols) % Symbols;
                }

                break;
            default:
                tokens[Length] = Symbols;
                tokens[(Length + 1)..].Fill(Symbols + 1);
                tokens[..Length].CopyTo(targets[(Length + 1)..]);
                targets[(Length + 1)..].Reverse();
                break;
        }
    }
}
