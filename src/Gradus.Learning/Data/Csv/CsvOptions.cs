using System.Text;

namespace Gradus.Learning.Data.Csv;

/// <summary>How a table of text is to be read.</summary>
public sealed record CsvOptions
{
    /// <summary>What separates cells; a comma by default.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether several delimiters in a row count as one, and those before the first cell and after the last as none: for tables that are laid out with blanks. False by default.</summary>
    public bool MergeDelimiters { get; init; }

    /// <summary>Whether the first row names the columns; true by default.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Names of the columns of a table without a header; when left out they are called c1, c2, ...</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The texts that mean a missing value; compared without case and surrounding blanks.</summary>
    public IReadOnlyCollection<string> Missing { get; init; } = ["", "NA", "N/A", "NaN", "null", "?"];

    /// <summary>
    /// The types of columns by name. A cell that does not fit is a fault. A column that is not named here is
    /// <see cref="CsvType.Number"/> when every value present is a number, else <see cref="CsvType.Text"/>.
    /// </summary>
    public IReadOnlyDictionary<string, CsvType> Types { get; init; } = new Dictionary<string, CsvType>(StringComparer.Ordinal);

    /// <summary>Whether a cell that does not fit its type is taken as missing and listed in <see cref="CsvTable.Errors"/>, instead of refusing the table.</summary>
    public bool BadCellsAreMissing { get; init; }

    /// <summary>How many faults are listed before the rest is only counted; 1000 by default.</summary>
    public int MostErrors { get; init; } = 1000;

    /// <summary>The encoding of files; UTF-8 by default, in which broken bytes are a fault.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
