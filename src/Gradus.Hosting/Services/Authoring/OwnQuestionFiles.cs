using System.Text;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services.Authoring;

/// <summary>What may lie in a person's folder of questions: <c>topic/id.md</c>, each a question that can be read.</summary>
internal static class OwnQuestionFiles
{
    private const string Ending = ".md";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The place of a question's file in the folder, with the separator of exports.</summary>
    public static string Name(string topic, string id) => $"{topic}/{id}{Ending}";

    /// <summary>The id of the question whose file has a name.</summary>
    public static string IdOf(string name) => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..^Ending.Length];

    /// <summary>What keeps a text from being a question file under a name.</summary>
    /// <param name="name">The name: <c>topic/id.md</c>.</param>
    /// <param name="text">The text.</param>
    /// <returns>What is wrong, in half a sentence; null where nothing is.</returns>
    public static string? Problem(string name, string text)
    {
        if (name.Split('/') is not [string topic, string file] || !file.EndsWith(Ending, StringComparison.Ordinal) || !QuestionDesk.IsId(file[..^Ending.Length]) || Topics.Find(topic) is null)
        {
            return "its name must be that of a topic's folder and of an id, such as optimization/weight-tying.md";
        }

        if (Encoding.UTF8.GetByteCount(text) > QuestionFile.MaximumBytes)
        {
            return $"it has more than {QuestionFile.MaximumBytes} bytes";
        }

        QuestionSource source = QuestionFile.Parse(name, text);
        return source.Question is not { } question ? $"it cannot be read: {QuestionDesk.First(source)}"
            : question.Id != IdOf(name) ? $"it holds the question '{question.Id}'"
            : question.Topic != topic ? $"its topic is '{question.Topic}'"
            : null;
    }

    /// <summary>Reads a person's folder.</summary>
    /// <param name="folder">The folder, which need not exist.</param>
    /// <returns>Each file with its text, or with what is wrong, by name.</returns>
    public static IReadOnlyList<(string Path, string Name, DateTimeOffset ModifiedAt, string Text, string? Problem)> Read(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).SelectMany(topic => Directory.EnumerateFiles(topic, "*" + Ending)).Order(StringComparer.Ordinal).Select(One)]
        : [];

    private static (string Path, string Name, DateTimeOffset ModifiedAt, string Text, string? Problem) One(string path)
    {
        string name = $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";
        DateTimeOffset modifiedAt = File.GetLastWriteTimeUtc(path);
        try
        {
            FileInfo file = new(path);
            if (file.Length > QuestionFile.MaximumBytes)
            {
                return (path, name, modifiedAt, "", $"it has {file.Length} bytes, and at most {QuestionFile.MaximumBytes} are read");
            }

            ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
            string text = Utf8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
            return (path, name, modifiedAt, text, Problem(name, text));
        }
        catch (DecoderFallbackException)
        {
            return (path, name, modifiedAt, "", "it is not UTF-8; save it as UTF-8");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (path, name, modifiedAt, "", $"it cannot be read: {error.Message}");
        }
    }
}
