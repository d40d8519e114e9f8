namespace Gradus.Learning.Data.Csv;

/// <summary>Builds a table from text: header, rows, types.</summary>
internal sealed class CsvReader(string text, string source, CsvOptions options)
{
    private const int MostColumns = 100_000;
    private readonly CsvFaults _faults = new(source, options.MostErrors);
    private readonly List<string> _names = [];
    private readonly List<List<CsvCell>> _cells = [];
    private readonly List<int> _lines = [];
    private readonly System.Buffers.SearchValues<char> _missingBegins = System.Buffers.SearchValues.Create(
        [.. options.Missing.Where(token => token.Length > 0).SelectMany(token => new[] { char.ToLowerInvariant(token[0]), char.ToUpperInvariant(token[0]) })]);

    internal CsvTable Read()
    {
        int zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero >= 0)
        {
            _faults.Add(1 + text.AsSpan(0, zero).Count('\n'), "the text holds a zero character; it is binary, or UTF-16 read as UTF-8.");
            _faults.ThrowIfAny();
        }

        Scan();
        _faults.ThrowIfAny();
        CsvTable table = new(source, text, [.. _lines], options.MostErrors);
        CsvColumn[] columns = [.. _names.Select((name, index) => Type(table, name, [.. _cells[index]]))];
        if (!options.BadCellsAreMissing)
        {
            _faults.ThrowIfAny();
        }

        table.Complete(columns, _faults.Errors);
        return table;
    }

    private void Scan()
    {
        CsvScanner scanner = new(text, options.Delimiter, _faults);
        List<CsvCell> row = [];
        if (!scanner.Read(row))
        {
            _faults.Add(1, "the table is empty; a header or a first row is needed.");
            return;
        }

        if (row.Count > MostColumns)
        {
            _faults.Add(scanner.Line, $"the first row has {row.Count} cells; at most {MostColumns} columns can be read. Is the delimiter '{options.Delimiter}' right?");
            return;
        }

        bool trailing = options.HasHeader && Header(row, scanner.Line);
        if (options.HasHeader)
        {
            if (!scanner.Read(row))
            {
                Declared();
                return;
            }
        }
        else
        {
            Name(Enumerable.Range(1, row.Count).Select(number => $"c{number}"), scanner.Line);
        }

        // A header that ends with a delimiter names one column that no row has.
        if (trailing && row.Count == _names.Count - 1)
        {
            _names.RemoveAt(_names.Count - 1);
            _cells.RemoveAt(_cells.Count - 1);
        }

        Declared();
        do
        {
            Add(row, scanner.Line);
        }
        while (scanner.Read(row));
    }

    private bool Header(List<CsvCell> row, int line)
    {
        bool trailing = row.Count > 1 && row[^1].Length == 0;
        Name(row.Select((cell, index) => cell.Length == 0 ? $"c{index + 1}" : cell.Value(text)), line);
        return trailing;
    }

    private void Name(IEnumerable<string> names, int line)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!seen.Add(name))
            {
                _faults.Add(line, name, name, "names two columns; every column needs a name of its own.");
            }

            _names.Add(name);
            _cells.Add([]);
        }
    }

    private void Declared()
    {
        foreach (string name in options.Types.Keys.Where(name => !_names.Contains(name, StringComparer.Ordinal)))
        {
            _faults.Add(1, name, name, $"is declared but not in the table, which has {string.Join(", ", _names.Select(present => $"'{present}'"))}.");
        }
    }

    private void Add(List<CsvCell> row, int line)
    {
        if (row.Count != _names.Count)
        {
            _faults.Add(line, $"the row has {row.Count} cells for {_names.Count} columns; look for a missing or an unquoted '{options.Delimiter}'.");
            return;
        }

        _lines.Add(line);
        for (int column = 0; column < row.Count; column++)
        {
            _cells[column].Add(row[column]);
        }
    }

    private CsvColumn Type(CsvTable table, string name, CsvCell[] cells)
    {
        bool declared = options.Types.TryGetValue(name, out CsvType type);
        bool[] missing = new bool[cells.Length];
        double[]? numbers = declared && type == CsvType.Text ? null : new double[cells.Length];
        for (int row = 0; row < cells.Length; row++)
        {
            ReadOnlySpan<char> raw = cells[row].Raw(text);
            missing[row] = IsMissing(raw);
            if (missing[row] && numbers is not null)
            {
                numbers[row] = double.NaN;
            }
            else if (numbers is not null && !(type == CsvType.Integer ? CsvNumbers.TryParseInteger(raw, out numbers[row]) : CsvNumbers.TryParse(raw, out numbers[row])))
            {
                if (!declared)
                {
                    numbers = null;
                    continue;
                }

                _faults.Add(_lines[row], name, cells[row].Value(text), type == CsvType.Integer ? CsvNumbers.NoInteger : CsvNumbers.NoNumber);
                missing[row] = true;
                numbers[row] = double.NaN;
            }
        }

        return new CsvColumn(table, name, declared ? type : numbers is null ? CsvType.Text : CsvType.Number, cells, missing, numbers);
    }

    private bool IsMissing(ReadOnlySpan<char> cell)
    {
        ReadOnlySpan<char> trimmed = cell.Trim();
        if (!trimmed.IsEmpty && !_missingBegins.Contains(trimmed[0]))
        {
            return false;
        }

        foreach (string token in options.Missing)
        {
            if (trimmed.Equals(token, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
