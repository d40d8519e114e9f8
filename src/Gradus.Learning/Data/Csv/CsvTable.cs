using Gradus.Learning.Data.Files;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Csv;

/// <summary>A table read from comma-separated text: typed columns with missing values, and a typed fault for each cell that does not fit.</summary>
/// <remarks>
/// <para>Rows end with LF, CR LF or CR. A cell in quotes may hold delimiters, line ends and doubled quotes; blanks around a cell that is not quoted are dropped;
/// blank lines are skipped. A header that ends with one delimiter too many is forgiven.</para>
/// <para>Faults that make the rows uncertain (a row that is too long or too short, a quote that is not closed, two columns of one name) always refuse the table.</para>
/// </remarks>
public sealed class CsvTable
{
    private Dictionary<string, CsvColumn> _byName = [];
    private readonly CsvText _text;
    private readonly List<int> _lines;
    private readonly CsvOptions _options;

    internal CsvTable(string source, CsvText text, List<int> lines, CsvOptions options)
    {
        Source = source;
        _text = text;
        _lines = lines;
        _options = options;
    }

    /// <summary>The file, or the name that the text was given.</summary>
    public string Source { get; }

    /// <summary>The number of rows, the header aside.</summary>
    public int RowCount => _lines.Count;

    /// <summary>The columns in the order of the file.</summary>
    public IReadOnlyList<CsvColumn> Columns { get; private set; } = [];

    /// <summary>The cells that were taken as missing because they do not fit; empty unless <see cref="CsvOptions.BadCellsAreMissing"/> was asked for.</summary>
    public IReadOnlyList<CsvError> Errors { get; private set; } = [];

    /// <summary>A column by its name.</summary>
    /// <param name="name">The name in the header.</param>
    /// <exception cref="ArgumentException">There is no such column; the message names those there are.</exception>
    public CsvColumn this[string name]
    {
        get
        {
            return _byName.TryGetValue(name, out CsvColumn? found)
                ? found
                : throw new ArgumentException($"{Source} has no column '{name}'; it has {string.Join(", ", Columns.Select(column => $"'{column.Name}'"))}.", nameof(name));
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, plain or packed by gzip; at most half a gigabyte in either form. A byte order mark of UTF-16 goes before the encoding of the options.</param>
    /// <param name="options">How it is to be read.</param>
    /// <returns>The table.</returns>
    /// <exception cref="CsvException">The file cannot be read as asked; every fault is listed.</exception>
    /// <exception cref="DataFormatException">The file is too large, or no whole gzip stream.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static CsvTable Read(string path, CsvOptions? options = null) => Parse(DataFile.ReadAll(path), path, options);

    /// <summary>Reads bytes, as a file holds them.</summary>
    /// <param name="bytes">The table, not packed. It is kept, not copied: do not change it.</param>
    /// <param name="source">The name to use in faults.</param>
    /// <param name="options">How it is to be read.</param>
    /// <returns>The table.</returns>
    /// <exception cref="CsvException">The bytes cannot be read as asked; every fault is listed.</exception>
    /// <exception cref="ArgumentException">The delimiter is outside ASCII, a quote or a line end.</exception>
    public static CsvTable Parse(byte[] bytes, string source = "bytes", CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        options ??= new CsvOptions();
        return new CsvReader(CsvText.Of(bytes, source, options), source, options).Read();
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">The table.</param>
    /// <param name="source">The name to use in faults.</param>
    /// <param name="options">How it is to be read.</param>
    /// <returns>The table.</returns>
    /// <exception cref="CsvException">The text cannot be read as asked; every fault is listed.</exception>
    /// <exception cref="ArgumentException">The delimiter is outside ASCII, a quote or a line end.</exception>
    public static CsvTable Parse(string text, string source = "text", CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CsvReader(CsvText.Of(text, source), source, options ?? new CsvOptions()).Read();
    }

    /// <summary>The line of the file on which a row begins.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>The line, from 1.</returns>
    public int LineOf(int row) => _lines[row];

    /// <summary>Puts number columns side by side.</summary>
    /// <param name="columns">The names of the columns, in the order wanted.</param>
    /// <returns>A float32 tensor [rows, columns].</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="CsvException">A value is missing or no number; every such cell is listed.</exception>
    public Tensor ToTensor(IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        float[] values = new float[RowCount * columns.Count];
        CsvFaults faults = NewFaults();
        for (int place = 0; place < columns.Count; place++)
        {
            double[] numbers = this[columns[place]].Numbers();
            for (int row = 0; row < numbers.Length; row++)
            {
                values[(row * columns.Count) + place] = (float)numbers[row];
                if (double.IsNaN(numbers[row]))
                {
                    faults.Add(LineOf(row), columns[place], "", "is missing; fill it or drop the row before it becomes a tensor.");
                }
            }
        }

        faults.ThrowIfAny();
        return Tensor.From(values, [RowCount, columns.Count]);
    }

    internal void Complete(IReadOnlyList<CsvColumn> columns, IReadOnlyList<CsvError> errors)
    {
        Columns = columns;
        Errors = errors;
        _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    internal CsvFaults NewFaults() => new(Source, _options.MostErrors);

    /// <summary>The characters of the cell that starts at a place, as they stand there.</summary>
    internal ReadOnlySpan<byte> Raw(int start) => _text.Raw(At(start));

    /// <summary>The value of the cell that starts at a place.</summary>
    internal string Value(int start) => _text.Value(At(start));

    private CsvCell At(int start) => CsvScanner.At(_text.Bytes, (byte)_options.Delimiter, start);
}
