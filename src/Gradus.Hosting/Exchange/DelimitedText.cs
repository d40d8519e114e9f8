using System.Text;

namespace Gradus.Hosting.Exchange;

/// <summary>Delimited text (RFC 4180, with any one character between the fields): a quote counts only where a field begins with it.</summary>
internal static class DelimitedText
{
    /// <summary>Reads records.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="firstLine">The number of the text's first line.</param>
    /// <returns>Each record with the line it begins on; empty lines are passed over.</returns>
    public static IEnumerable<(int Line, IReadOnlyList<string> Fields)> Read(string text, char separator, string source, int firstLine = 1)
    {
        int line = firstLine;
        int at = 0;
        while (at < text.Length)
        {
            int begins = line;
            List<string> fields = [];
            bool more = true;
            while (more)
            {
                (string field, int next, int lines) = Field(text, at, separator, source, line);
                fields.Add(field);
                line += lines;
                at = next;
                more = at < text.Length && text[at] == separator;
                at += more ? 1 : 0;
            }

            if (at < text.Length && text[at] == '\r')
            {
                at++;
            }

            if (at < text.Length && text[at] == '\n')
            {
                at++;
                line++;
            }

            if (fields.Count > 1 || fields[0].Length > 0)
            {
                yield return (begins, fields);
            }
        }
    }

    /// <summary>Writes a record, with quotes where they are needed.</summary>
    public static string Write(IEnumerable<string> fields, char separator) => string.Join(separator, fields.Select((field, i) => Quote(field, separator, i == 0))) + "\n";

    private static (string Field, int Next, int Lines) Field(string text, int at, char separator, string source, int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            int end = text.AsSpan(at).IndexOfAny(separator, '\n', '\r');
            end = end < 0 ? text.Length : at + end;
            return (text[at..end], end, 0);
        }

        StringBuilder field = new();
        int lines = 0;
        for (int i = at + 1; i < text.Length; i++)
        {
            char c = text[i];
            if (c != '"')
            {
                field.Append(c);
                lines += c == '\n' ? 1 : 0;
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else
            {
                bool ends = i + 1 == text.Length || text[i + 1] == separator || text[i + 1] is '\n' or '\r';
                return ends ? (field.ToString(), i + 1, lines) : throw new ImportException(source, $"line {line + lines} goes on after a closing quote; a quote inside a field is doubled.");
            }
        }

        throw new ImportException(source, $"line {line} opens a quote that is never closed.");
    }

    private static string Quote(string field, char separator, bool first) =>
        field.IndexOfAny([separator, '"', '\n', '\r']) >= 0 || (first && (field.Length == 0 || field[0] == '#'))
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
}
