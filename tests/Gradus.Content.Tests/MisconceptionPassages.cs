using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Content.Tests;

/// <summary>Short passages about one misconception, by writers who saw the facts and the misconception only, none of the cues.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Misconception">The misconception's id.</param>
/// <param name="Said">Passages that assert it.</param>
/// <param name="True">Passages on the same matter in which nothing is wrong.</param>
internal sealed record MisconceptionPassages(string Question, string Misconception, string[] Said, string[] True)
{
    /// <summary>Reads all of them.</summary>
    public static IEnumerable<MisconceptionPassages> Load() =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("tests/Gradus.Content.Tests/Fixtures/misconceptions"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => JsonSerializer.Deserialize<MisconceptionPassages>(line, JsonSerializerOptions.Web)!);
}
