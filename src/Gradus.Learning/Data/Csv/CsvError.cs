namespace Gradus.Learning.Data.Csv;

/// <summary>One fault of a table, at its place.</summary>
/// <param name="Source">The file, or the name that the text was given.</param>
/// <param name="Line">The line on which the cell or row begins, from 1; lines inside quotes count.</param>
/// <param name="Column">The column's name, or null where the fault is one of the whole row.</param>
/// <param name="Value">The text of the cell, cut after 60 characters, or null where the fault is one of the whole row.</param>
/// <param name="Problem">What is wrong with it and what was needed.</param>
public sealed record CsvError(string Source, int Line, string? Column, string? Value, string Problem)
{
    private const int LongestValue = 60;

    /// <summary>The fault in one line.</summary>
    /// <returns>File, line, column, value and problem.</returns>
    public override string ToString() => Column is null
        ? $"{Source}, line {Line}: {Problem}"
        : $"{Source}, line {Line}, column '{Column}': '{Value}' {Problem}";

    internal static string Shorten(string value)
    {
        string visible = string.Concat(value.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return visible.Length <= LongestValue ? visible : string.Concat(visible.AsSpan(0, LongestValue), "…");
    }
}
