namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Checks columns of categories.</summary>
internal static class CategoryColumns
{
    /// <summary>The rows of columns that were fitted before.</summary>
    internal static int Rows(IReadOnlyList<IReadOnlyList<string?>> columns, int fitted, string what)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.Count == fitted && columns.All(column => column.Count == columns[0].Count)
            ? columns.Count == 0 ? 0 : columns[0].Count
            : throw new ArgumentException($"{what} was fitted on {fitted} columns and got {columns.Count} of the lengths {string.Join(", ", columns.Select(column => column.Count))}; they must be as many, all of one length.", nameof(columns));
    }
}
