using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Data.Tables;

/// <summary>Columns of numbers and texts side by side, each value present or missing. A table never changes; what changes it makes another.</summary>
/// <remarks>It remembers which rows of the table it came from it holds, so that a check can tell on which rows something was fitted.</remarks>
public sealed class Table
{
    private readonly TableColumn[] _columns;
    private readonly int[] _origins;

    /// <summary>Makes a table.</summary>
    /// <param name="columns">Its columns, of one length, each with a name of its own.</param>
    /// <exception cref="ArgumentException">There is no column, the lengths differ, or a name stands twice.</exception>
    public Table(params ReadOnlySpan<TableColumn> columns)
        : this(columns.ToArray(), null)
    {
    }

    private Table(TableColumn[] columns, int[]? origins)
    {
        if (columns.Length == 0 || columns.Any(column => column.Count != columns[0].Count) || columns.DistinctBy(column => column.Name, StringComparer.Ordinal).Count() != columns.Length)
        {
            throw new ArgumentException($"Table got {string.Join(", ", columns.Select(column => $"'{column.Name}' with {column.Count} rows"))}; it needs columns of one length, each with a name of its own.", nameof(columns));
        }

        _columns = columns;
        _origins = origins ?? [.. Enumerable.Range(0, columns[0].Count)];
    }

    /// <summary>The number of rows.</summary>
    public int RowCount => _origins.Length;

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<TableColumn> Columns => _columns;

    /// <summary>The number that each row had in the table that this one was first taken from.</summary>
    public IReadOnlyList<int> Origins => _origins;

    /// <summary>A column by its name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such column; those there are are named.</exception>
    public TableColumn this[string name] => Find(name);

    /// <summary>The table that a file held.</summary>
    /// <param name="csv">The table that was read; columns of text are those of categories.</param>
    /// <returns>The table.</returns>
    public static Table From(CsvTable csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return new Table([.. csv.Columns.Select(column => column.Type == CsvType.Text ? new TableColumn(column.Name, column.Texts()) : new TableColumn(column.Name, column.Numbers()))], null);
    }

    /// <summary>The inputs that a generator made.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>One column of numbers for each feature.</returns>
    public static Table From(GeneratedRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new Table(
            [.. rows.FeatureNames.Select((name, feature) => new TableColumn(name, [.. Enumerable.Range(0, rows.Rows).Select(row => (double)rows.Inputs[(row * rows.Features) + feature])]))],
            null);
    }

    /// <summary>Some of the rows.</summary>
    /// <param name="rows">Rows, from 0, in any order; a row may stand twice.</param>
    /// <returns>A table of copies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Table Take(ReadOnlySpan<int> rows)
    {
        int[] origins = new int[rows.Length];
        for (int place = 0; place < rows.Length; place++)
        {
            origins[place] = (uint)rows[place] < (uint)RowCount
                ? _origins[rows[place]]
                : throw new ArgumentOutOfRangeException(nameof(rows), rows[place], $"There is no row {rows[place]}; the table has {RowCount} rows, numbered from 0.");
        }

        TableColumn[] taken = new TableColumn[_columns.Length];
        for (int column = 0; column < taken.Length; column++)
        {
            taken[column] = _columns[column].Take(rows);
        }

        return new Table(taken, origins);
    }

    /// <summary>The table without some columns.</summary>
    /// <param name="names">Their names.</param>
    /// <returns>The other columns.</returns>
    /// <exception cref="ArgumentException">There is no such column, or none would be left.</exception>
    public Table Without(params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        TableColumn[] left = [.. _columns.Except(names.Select(Find))];
        return new Table(left, _origins);
    }

    /// <summary>The table with some numbers taken as missing, as the zeros of blood pressures are.</summary>
    /// <param name="value">The number.</param>
    /// <param name="names">The columns in which it stands for a missing value.</param>
    /// <returns>The table with NaN in its place.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">A column holds texts.</exception>
    public Table MarkMissing(double value, params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        TableColumn[] marked = [.. names.Select(Find)];
        return new Table([.. _columns.Select(column => marked.Contains(column) ? column.MarkMissing(value) : column)], _origins);
    }

    private TableColumn Find(string name) => Array.Find(_columns, column => column.Name == name)
        ?? throw new ArgumentException($"There is no column '{name}'; the table has {string.Join(", ", _columns.Select(column => $"'{column.Name}'"))}.", nameof(name));
}
