using System.Text.Json;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Cli.Commands;

/// <summary>One line of <c>grade --batch</c>: an answer to a question of the bank, or to one that brings its own references.</summary>
internal sealed class BatchLine
{
    private readonly Question? _known;
    private readonly IReadOnlyList<string> _references;
    private readonly string _answer;

    private BatchLine(string? question, string? error, Question? known = null, IReadOnlyList<string>? references = null, string answer = "")
    {
        Question = question;
        Error = error;
        _known = known;
        _references = references ?? [];
        _answer = answer;
    }

    /// <summary>The question's id or text, or null where the line names none.</summary>
    public string? Question { get; }

    /// <summary>Why the line cannot be graded, or null.</summary>
    public string? Error { get; }

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="bank">The bank that ids are looked up in.</param>
    /// <returns>The line, with its error where it is broken.</returns>
    public static BatchLine Parse(string text, Bank bank)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Parse(document.RootElement, bank);
        }
        catch (JsonException error)
        {
            return new BatchLine(null, $"this is no JSON object: {error.Message}");
        }
    }

    /// <summary>Grades the line's answer.</summary>
    /// <param name="grader">The grader.</param>
    /// <returns>The verdict.</returns>
    public Verdict Grade(Grader grader) => _known is not null ? grader.Grade(_known, _answer) : grader.Grade(Question!, _references, _answer);

    private static BatchLine Parse(JsonElement root, Bank bank)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new BatchLine(null, $"got {Kind(root)}, needed an object with \"question\" and \"answer\"");
        }

        if (!root.TryGetProperty("question", out JsonElement question) || question.ValueKind != JsonValueKind.String)
        {
            return new BatchLine(null, "\"question\" is missing or no text");
        }

        string id = question.GetString()!;
        if (!root.TryGetProperty("answer", out JsonElement answer) || answer.ValueKind != JsonValueKind.String)
        {
            return new BatchLine(id, "\"answer\" is missing or no text");
        }

        if (root.TryGetProperty("reference", out JsonElement reference))
        {
            IReadOnlyList<string>? references = References(reference);
            return references is null
                ? new BatchLine(id, $"\"reference\" got {Kind(reference)}, needed a text or a list of texts that are not empty")
                : new BatchLine(id, null, references: references, answer: answer.GetString()!);
        }

        Question? known = bank.Find(id);
        return known is null
            ? new BatchLine(id, $"there is no question '{id}' in the bank; the nearest: {string.Join(", ", bank.Nearest(id, 3))}; a question of your own needs a \"reference\"")
            : new BatchLine(id, null, known, answer: answer.GetString()!);
    }

    private static IReadOnlyList<string>? References(JsonElement reference)
    {
        string?[] texts = reference.ValueKind switch
        {
            JsonValueKind.String => [reference.GetString()],
            JsonValueKind.Array => [.. reference.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : null)],
            _ => [],
        };
        return texts.Length > 0 && texts.All(text => !string.IsNullOrWhiteSpace(text)) ? [.. texts.Select(text => text!)] : null;
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
