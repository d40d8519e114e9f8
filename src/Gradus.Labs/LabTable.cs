namespace Gradus.Labs;

/// <summary>A table of the user's own on which a lab repeats its experiment in place of generated data.</summary>
/// <param name="Path">A file of comma-separated text; every column but the target must hold numbers, of which some may be missing.</param>
/// <param name="Target">The column that says what happened; without a header columns are called c1, c2, ...</param>
/// <param name="Positive">The text in that column that means yes; every other means no.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
public sealed record LabTable(string Path, string Target, string Positive, bool HasHeader = true);
