namespace Gradus.Learning.Data.Csv;

/// <summary>Where a cell lies in the text.</summary>
/// <param name="Start">The first character after an opening quote or a blank.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="Escaped">Whether doubled quotes stand for single ones in it.</param>
internal readonly record struct CsvCell(int Start, int Length, bool Escaped)
{
    internal ReadOnlySpan<char> Raw(string text) => text.AsSpan(Start, Length);

    internal string Value(string text) => Escaped ? text.Substring(Start, Length).Replace("\"\"", "\"", StringComparison.Ordinal) : text.Substring(Start, Length);
}
