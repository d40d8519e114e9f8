namespace Gradus.Interview.Questions.Reading;

/// <summary>Reads a file of passages: a heading <c>## p1</c> or <c>## m1</c>, then one passage a line, <c>+</c> before those that say it and <c>-</c> before those that do not.</summary>
internal sealed class PassageReader(string path)
{
    private const string Heading = "## ";

    private readonly List<BankIssue> _issues = [];
    private readonly Dictionary<string, (List<string> Said, List<string> NotSaid)> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Gives a question its passages.</summary>
    /// <param name="question">The question.</param>
    /// <param name="text">The content of the file.</param>
    /// <returns>The question with its passages, and what is wrong with them.</returns>
    public (Question Question, IReadOnlyList<BankIssue> Issues) Read(Question question, string text)
    {
        string? id = null;
        foreach ((int i, string line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            id = Line(question, line.Trim(), i + 1, id);
        }

        Question complete = question with
        {
            Points = [.. question.Points.Select(point => point with { Passages = Of(point.Id) })],
            Misconceptions = [.. question.Misconceptions.Select(item => item with { Passages = Of(item.Id) })],
        };
        return (complete, _issues);
    }

    private string? Line(Question question, string line, int number, string? id)
    {
        if (line.Length == 0)
        {
            return id;
        }

        if (line.StartsWith(Heading, StringComparison.Ordinal))
        {
            string named = line[Heading.Length..].Trim();
            bool exists = question.Points.Any(point => point.Id == named) || question.Misconceptions.Any(item => item.Id == named);
            if (!exists)
            {
                Error(number, named, $"'{named}' is no point and no misconception of {question.Id}");
            }
            else if (!_found.TryAdd(named, ([], [])))
            {
                Error(number, named, $"'{named}' has a heading already, in line {_lines[named]}; put its passages together");
            }

            _lines.TryAdd(named, number);
            return exists ? named : id;
        }

        if (line.Length < 3 || line[0] is not ('+' or '-') || line[1] != ' ')
        {
            Error(number, id ?? "", "needed a heading such as '## p1', or a passage in one line after '+ ' (says it) or '- ' (does not)");
        }
        else if (id is null)
        {
            Error(number, "", "a passage stands before the first heading; write '## p1' above it");
        }
        else if (!_lines.TryAdd(line[2..], number))
        {
            Error(number, id, $"the passage stands in line {_lines[line[2..]]} already");
        }
        else
        {
            (line[0] == '+' ? _found[id].Said : _found[id].NotSaid).Add(line[2..].Trim());
        }

        return id;
    }

    private Passages Of(string id) => _found.TryGetValue(id, out (List<string> Said, List<string> NotSaid) found) ? new Passages(found.Said, found.NotSaid) : Passages.None;

    private void Error(int line, string field, string message) => _issues.Add(new BankIssue(IssueSeverity.Error, path, line, field, message));
}
