namespace Gradus.Labs.Data;

/// <summary>Rows of numbers with one class each, ready for a network.</summary>
/// <param name="Inputs">The inputs, row after row.</param>
/// <param name="Features">The number of columns.</param>
/// <param name="Labels">The class of each row.</param>
/// <param name="TrueRisks">The true probability of class 1 of each row, or null where nobody knows it.</param>
internal sealed record LabelledRows(float[] Inputs, int Features, int[] Labels, double[]? TrueRisks = null)
{
    /// <summary>The number of rows.</summary>
    public int Count => Labels.Length;

    /// <summary>The share of class 1.</summary>
    public double Prevalence => Labels.Average(label => label == 1 ? 1.0 : 0.0);

    /// <summary>Some of the rows.</summary>
    /// <param name="rows">Which, in their new order.</param>
    /// <returns>Copies of them.</returns>
    public LabelledRows Take(IReadOnlyList<int> rows)
    {
        float[] inputs = new float[rows.Count * Features];
        for (int row = 0; row < rows.Count; row++)
        {
            Inputs.AsSpan(rows[row] * Features, Features).CopyTo(inputs.AsSpan(row * Features));
        }

        return new LabelledRows(inputs, Features, [.. rows.Select(row => Labels[row])], TrueRisks is null ? null : [.. rows.Select(row => TrueRisks[row])]);
    }
}
