using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Sequences of (value, marker) pairs; the target is the sum of the two marked values, one in each half. A test of long memory: the longer, the harder.</summary>
/// <remarks>Values are uniform in [0, 1). Predicting 1 for every row gives the mean squared error 1/6. Hochreiter and Schmidhuber: Long short-term memory (1997), with the markers of later papers.</remarks>
public sealed record AddingProblem
{
    /// <summary>The rows. Default 1,000.</summary>
    public int Rows { get; init; } = 1000;

    /// <summary>T, the steps of a row, at least 2. Default 50.</summary>
    public int Length { get; init; } = 50;

    /// <summary>Makes the rows.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits.</param>
    /// <returns>The sequences.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public AddingProblemRows Generate(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Length, 2);
        Rng random = new Rng(seed).Split("adding-problem");
        (float[] inputs, float[] targets) = (new float[Rows * Length * 2], new float[Rows]);
        for (int row = 0; row < Rows; row++)
        {
            Span<float> steps = inputs.AsSpan(row * Length * 2, Length * 2);
            for (int step = 0; step < Length; step++)
            {
                steps[2 * step] = random.NextFloat();
            }

            int half = Length / 2;
            foreach (int marked in (ReadOnlySpan<int>)[random.NextInt(half), half + random.NextInt(Length - half)])
            {
                steps[(2 * marked) + 1] = 1;
                targets[row] += steps[2 * marked];
            }
        }

        return new AddingProblemRows { Inputs = inputs, Targets = targets, Length = Length };
    }
}
