namespace Gradus.Cli.Scripts;

/// <summary>Answers prepared in a file: blocks separated by lines of <c>---</c>.</summary>
/// <remarks>
/// A block that begins with a line <c>@ID</c> answers that question whenever it is asked, <c>@ID+</c> its follow-up; the
/// others are taken in order. When none is left a question stays unanswered.
/// </remarks>
internal sealed class AnswerScript
{
    private readonly Dictionary<string, string> _named = new(StringComparer.Ordinal);
    private readonly Queue<string> _inOrder = new();

    private AnswerScript()
    {
    }

    /// <summary>The ids that blocks are addressed to, follow-ups with a plus sign, in no order.</summary>
    public IReadOnlyCollection<string> Names => _named.Keys;

    /// <summary>Reads a script.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name for errors.</param>
    /// <returns>The script.</returns>
    /// <exception cref="UsageException">Two blocks answer the same question, or an id is not an id.</exception>
    public static AnswerScript Parse(string text, string file)
    {
        AnswerScript script = new();
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int begin = 0;
        for (int line = 0; line <= lines.Length; line++)
        {
            if (line == lines.Length || lines[line].Trim() == "---")
            {
                script.Add(lines.AsSpan(begin, line - begin), file, begin + 1);
                begin = line + 1;
            }
        }

        return script;
    }

    /// <summary>The answer to a question, or null when the script has none left.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <param name="followUp">Whether it is the follow-up that is asked.</param>
    /// <returns>The answer; blocks in order are used up, named ones are not.</returns>
    public string? Answer(string questionId, bool followUp) =>
        _named.TryGetValue(followUp ? questionId + "+" : questionId, out string? named) ? named
        : _inOrder.TryDequeue(out string? next) ? next
        : null;

    private void Add(ReadOnlySpan<string> block, string file, int firstLine)
    {
        int line = 0;
        while (line < block.Length && block[line].Trim().Length == 0)
        {
            line++;
        }

        if (line == block.Length)
        {
            return;
        }

        string head = block[line].Trim();
        if (!head.StartsWith('@'))
        {
            _inOrder.Enqueue(string.Join('\n', block[line..].ToArray()).TrimEnd());
            return;
        }

        string name = head[1..];
        if (name.Length == 0 || !name.TrimEnd('+').All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new UsageException($"{file}:{firstLine + line}: '{head}' names no question; write @ID, or @ID+ for its follow-up.");
        }

        if (!_named.TryAdd(name, string.Join('\n', block[(line + 1)..].ToArray()).Trim()))
        {
            throw new UsageException($"{file}:{firstLine + line}: '{head}' has an answer already; keep one block a question.");
        }
    }
}
