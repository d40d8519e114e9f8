using System.Globalization;

namespace Gradus.Learning.Data.Csv;

/// <summary>One column of a table: its cells, each present or missing.</summary>
public sealed class CsvColumn
{
    private const int MostShared = 4096;
    private readonly CsvTable _table;
    private readonly int[] _starts;
    private readonly double[]? _numbers;

    // The arrays may be longer than the table has rows.
    internal CsvColumn(CsvTable table, string name, CsvType type, int[] starts, double[]? numbers, int missingCount)
    {
        _table = table;
        Name = name;
        Type = type;
        _starts = starts;
        _numbers = numbers;
        MissingCount = missingCount;
    }

    /// <summary>The name in the header.</summary>
    public string Name { get; }

    /// <summary>The declared type, or the one that its values have.</summary>
    public CsvType Type { get; }

    /// <summary>The number of rows.</summary>
    public int Count => _table.RowCount;

    /// <summary>How many values are missing.</summary>
    public int MissingCount { get; }

    /// <summary>Whether the value of a row is missing.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>True where it is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public bool IsMissing(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        return _starts[row] < 0;
    }

    /// <summary>The text of a row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>The text without quotes, or null where the value is missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public string? Text(int row) => IsMissing(row) ? null : Written(row);

    /// <summary>The texts of all rows.</summary>
    /// <returns>A new array; null stands for a missing value.</returns>
    public string?[] Texts()
    {
        // Columns of categories hold few texts many times: those share one string each.
        HashSet<string> shared = new(StringComparer.Ordinal);
        string?[] texts = new string?[Count];
        for (int row = 0; row < texts.Length; row++)
        {
            string? text = Text(row);
            if (text is not null && shared.TryGetValue(text, out string? same))
            {
                text = same;
            }
            else if (text is not null && shared.Count < MostShared)
            {
                shared.Add(text);
            }

            texts[row] = text;
        }

        return texts;
    }

    /// <summary>The number of a row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>The number, or null where the value is missing.</returns>
    /// <exception cref="CsvException">The column holds text; every cell that is no number is listed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public double? Number(int row) => IsMissing(row) ? null : Demand()[row];

    /// <summary>The numbers of all rows.</summary>
    /// <returns>A new array; NaN stands for a missing value.</returns>
    /// <exception cref="CsvException">The column holds text; every cell that is no number is listed.</exception>
    public double[] Numbers() => Demand()[..Count];

    /// <summary>The whole numbers of all rows, as class labels are.</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="CsvException">A value is missing or no whole number of 32 bits; every such cell is listed.</exception>
    public int[] Integers()
    {
        CsvFaults faults = _table.NewFaults();
        int[] values = new int[Count];
        for (int row = 0; row < Count; row++)
        {
            if (_starts[row] < 0)
            {
                faults.Add(_table.LineOf(row), Name, Written(row), "is missing; a whole number is needed. Drop the row or fill the value first.");
            }
            else if (!int.TryParse(_table.Raw(_starts[row]), NumberStyles.Integer, CultureInfo.InvariantCulture, out values[row]))
            {
                faults.Add(_table.LineOf(row), Name, Written(row), "is no whole number of 32 bits.");
            }
        }

        faults.ThrowIfAny();
        return values;
    }

    private string Written(int row) => _table.Value(_starts[row] < 0 ? ~_starts[row] : _starts[row]);

    private double[] Demand()
    {
        if (_numbers is not null)
        {
            return _numbers;
        }

        CsvFaults faults = _table.NewFaults();
        for (int row = 0; row < Count; row++)
        {
            if (_starts[row] >= 0 && !CsvNumbers.TryParse(_table.Raw(_starts[row]), out _))
            {
                faults.Add(_table.LineOf(row), Name, Written(row), CsvNumbers.NoNumber);
            }
        }

        faults.ThrowIfAny();
        throw new InvalidOperationException($"The column '{Name}' was declared to hold text; declare it a number to read numbers from it.");
    }
}
