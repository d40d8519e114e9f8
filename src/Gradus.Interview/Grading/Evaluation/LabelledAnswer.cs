using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Interview.Grading.Evaluation;

/// <summary>An answer that careful readers have judged: one line of a JSON Lines file.</summary>
public sealed record LabelledAnswer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The id of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The kind of answer, such as <c>strong</c> or <c>buzzword</c>.</summary>
    public string Style { get; init; } = "";

    /// <summary>The answer.</summary>
    public required string Answer { get; init; }

    /// <summary>Numbers of the points that it states, counted from 1.</summary>
    public IReadOnlyList<int> Covers { get; init; } = [];

    /// <summary>Points on which the readers disagree; left out of every measure.</summary>
    public IReadOnlyList<int> Disputed { get; init; } = [];

    /// <summary>Numbers of the misconceptions that it asserts, counted from 1.</summary>
    public IReadOnlyList<int> Asserts { get; init; } = [];

    /// <summary>Misconceptions on which the readers disagree.</summary>
    [JsonPropertyName("disputed_asserts")]
    public IReadOnlyList<int> DisputedAsserts { get; init; } = [];

    /// <summary>The readers' mean score, 0 to 100.</summary>
    public required double Score { get; init; }

    /// <summary>Reads a JSON Lines file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A line cannot be read; the message names file and line.</exception>
    public static IReadOnlyList<LabelledAnswer> Load(string path)
    {
        List<LabelledAnswer> answers = [];
        foreach ((int i, string line) in File.ReadLines(path).Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                answers.Add(JsonSerializer.Deserialize<LabelledAnswer>(line, Options) ?? throw new JsonException("the line is null"));
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{path}:{i + 1}: needed an object with question, answer and score: {error.Message}", error);
            }
        }

        return answers;
    }
}
