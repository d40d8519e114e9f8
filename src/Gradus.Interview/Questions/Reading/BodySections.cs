namespace Gradus.Interview.Questions.Reading;

/// <summary>The two Markdown sections of a question file.</summary>
internal sealed record BodySections(string? Question, string? ModelAnswer)
{
    private const string QuestionHeading = "Question";
    private const string ModelHeading = "Model answer";

    public static BodySections Read(string body, int firstLine, FrontMatter front)
    {
        Dictionary<string, List<string>> sections = [];
        List<string>? current = null;
        bool fenced = false;
        int line = firstLine - 1;
        foreach (string row in body.Split('\n'))
        {
            line++;
            fenced ^= row.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (!fenced && row.StartsWith("## ", StringComparison.Ordinal))
            {
                string heading = row[3..].Trim();
                current = Open(heading, line, sections, front);
            }
            else if (current is not null)
            {
                current.Add(row);
            }
            else if (row.Trim().Length > 0)
            {
                front.Error(line, "", $"text before the first heading; put it under '## {QuestionHeading}' or '## {ModelHeading}'");
                current = [];
            }
        }

        if (fenced)
        {
            front.Error(line, "", "a code block is not closed with ```");
        }

        return new BodySections(Take(sections, QuestionHeading, line, front), Take(sections, ModelHeading, line, front));
    }

    private static List<string> Open(string heading, int line, Dictionary<string, List<string>> sections, FrontMatter front)
    {
        List<string> rows = [];
        if (heading is not (QuestionHeading or ModelHeading))
        {
            front.Error(line, "", $"unknown heading '## {heading}'; the body has '## {QuestionHeading}' and '## {ModelHeading}'");
        }
        else if (!sections.TryAdd(heading, rows))
        {
            front.Error(line, "", $"the heading '## {heading}' occurs twice");
        }
        else
        {
            front.Lines[heading] = line;
        }

        return rows;
    }

    private static string? Take(Dictionary<string, List<string>> sections, string heading, int lastLine, FrontMatter front)
    {
        if (!sections.TryGetValue(heading, out List<string>? rows))
        {
            front.Error(lastLine, "", $"the section '## {heading}' is missing");
            return null;
        }

        string text = string.Join('\n', rows).Trim();
        if (text.Length == 0)
        {
            front.Error(front.Lines[heading], "", $"the section '## {heading}' is empty");
            return null;
        }

        return text;
    }
}
