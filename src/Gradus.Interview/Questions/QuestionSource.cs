namespace Gradus.Interview.Questions;

/// <summary>What was read from one question file: the question, where it could be built, and what is wrong.</summary>
public sealed class QuestionSource
{
    private readonly IReadOnlyDictionary<string, int> _lines;

    internal QuestionSource(string path, Question? question, IReadOnlyList<BankIssue> issues, IReadOnlyDictionary<string, int> lines)
    {
        Path = path;
        Question = question;
        Issues = issues;
        _lines = lines;
    }

    /// <summary>The file's path as it was given.</summary>
    public string Path { get; }

    /// <summary>The question, or null where an error kept it from being built.</summary>
    public Question? Question { get; }

    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public IReadOnlyList<BankIssue> Issues { get; }

    /// <summary>The line of a field, or of the nearest field around it; 1 where none is known.</summary>
    /// <param name="field">A field such as <c>points[2].cues[1]</c>, counted from 1.</param>
    public int LineOf(string field)
    {
        for (string at = field; at.Length > 0; at = Parent(at))
        {
            if (_lines.TryGetValue(at, out int line))
            {
                return line;
            }
        }

        return 1;
    }

    /// <summary>The same source with another reading of the question, and with further issues.</summary>
    internal QuestionSource With(Question? question, IReadOnlyList<BankIssue> further) => new(Path, question, [.. Issues, .. further], _lines);

    private static string Parent(string field)
    {
        int cut = field.LastIndexOfAny(['.', '[']);
        return cut < 0 ? "" : field[..cut];
    }
}
