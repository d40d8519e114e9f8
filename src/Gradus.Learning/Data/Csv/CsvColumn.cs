using System.Globalization;

namespace Gradus.Learning.Data.Csv;

/// <summary>One column of a table: its cells, each present or missing.</summary>
public sealed class CsvColumn
{
    private readonly CsvTable _table;
    private readonly CsvCell[] _cells;
    private readonly bool[] _missing;
    private readonly double[]? _numbers;

    internal CsvColumn(CsvTable table, string name, CsvType type, CsvCell[] cells, bool[] missing, double[]? numbers)
    {
        _table = table;
        Name = name;
        Type = type;
        _cells = cells;
        _missing = missing;
        _numbers = numbers;
    }

    /// <summary>The name in the header.</summary>
    public string Name { get; }

    /// <summary>The declared type, or the one that its values have.</summary>
    public CsvType Type { get; }

    /// <summary>The number of rows.</summary>
    public int Count => _cells.Length;

    /// <summary>How many values are missing.</summary>
    public int MissingCount => _missing.Count(missing => missing);

    /// <summary>Whether the value of a row is missing.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>True where it is.</returns>
    public bool IsMissing(int row) => _missing[row];

    /// <summary>The text of a row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>The text without quotes, or null where the value is missing.</returns>
    public string? Text(int row) => _missing[row] ? null : _cells[row].Value(_table.Characters);

    /// <summary>The texts of all rows.</summary>
    /// <returns>A new array; null stands for a missing value.</returns>
    public string?[] Texts() => [.. Enumerable.Range(0, Count).Select(Text)];

    /// <summary>The number of a row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>The number, or null where the value is missing.</returns>
    /// <exception cref="CsvException">The column holds text; every cell that is no number is listed.</exception>
    public double? Number(int row) => _missing[row] ? null : Demand()[row];

    /// <summary>The numbers of all rows.</summary>
    /// <returns>A new array; NaN stands for a missing value.</returns>
    /// <exception cref="CsvException">The column holds text; every cell that is no number is listed.</exception>
    public double[] Numbers() => (double[])Demand().Clone();

    /// <summary>The whole numbers of all rows, as class labels are.</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="CsvException">A value is missing or no whole number of 32 bits; every such cell is listed.</exception>
    public int[] Integers()
    {
        CsvFaults faults = _table.NewFaults();
        int[] values = new int[Count];
        for (int row = 0; row < Count; row++)
        {
            if (_missing[row])
            {
                faults.Add(_table.LineOf(row), Name, _cells[row].Value(_table.Characters), "is missing; a whole number is needed. Drop the row or fill the value first.");
            }
            else if (!int.TryParse(_cells[row].Raw(_table.Characters), NumberStyles.Integer, CultureInfo.InvariantCulture, out values[row]))
            {
                faults.Add(_table.LineOf(row), Name, _cells[row].Value(_table.Characters), "is no whole number of 32 bits.");
            }
        }

        faults.ThrowIfAny();
        return values;
    }

    private double[] Demand()
    {
        if (_numbers is not null)
        {
            return _numbers;
        }

        CsvFaults faults = _table.NewFaults();
        for (int row = 0; row < Count; row++)
        {
            if (!_missing[row] && !CsvNumbers.TryParse(_cells[row].Raw(_table.Characters), out _))
            {
                faults.Add(_table.LineOf(row), Name, _cells[row].Value(_table.Characters), CsvNumbers.NoNumber);
            }
        }

        faults.ThrowIfAny();
        throw new InvalidOperationException($"The column '{Name}' was declared to hold text; declare it a number to read numbers from it.");
    }
}
