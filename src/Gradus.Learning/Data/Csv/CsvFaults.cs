namespace Gradus.Learning.Data.Csv;

/// <summary>Collects faults up to a limit and counts the rest.</summary>
internal sealed class CsvFaults(string source, int most)
{
    private readonly List<CsvError> _errors = [];

    /// <summary>The faults in the order of the file; columns are typed one after the other.</summary>
    internal IReadOnlyList<CsvError> Errors => [.. _errors.OrderBy(error => error.Line)];

    internal int Total { get; private set; }

    internal void Add(int line, string problem) => Add(line, null, null, problem);

    internal void Add(int line, string? column, string? value, string problem)
    {
        Total++;
        if (_errors.Count < most)
        {
            _errors.Add(new CsvError(source, line, column, value is null ? null : CsvError.Shorten(value), problem));
        }
    }

    internal void ThrowIfAny()
    {
        if (Total > 0)
        {
            throw new CsvException(Errors, Total);
        }
    }
}
