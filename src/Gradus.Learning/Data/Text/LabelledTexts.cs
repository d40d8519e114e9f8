namespace Gradus.Learning.Data.Text;

/// <summary>Texts with a class each.</summary>
/// <param name="Texts">The texts.</param>
/// <param name="Labels">The class of each, 0 upwards.</param>
/// <param name="Classes">What the classes are called.</param>
public sealed record LabelledTexts(IReadOnlyList<string> Texts, int[] Labels, IReadOnlyList<string> Classes)
{
    /// <summary>The number of texts.</summary>
    public int Count => Labels.Length;

    /// <summary>Some of the texts.</summary>
    /// <param name="rows">Which, in their new order.</param>
    /// <returns>Those texts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such text.</exception>
    public LabelledTexts Take(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new LabelledTexts([.. rows.Select(row => Texts[row])], [.. rows.Select(row => Labels[row])], Classes);
    }
}
