namespace Gradus.Learning.Data.Csv;

/// <summary>Thrown where a table cannot be read as asked; it lists every fault, not the first alone.</summary>
public sealed class CsvException : Exception
{
    private const int Shown = 10;

    /// <summary>Makes the exception.</summary>
    /// <param name="errors">The faults in the order of the file, at least one.</param>
    /// <param name="total">How many faults there were, where only the first are listed.</param>
    public CsvException(IReadOnlyList<CsvError> errors, int total)
        : base(Describe(errors, total))
    {
        Errors = errors;
        Total = total;
    }

    /// <summary>The faults in the order of the file; at most <see cref="CsvOptions.MostErrors"/>.</summary>
    public IReadOnlyList<CsvError> Errors { get; }

    /// <summary>How many faults there were.</summary>
    public int Total { get; }

    private static string Describe(IReadOnlyList<CsvError> errors, int total)
    {
        ArgumentNullException.ThrowIfNull(errors);
        string lines = string.Join('\n', errors.Take(Shown));
        return total <= Shown ? lines : $"{lines}\n... and {total - Shown} more";
    }
}
