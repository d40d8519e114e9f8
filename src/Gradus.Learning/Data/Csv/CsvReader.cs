using System.Runtime.CompilerServices;

namespace Gradus.Learning.Data.Csv;

/// <summary>Builds a table from text: header, rows, types.</summary>
internal sealed class CsvReader(CsvText text, string source, CsvOptions options)
{
    private const int MostColumns = 100_000;

    // Faults of the rows always refuse the table, faults of cells only where they are not taken as missing.
    private readonly CsvFaults _faults = new(source, options.MostErrors);
    private readonly CsvFaults _cellFaults = new(source, options.MostErrors);
    private readonly CsvMissing _missing = new(options.Missing);
    private readonly List<CsvColumnBuilder> _columns = [];
    private readonly List<int> _lines = [];

    internal CsvTable Read()
    {
        if (options.Delimiter is '"' or '\r' or '\n' or >= (char)128)
        {
            throw new ArgumentException($"CsvOptions got the delimiter U+{(int)options.Delimiter:X4}; it must be an ASCII letter that is neither a quote nor a line end.", nameof(options));
        }

        int zero = text.Bytes.AsSpan().IndexOf((byte)0);
        if (zero >= 0)
        {
            _faults.Add(1 + text.Bytes.AsSpan(0, zero).Count((byte)'\n'), "the text holds a zero character; it is binary, or UTF-16 read as UTF-8.");
            _faults.ThrowIfAny();
        }

        Scan(new CsvScanner(text, options, _faults));
        _faults.ThrowIfAny();
        if (!options.BadCellsAreMissing)
        {
            _cellFaults.ThrowIfAny();
        }

        CsvTable table = new(source, text, _lines, options);
        table.Complete([.. _columns.Select(column => column.Build(table))], _cellFaults.Errors);
        return table;
    }

    private void Scan(CsvScanner scanner)
    {
        if (!scanner.Read())
        {
            _faults.Add(1, "the table is empty; a header or a first row is needed.");
            return;
        }

        if (scanner.Row.Length > MostColumns)
        {
            _faults.Add(scanner.Line, $"the first row has {scanner.Row.Length} cells; at most {MostColumns} columns can be read. Is the delimiter '{options.Delimiter}' right?");
            return;
        }

        bool more = true;
        if (options.HasHeader)
        {
            bool trailing = scanner.Row.Length > 1 && scanner.Row[^1].Length == 0;
            Name(Header(scanner.Row), scanner.Line);
            more = scanner.Read();

            // A header that ends with a delimiter names one column that no row has.
            if (more && trailing && scanner.Row.Length == _columns.Count - 1)
            {
                _columns.RemoveAt(_columns.Count - 1);
            }
        }
        else
        {
            Name(options.Names ?? [.. Enumerable.Range(1, scanner.Row.Length).Select(number => $"c{number}")], scanner.Line);
        }

        Declared();
        Rows(scanner, more);
    }

    private void Rows(CsvScanner scanner, bool more)
    {
        int begin = scanner.Place;
        int sample = 0;
        while (more)
        {
            Add(scanner);
            more = scanner.Read();

            // After some rows it is known about how many there will be: room for them is made once. What is reserved stays in proportion to the text that is there.
            if (++sample == 64 && _columns.Count > 0)
            {
                int expected = (int)Math.Min(1.05 * (text.Bytes.Length - begin) / Math.Max(1, scanner.Place - begin) * sample, text.Bytes.Length / _columns.Count) + 64;
                _columns.ForEach(column => column.Reserve(Math.Max(sample, expected)));
                _lines.EnsureCapacity(expected);
            }
        }
    }

    private string[] Header(ReadOnlySpan<CsvCell> row)
    {
        string[] names = new string[row.Length];
        for (int column = 0; column < names.Length; column++)
        {
            names[column] = row[column].Length == 0 ? $"c{column + 1}" : text.Value(row[column]);
        }

        return names;
    }

    private void Name(IReadOnlyList<string> names, int line)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!seen.Add(name))
            {
                _faults.Add(line, name, name, "names two columns; every column needs a name of its own.");
            }

            _columns.Add(new CsvColumnBuilder(name, options.Types.TryGetValue(name, out CsvType type) ? type : null, _missing));
        }
    }

    private void Declared()
    {
        foreach (string name in options.Types.Keys.Where(name => !_columns.Exists(column => column.Name == name)))
        {
            _faults.Add(1, name, name, $"is declared but not in the table, which has {string.Join(", ", _columns.Select(column => $"'{column.Name}'"))}.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(CsvScanner scanner)
    {
        ReadOnlySpan<CsvCell> row = scanner.Row;
        if (row.Length != _columns.Count)
        {
            _faults.Add(scanner.Line, $"the row has {row.Length} cells for {_columns.Count} columns; look for a missing or an unquoted '{options.Delimiter}'.");
            return;
        }

        _lines.Add(scanner.Line);
        for (int column = 0; column < row.Length; column++)
        {
            _columns[column].Add(row[column], text, scanner.Line, _cellFaults);
        }
    }
}
