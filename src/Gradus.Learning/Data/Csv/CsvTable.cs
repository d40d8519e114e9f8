using System.Text;
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
    private readonly int[] _lines;
    private readonly int _mostErrors;

    internal CsvTable(string source, string characters, int[] lines, int mostErrors)
    {
        Source = source;
        Characters = characters;
        _lines = lines;
        _mostErrors = mostErrors;
    }

    /// <summary>The file, or the name that the text was given.</summary>
    public string Source { get; }

    /// <summary>The number of rows, the header aside.</summary>
    public int RowCount => _lines.Length;

    /// <summary>The columns in the order of the file.</summary>
    public IReadOnlyList<CsvColumn> Columns { get; private set; } = [];

    /// <summary>The cells that were taken as missing because they do not fit; empty unless <see cref="CsvOptions.BadCellsAreMissing"/> was asked for.</summary>
    public IReadOnlyList<CsvError> Errors { get; private set; } = [];

    internal string Characters { get; }

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
    /// <param name="path">The file, at most half a gigabyte.</param>
    /// <param name="options">How it is to be read.</param>
    /// <returns>The table.</returns>
    /// <exception cref="CsvException">The file cannot be read as asked; every fault is listed.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static CsvTable Read(string path, CsvOptions? options = null)
    {
        const long Largest = 1L << 29;
        options ??= new CsvOptions();
        long length = new FileInfo(path).Length;
        if (length > Largest)
        {
            throw new CsvException([new CsvError(path, 1, null, null, $"the file has {length} bytes; at most {Largest} can be read at once. Split it.")], 1);
        }

        try
        {
            return Parse(File.ReadAllText(path, options.Encoding), path, options);
        }
        catch (DecoderFallbackException broken)
        {
            throw new CsvException([new CsvError(path, 1, null, null, $"the file is not {options.Encoding.WebName} (byte {broken.Index}); save it so, or name its encoding in the options.")], 1);
        }
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">The table.</param>
    /// <param name="source">The name to use in faults.</param>
    /// <param name="options">How it is to be read.</param>
    /// <returns>The table.</returns>
    /// <exception cref="CsvException">The text cannot be read as asked; every fault is listed.</exception>
    public static CsvTable Parse(string text, string source = "text", CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CsvReader(text, source, options ?? new CsvOptions()).Read();
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

    internal CsvFaults NewFaults() => new(Source, _mostErrors);
}
