using System.Runtime.CompilerServices;

namespace Gradus.Learning.Data.Csv;

/// <summary>Collects the cells of one column and types each as it comes, while its text is at hand.</summary>
internal sealed class CsvColumnBuilder
{
    private readonly CsvMissing _missing;
    private readonly bool _declared;

    // Where each cell starts, which is enough to find it again; the complement where it is missing. Memory that is touched for the first time costs more than reading the text.
    private int[] _starts = [];
    private double[]? _numbers;
    private int _count;
    private int _missingCount;

    internal CsvColumnBuilder(string name, CsvType? declared, CsvMissing missing)
    {
        Name = name;
        _missing = missing;
        _declared = declared is not null;
        Type = declared ?? CsvType.Number;
        _numbers = Type == CsvType.Text ? null : [];
    }

    internal string Name { get; }

    /// <summary>The declared type; else number, until a cell is none.</summary>
    internal CsvType Type { get; private set; }

    /// <summary>Makes room for rows that are expected.</summary>
    internal void Reserve(int rows)
    {
        int[] starts = GC.AllocateUninitializedArray<int>(rows);
        _starts.AsSpan(0, _count).CopyTo(starts);
        _starts = starts;
        if (_numbers is not null)
        {
            double[] numbers = GC.AllocateUninitializedArray<double>(rows);
            _numbers.AsSpan(0, _count).CopyTo(numbers);
            _numbers = numbers;
        }
    }

    /// <summary>Adds a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(CsvCell cell, CsvText text, int line, CsvFaults faults)
    {
        if (_count == _starts.Length)
        {
            Reserve(Math.Max(16, _count + (_count / 2)));
        }

        ReadOnlySpan<byte> raw = text.Raw(cell);
        int row = _count++;
        bool absent = _missing.Holds(raw);
        if (_numbers is not null)
        {
            double number = double.NaN;
            if (!absent && !(Type == CsvType.Integer ? CsvNumbers.TryParseInteger(raw, out number) : CsvNumbers.TryParse(raw, out number)))
            {
                absent = Refuse(cell, text, line, faults);
                number = double.NaN;
            }

            if (_numbers is not null)
            {
                _numbers[row] = number;
            }
        }

        _starts[row] = absent ? ~cell.Start : cell.Start;
        _missingCount += absent ? 1 : 0;
    }

    internal CsvColumn Build(CsvTable table) => new(table, Name, Type, _starts, _numbers, _missingCount);

    // A cell that is no number: a fault where one was declared, and then missing; else the column is one of text.
    private bool Refuse(CsvCell cell, CsvText text, int line, CsvFaults faults)
    {
        if (!_declared)
        {
            (_numbers, Type) = (null, CsvType.Text);
            return false;
        }

        faults.Add(line, Name, text.Value(cell), Type == CsvType.Integer ? CsvNumbers.NoInteger : CsvNumbers.NoNumber);
        return true;
    }
}
