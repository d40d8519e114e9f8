namespace Gradus.Learning.Data.Csv;

/// <summary>Where a cell lies in the text.</summary>
/// <param name="Start">The first byte after an opening quote or a blank.</param>
/// <param name="Length">The number of bytes.</param>
/// <param name="Escaped">Whether doubled quotes stand for single ones in it.</param>
internal readonly record struct CsvCell(int Start, int Length, bool Escaped);
