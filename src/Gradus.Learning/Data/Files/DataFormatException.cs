namespace Gradus.Learning.Data.Files;

/// <summary>Thrown where a file of data is not what its format says; it names the file, the place and the field.</summary>
public sealed class DataFormatException : FormatException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="source">The file, or the name that the bytes were given.</param>
    /// <param name="offset">The byte at which the fault lies, from 0, in the file as it is after unpacking.</param>
    /// <param name="field">The field of the format.</param>
    /// <param name="problem">What came, what was needed and what to do.</param>
    public DataFormatException(string source, long offset, string field, string problem)
        : base($"{source}, byte {offset}, {field}: {problem}")
    {
        File = source;
        Offset = offset;
        Field = field;
    }

    /// <summary>The file, or the name that the bytes were given.</summary>
    public string File { get; }

    /// <summary>The byte at which the fault lies, from 0, in the file as it is after unpacking.</summary>
    public long Offset { get; }

    /// <summary>The field of the format.</summary>
    public string Field { get; }
}
