using System.Text;
using Gradus.Interview.Questions.Reading;

namespace Gradus.Interview.Questions;

/// <summary>Reads question files: YAML front matter between two lines of <c>---</c>, then Markdown.</summary>
/// <remarks>The form is described in docs/guide/add-a-question.md. Nothing is thrown for what a file holds: every fault becomes a <see cref="BankIssue"/> with file, line and field, several at once.</remarks>
public static class QuestionFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <summary>The folder beside the question files that holds their passages, each under the name of its question's file.</summary>
    public const string PassageFolder = "passages";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a question file from disk, with the file of its passages where there is one.</summary>
    /// <param name="path">The file's path; issues name it as given.</param>
    /// <returns>The question and what is wrong; an unreadable file is an issue too.</returns>
    public static QuestionSource Load(string path)
    {
        (string? text, BankIssue? fault) = Text(path);
        return text is null ? new QuestionSource(path, null, [fault!], new Dictionary<string, int>()) : WithPassages(Parse(path, text));
    }

    /// <summary>Reads a question from text.</summary>
    /// <param name="path">What issues name as the file; its name without ending should be the id.</param>
    /// <param name="text">The file's content.</param>
    public static QuestionSource Parse(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new QuestionReader(path, text.ReplaceLineEndings("\n")).Read();
    }

    /// <summary>The file of passages that stands beside a question file, in the folder <c>passages</c>.</summary>
    private static QuestionSource WithPassages(QuestionSource source)
    {
        string path = Path.Combine(Path.GetDirectoryName(source.Path) ?? "", PassageFolder, Path.GetFileName(source.Path));
        if (source.Question is null || !File.Exists(path))
        {
            return source;
        }

        (string? text, BankIssue? fault) = Text(path);
        (Question? question, IReadOnlyList<BankIssue> issues) = text is null ? (null, [fault!]) : new PassageReader(path).Read(source.Question, text);
        return source.With(issues.Count == 0 ? question : null, issues);
    }

    private static (string? Text, BankIssue? Fault) Text(string path)
    {
        try
        {
            FileInfo file = new(path);
            if (file.Length > MaximumBytes)
            {
                return (null, Broken(path, $"the file has {file.Length} bytes, at most {MaximumBytes} are read; split the question"));
            }

            byte[] bytes = File.ReadAllBytes(path);
            int skip = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
            return (Utf8.GetString(bytes, skip, bytes.Length - skip), null);
        }
        catch (DecoderFallbackException error)
        {
            return (null, Broken(path, $"the file is not UTF-8 (byte {error.Index}); save it as UTF-8"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, Broken(path, $"the file cannot be read: {error.Message}"));
        }
    }

    private static BankIssue Broken(string path, string message) => new(IssueSeverity.Error, path, 1, "", message);
}
